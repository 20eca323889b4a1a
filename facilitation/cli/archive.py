"""`facilitation archive`: an experiment as one file that another house restores."""

import time
from pathlib import Path

import click

from facilitation.archive import ArchiveRefused, locked, make_archive
from facilitation.archive.locking import SHORTEST
from facilitation.archive.refusals import WORDS
from facilitation.cli.ending import FINE, CannotRun
from facilitation.cli.progress import Stages
from facilitation.cli.store import DATABASE, USUAL, reading
from facilitation.cli.words import LOCALES, command_class
from facilitation.cli.writing import prepare_folder, write_file
from facilitation.domain.format.text import Locale, Text

HELP = Text(
    "Archiver une expérimentation\u00a0: tout ce qui est écrit d'elle et les journaux de ses séances closes, en un "
    "fichier ZIP qu'une autre maison restaure. EXPERIMENT est son numéro, celui de l'adresse de sa page. Gardez le "
    "fichier comme la base elle-même\u00a0: il contient aussi ce qui n'a pas le droit d'être reproduit.\n\n"
    "Exemple\u00a0: facilitation archive 7 accueil.zip",
    "Archive an experiment: all that is written about it and the logs of its closed sessions, as one ZIP file that "
    "another house restores. EXPERIMENT is its number, the one in the address of its page. Keep the file as you keep "
    "the database itself: it also holds what may not be reproduced.\n\n"
    "Example: facilitation archive 7 welcome.zip",
)
LOCK = Text(
    "Verrouiller le fichier par une phrase de passe, demandée deux fois. Perdue, elle ne se retrouve pas.",
    "Lock the file with a passphrase, asked twice. Lost, it cannot be found again.",
)
ASKED = Text("Phrase de passe", "Passphrase")
IN_LOCALE = Text("Langue des messages.", "Language of the messages.")
TITLE = Text("Parties", "Parts")


def command(locale: Locale) -> click.Command:
    """The command, in one language."""

    @click.command("archive", cls=command_class(locale), help=HELP.said_in(locale))
    @click.argument("experiment", metavar="EXPERIMENT", type=click.IntRange(min=1))
    @click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
    @click.option("--database", metavar="URL", default=USUAL, help=DATABASE.said_in(locale))
    @click.option("--lock", is_flag=True, help=LOCK.said_in(locale))
    @click.option("--locale", type=click.Choice(LOCALES), help=IN_LOCALE.said_in(locale))
    def run(experiment: int, file: Path, database: str, lock: bool, locale: str | None) -> int:
        passphrase = click.prompt(ASKED.said_in(said), hide_input=True, confirmation_prompt=True) if lock else ""
        if lock and len(passphrase.strip()) < SHORTEST:
            raise CannotRun(WORDS["short-passphrase"])
        prepare_folder(file.parent, (file.name,))
        with reading(database) as (found, log), Stages(TITLE.said_in(said)) as stages:
            tuple(log.sessions())  # says in words when a database cannot be reached
            try:
                manifest, made = make_archive(found, experiment, time.time_ns() // 1_000_000, stages.over)
            except ArchiveRefused as refused:
                raise CannotRun(refused.message) from None
        made = locked(made, passphrase) if lock else made
        write_file(file, made)
        told = Text(
            f"Écrit\u00a0: {file} ({manifest.title}\u00a0; {len(manifest.sessions)} séance(s), {len(made)} octets).",
            f"Written: {file} ({manifest.title}; {len(manifest.sessions)} session(s), {len(made)} bytes).",
        )
        click.echo(told.said_in(said))
        return FINE

    said = locale
    return run
