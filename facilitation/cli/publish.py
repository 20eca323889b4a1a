"""`facilitation publish`: the validated learnings of this house as a static site, in a folder."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import click

from facilitation.app import Config, create_app
from facilitation.app import house as rooms_of
from facilitation.cli.ending import FINE, FOUND_FAULTS, CannotRun, cannot_write
from facilitation.cli.store import DATABASE, USUAL, reading
from facilitation.cli.words import LOCALES, command_class
from facilitation.cli.writing import prepare_folder, write_file
from facilitation.database import DatabaseRefused
from facilitation.documentation.site.whole import LIST
from facilitation.domain.format.text import Locale, Text
from facilitation.web.learning_site.offline import published

HELP = Text(
    "Écrire les apprentissages validés en site statique, dans un dossier vide ou déjà publié\u00a0: ce qui n'en fait "
    "plus partie y est effacé. Avec SQLite, arrêtez d'abord le serveur, ou téléchargez le site depuis sa page.\n\n"
    "Exemple\u00a0: facilitation publish site",
    "Write the validated learnings as a static site, into a folder that is empty or was published before: what belongs "
    "to it no longer is erased there. With SQLite, stop the server first, or download the site from its page.\n\n"
    "Example: facilitation publish site",
)
IN_LOCALE = Text("Langue des messages.", "Language of the messages.")
BUSY = Text(
    "Le serveur est en marche, et lui seul ouvre cette base\u00a0: arrêtez-le d'abord, ou téléchargez le site depuis "
    "sa page.",
    "The server is running, and it alone opens this database: stop it first, or download the site from its page.",
)
NOTHING = Text(
    "Rien à publier\u00a0: aucun apprentissage validé, ou il manque encore quelque chose (voir la page « Publier »).",
    "Nothing to publish: no validated learning, or something still stands in the way (see the page “Publish”).",
)


def command(locale: Locale) -> click.Command:
    """The command, in one language."""

    @click.command("publish", cls=command_class(locale), help=HELP.said_in(locale))
    @click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
    @click.option("--database", metavar="URL", default=USUAL, help=DATABASE.said_in(locale))
    @click.option("--locale", type=click.Choice(LOCALES), help=IN_LOCALE.said_in(locale))
    def run(folder: Path, database: str, locale: str | None) -> int:
        before = _published_before(folder)
        files = _made(database)
        if not files:
            click.echo(NOTHING.said_in(said), err=True)
            return FOUND_FAULTS
        _write(folder, files, before)
        click.echo(Text(f"Écrit\u00a0: {folder / 'index.html'}", f"Written: {folder / 'index.html'}").said_in(said))
        return FINE

    said = locale
    return run


def _made(url: str) -> Mapping[str, bytes]:
    # Looked at first without writing: opening to write would make the database that a mistyped address names.
    with reading(url) as (_, log):
        tuple(log.sessions())
    try:
        app = create_app(Config(database=url))
    except DatabaseRefused:
        raise CannotRun(BUSY) from None
    try:
        return published(app)
    finally:
        rooms_of(app).trials.close()
        rooms_of(app).database.close()


def _published_before(folder: Path) -> tuple[str, ...]:
    """What an earlier site put there. A folder of somebody else's is left alone."""
    try:
        there = folder.is_dir() and any(folder.iterdir())
        names = (folder / LIST).read_text("utf-8").splitlines() if (folder / LIST).is_file() else []
    except OSError as error:
        raise cannot_write(error) from None
    if there and not names:
        raise CannotRun(
            Text(
                f"{folder} n'est pas vide et n'est pas un site publié\u00a0: donnez un autre dossier.",
                f"{folder} is not empty and is no published site: give another folder.",
            )
        )
    return tuple(name for name in names if _is_inside(name))


def _is_inside(name: str) -> bool:
    place = PurePosixPath(name)
    return bool(name) and not place.is_absolute() and ".." not in place.parts


def _write(folder: Path, files: Mapping[str, bytes], before: tuple[str, ...]) -> None:
    # What is gone goes first: words that were withdrawn must not outlive a disk that fills up half-way.
    try:
        for name in before:
            if name not in files:
                (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(error) from None
    for name, content in files.items():
        prepare_folder((folder / name).parent, ())
        write_file(folder / name, content)
