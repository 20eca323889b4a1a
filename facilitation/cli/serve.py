"""`facilitation serve`: start the server, in a process of its own."""

import os
import sys

import click

from facilitation.cli.words import LOCALES, command_class
from facilitation.domain.format.text import Locale, Text

HELP = Text(
    "Ouvrir la maison\u00a0: démarre le serveur et affiche l'adresse où se connecter.\n\n"
    "Exemple\u00a0: facilitation serve --host 0.0.0.0 --port 8080",
    "Open the house: start the server and print the address to sign in at.\n\n"
    "Example: facilitation serve --host 0.0.0.0 --port 8080",
)
HOST = Text("Adresse d'écoute.", "Address to listen on.")
PORT = Text("Port d'écoute (0\u00a0: un port libre).", "Port to listen on (0: any free one).")
PUBLIC = Text("Ce que les téléphones ouvrent, derrière un relais.", "What phones open, behind a proxy.")
LAN = Text(
    "Pour les téléphones de la salle\u00a0: trouve l'adresse sur le réseau et affiche son QR code, sans Internet.",
    "For the phones of the room: find the address on the network and show its QR code, without the Internet.",
)
DATABASE = Text(
    "Base de données, par exemple sqlite:///facilitation.db ou postgresql://…",
    "Database, for instance sqlite:///facilitation.db or postgresql://…",
)
IN_LOCALE = Text("Langue des messages.", "Language of the messages.")


def command(locale: Locale) -> click.Command:
    """The command, in one language."""

    @click.command("serve", cls=command_class(locale), help=HELP.said_in(locale))
    @click.option("--host", help=HOST.said_in(locale))
    @click.option("--lan", is_flag=True, help=LAN.said_in(locale))
    @click.option("--port", type=click.IntRange(0, 65535), help=PORT.said_in(locale))
    @click.option("--database", metavar="URL", help=DATABASE.said_in(locale))
    @click.option("--public-url", metavar="URL", help=PUBLIC.said_in(locale))
    @click.option("--locale", type=click.Choice(LOCALES), help=IN_LOCALE.said_in(locale))
    def run(
        host: str | None, lan: bool, port: int | None, database: str | None, public_url: str | None, locale: str | None
    ) -> int:
        given = {"--host": host, "--port": port, "--database": database, "--public-url": public_url}
        words = [word for name, value in given.items() if value is not None for word in (name, str(value))]
        words += ["--lan"] if lan else []
        # A new process image: gevent must patch the standard library before anything else has been imported.
        os.execv(sys.executable, [sys.executable, "-m", "facilitation.serve", *words])

    return run
