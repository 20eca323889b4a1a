"""`facilitation link`: a new one-time sign-in link for someone who lost a password."""

import time
from urllib.parse import urlsplit

import click

from facilitation.cli.ending import FINE, CannotRun
from facilitation.cli.store import DATABASE, USUAL, reading
from facilitation.cli.words import LOCALES, command_class
from facilitation.database import DatabaseRefused, open_database
from facilitation.domain.format.text import Locale, Text
from facilitation.records import accounts, sign_in_links

HELP = Text(
    "Faire un lien de connexion pour un compte, valable une fois et un jour\u00a0: pour qui a perdu son mot de passe. "
    "Avec SQLite, arrêtez d'abord le serveur.\n\n"
    "Exemple\u00a0: facilitation link animation --base https://ateliers.example.org",
    "Make a sign-in link for an account, good once and for a day: for whoever lost a password. "
    "With SQLite, stop the server first.\n\n"
    "Example: facilitation link animation --base https://workshops.example.org",
)
HERE = "http://127.0.0.1:8000"
BASE = Text(f"Adresse que le navigateur ouvre ({HERE}).", f"Address that the browser opens ({HERE}).")
IN_LOCALE = Text("Langue des messages.", "Language of the messages.")
GOOD_FOR = Text("Valable une fois, pendant 24 heures.", "Good once, for 24 hours.")
NO_ADDRESS = Text(
    "--base attend une adresse qui commence par http:// ou https://.",
    "--base takes an address that begins with http:// or https://.",
)
THROWAWAY = Text(
    "Cette adresse est celle d'une base jetable\u00a0: donnez celle que sert le serveur.",
    "This is the address of a throwaway database: give the one that the server serves.",
)
BUSY = Text(
    "Le serveur est en marche, et lui seul écrit dans cette base\u00a0: arrêtez d'abord le serveur, ou demandez "
    "un lien à un autre administrateur.",
    "The server is running, and it alone writes to this database: stop the server first, or ask another administrator "
    "for a link.",
)


def command(locale: Locale) -> click.Command:
    """The command, in one language."""

    @click.command("link", cls=command_class(locale), help=HELP.said_in(locale))
    @click.argument("login", metavar="LOGIN")
    @click.option("--database", metavar="URL", default=USUAL, help=DATABASE.said_in(locale))
    @click.option("--base", metavar="URL", default=HERE, help=BASE.said_in(locale))
    @click.option("--locale", type=click.Choice(LOCALES), help=IN_LOCALE.said_in(locale))
    def run(login: str, database: str, base: str, locale: str | None) -> int:
        if urlsplit(base).scheme not in ("http", "https") or not urlsplit(base).netloc:
            raise CannotRun(NO_ADDRESS)
        if database.rstrip("/") in ("sqlite:", "sqlite:///:memory:"):
            raise CannotRun(THROWAWAY)
        token = _token(database, _account(database, login))
        click.echo(f"{base.rstrip('/')}/sign-in/{token}")
        click.echo(GOOD_FOR.said_in(said), err=True)
        return FINE

    said = locale
    return run


def _account(url: str, login: str) -> int:
    # Looked up without writing first: opening to write would make the database that a mistyped address names.
    name = accounts.plain_login(login)
    with reading(url) as (database, log):
        tuple(log.sessions())  # says in words when a database cannot be reached
        found = next((one.id for one in accounts.everyone(database) if one.login == name), None)
    if found is None:
        raise CannotRun(Text(f"Aucun compte «\u00a0{name}\u00a0».", f"No account “{name}”."))
    return found


def _token(url: str, account: int) -> str:
    try:
        database = open_database(url)
    except DatabaseRefused:
        raise CannotRun(BUSY) from None
    try:
        return sign_in_links.make(database, time.time_ns() // 1_000_000, account)
    finally:
        database.close()
