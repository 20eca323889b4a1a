"""`facilitation restore`: an archive of another house becomes an experiment of this one, or nothing changes."""

import time
from pathlib import Path

import click

from facilitation.archive import ArchiveRefused, is_locked, look_into, restore, unlocked
from facilitation.archive.packing import MOST_BYTES
from facilitation.archive.refusals import WORDS
from facilitation.archive.saying import said_of
from facilitation.cli.ending import FINE, CannotRun, cannot_read
from facilitation.cli.progress import Stages
from facilitation.cli.store import DATABASE, USUAL, reading
from facilitation.cli.words import LOCALES, command_class
from facilitation.database import DatabaseRefused, migrate, open_database
from facilitation.domain.format.text import Locale, Text

HELP = Text(
    "Restaurer une archive faite par « facilitation archive » ou par la page Documents\u00a0: en une fois, ou pas du "
    "tout. Rien de cette maison n'est remplacé. Avec SQLite, arrêtez d'abord le serveur.\n\n"
    "Exemple\u00a0: facilitation restore accueil.zip --preview",
    "Restore an archive made by “facilitation archive” or by the page Documents: all of it, or nothing. Nothing of "
    "this house is replaced. With SQLite, stop the server first.\n\n"
    "Example: facilitation restore welcome.zip --preview",
)
PREVIEW = Text("Dire ce qui viendrait, sans rien écrire.", "Say what would come, and write nothing.")
BUSY = Text(
    "Le serveur est en marche, et lui seul écrit dans cette base\u00a0: arrêtez-le d'abord, ou restaurez depuis sa "
    "page.",
    "The server is running, and it alone writes to this database: stop it first, or restore from its page.",
)
ASKED = Text("Phrase de passe de l'archive", "Passphrase of the archive")
TITLE = Text("Parties", "Parts")
IN_LOCALE = Text("Langue des messages.", "Language of the messages.")


def command(locale: Locale) -> click.Command:
    """The command, in one language."""

    @click.command("restore", cls=command_class(locale), help=HELP.said_in(locale))
    @click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
    @click.option("--preview", is_flag=True, help=PREVIEW.said_in(locale))
    @click.option("--database", metavar="URL", default=USUAL, help=DATABASE.said_in(locale))
    @click.option("--locale", type=click.Choice(LOCALES), help=IN_LOCALE.said_in(locale))
    def run(file: Path, preview: bool, database: str, locale: str | None) -> int:
        content = _content(file)
        if is_locked(content):
            content = _opened(content, click.prompt(ASKED.said_in(said), hide_input=True))
        lines = _would_come(content, database) if preview else _come(content, database, said)
        click.echo("\n".join(line.said_in(said) for line in lines))
        return FINE

    said = locale
    return run


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES + 1024:
            raise CannotRun(WORDS["too-large"])
        return file.read_bytes()
    except OSError as error:
        raise cannot_read(error) from None


def _opened(data: bytes, passphrase: str) -> bytes:
    try:
        return unlocked(data, passphrase)
    except ArchiveRefused as refused:
        raise CannotRun(refused.message) from None


def _would_come(data: bytes, url: str) -> tuple[Text, ...]:
    with reading(url) as (database, log):
        tuple(log.sessions())  # says in words when a database cannot be reached
        try:
            preview = look_into(database, data)
        except ArchiveRefused as refused:
            raise CannotRun(refused.message) from None
    return (*said_of(preview), *([WORDS["here-already"]] if preview.here_already else []))


def _come(data: bytes, url: str, locale: Locale) -> tuple[Text, ...]:
    try:
        database = open_database(url)
    except DatabaseRefused:
        raise CannotRun(BUSY) from None
    try:
        migrate(database)
        lines = said_of(look_into(database, data))
        with Stages(TITLE.said_in(locale)) as stages:
            number = restore(database, data, time.time_ns() // 1_000_000, follow=stages.over)
    except (ArchiveRefused, DatabaseRefused) as refused:
        raise CannotRun(refused.message) from None
    finally:
        database.close()
    return (*lines, Text(f"Restaurée\u00a0: n°\u00a0{number}.", f"Restored: no. {number}."))
