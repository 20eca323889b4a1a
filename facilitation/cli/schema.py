"""`facilitation schema`: the format language as a JSON Schema, for editors."""

from pathlib import Path

import click

from facilitation.cli.ending import FINE
from facilitation.cli.words import LOCALES, command_class
from facilitation.cli.writing import write_file
from facilitation.domain.format.text import Locale, Text
from facilitation.formats.schema.draft import text

HELP = Text(
    "Écrire le schéma JSON de la langue des formats, avec lequel un éditeur complète et souligne.\n\n"
    "Exemple\u00a0: facilitation schema workshop_formats/schema.json",
    "Write the JSON Schema of the format language, with which an editor completes and underlines.\n\n"
    "Example: facilitation schema workshop_formats/schema.json",
)
IN_LOCALE = Text("Langue des messages.", "Language of the messages.")


def command(locale: Locale) -> click.Command:
    """The command, in one language."""

    @click.command("schema", cls=command_class(locale), help=HELP.said_in(locale))
    @click.argument("path", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
    @click.option("--locale", type=click.Choice(LOCALES), help=IN_LOCALE.said_in(locale))
    def run(path: Path | None, locale: str | None) -> int:
        if path is None:
            click.echo(text(), nl=False)
        else:
            write_file(path, text().encode())
        return FINE

    return run
