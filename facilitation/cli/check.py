"""`facilitation check`: read format files and say what is wrong, where, and how to mend it."""

import json
from pathlib import Path

import click

from facilitation import places
from facilitation.cli.ending import FINE, FOUND_FAULTS, CannotRun, cannot_read
from facilitation.cli.shelf import DATABASE, by_id
from facilitation.cli.words import LOCALES, command_class
from facilitation.domain.format.text import Locale, Text
from facilitation.formats import Diagnostic, Reading, read_file

HELP = Text(
    "Vérifier des fichiers de format (ou tous ceux d'un dossier)\u00a0: ce qui ne va pas, à quelle ligne, et comment "
    "le corriger.\n\nExemple\u00a0: facilitation check workshop_formats",
    "Check format files (or all those of a folder): what is wrong, on which line, and how to mend it.\n\n"
    "Example: facilitation check workshop_formats",
)
AS_JSON = Text("Écrire le résultat en JSON, pour un autre programme.", "Write the result as JSON, for a programme.")
IN_LOCALE = Text("Langue des messages.", "Language of the messages.")


def command(locale: Locale) -> click.Command:
    """The command, in one language."""

    @click.command("check", cls=command_class(locale), help=HELP.said_in(locale))
    @click.argument("paths", metavar="FILE|DIR...", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("--json", "as_json", is_flag=True, help=AS_JSON.said_in(locale))
    @click.option("--database", metavar="URL", help=DATABASE.said_in(locale))
    @click.option("--locale", type=click.Choice(LOCALES), help=IN_LOCALE.said_in(locale))
    def run(paths: tuple[Path, ...], as_json: bool, database: str | None, locale: str | None) -> int:
        return _check([one for path in paths for one in _readings(path, database)], as_json, said)

    said = locale
    return run


def _readings(path: Path, database: str | None) -> list[Reading]:
    """Files of that name; or, where a database was named, its format of that id."""
    if database is not None and not path.exists() and not path.suffix:
        return [by_id(str(path), database)]
    return [read(file) for file in _files(path)]


def _check(readings: list[Reading], as_json: bool, locale: Locale) -> int:
    found = [diagnostic for reading in readings for diagnostic in reading.diagnostics]
    errors = sum(diagnostic.level == "error" for diagnostic in found)
    if as_json:
        click.echo(_as_json(readings, found, locale))
    else:
        for diagnostic in found:
            click.echo(line(diagnostic, locale))
        click.echo(_summary(len(readings), errors, len(found) - errors).said_in(locale), err=True)
    return FOUND_FAULTS if errors else FINE


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        found = sorted(file for file in path.rglob("*") if file.suffix in (".yaml", ".yml") and file.is_file())
        if found:
            return found
        raise CannotRun(Text(f"Aucun fichier .yaml dans {path}.", f"No .yaml file in {path}."))
    if not path.exists():
        raise CannotRun(Text(f"{path} n'existe pas.", f"{path} does not exist."))
    return [path]


def read(file: Path) -> Reading:
    """A format file, read and checked. Raises CannotRun if it cannot be opened."""
    try:
        return read_file(file, places.workshop_formats(), name=str(file))
    except OSError as error:
        raise cannot_read(error) from None


def line(found: Diagnostic, locale: Locale) -> str:
    """A remark as `file:line:column level message`, with its remedy below."""
    level = {"error": Text("erreur", "error"), "warning": Text("avertissement", "warning")}[found.level]
    first = f"{found.file}:{found.line}:{found.column} {level.said_in(locale)} {found.message.said_in(locale)}"
    remedy = found.remedy.said_in(locale)
    # What follows the sentence is a formula, with a caret under the fault: it keeps its columns.
    first = first.replace("\n", "\n        ")
    return f"{first}\n    → {remedy}" if remedy else first


def _summary(files: int, errors: int, warnings: int) -> Text:
    return Text(
        f"{files} fichier(s) lu(s)\u00a0: {errors} erreur(s), {warnings} avertissement(s).",
        f"{files} file(s) read: {errors} error(s), {warnings} warning(s).",
    )


def _as_json(readings: list[Reading], found: list[Diagnostic], locale: Locale) -> str:
    told = [
        {
            "file": one.file,
            "line": one.line,
            "column": one.column,
            "level": one.level,
            "code": one.code,
            "message": one.message.said_in(locale),
            "remedy": one.remedy.said_in(locale),
        }
        for one in found
    ]
    errors = sum(one.level == "error" for one in found)
    counts = {"files": len(readings), "errors": errors, "warnings": len(found) - errors}
    return json.dumps({**counts, "diagnostics": told}, ensure_ascii=False, indent=2)
