"""`facilitation rehearse`: simulated participants play a format to its end, and its documentation is made."""

from collections.abc import Sequence
from pathlib import Path

import click

from facilitation.cli.check import line, read
from facilitation.cli.ending import FINE, FOUND_FAULTS, CannotRun
from facilitation.cli.paper import pdf_of
from facilitation.cli.progress import Stages
from facilitation.cli.shelf import DATABASE, by_id
from facilitation.cli.words import LOCALES, command_class
from facilitation.cli.writing import prepare_folder, write_all
from facilitation.documentation import contributions_csv, outcome_json
from facilitation.domain.format import Format, SettingValue
from facilitation.domain.format.text import Locale, Text
from facilitation.eventlog import as_lines
from facilitation.formats import Reading, read_settings
from facilitation.projections.outcome import outcome
from facilitation.rehearsal import SMOOTH, Rehearsal, rehearse, remarks, surprising

FILES = ("documentation.pdf", "outcome.json", "contributions.csv", "events.ndjson")
USUAL = 12

HELP = Text(
    "Répéter un format à blanc\u00a0: des participants simulés le jouent de la première étape au PDF, sans navigateur. "
    "La même graine donne les mêmes fichiers, octet pour octet.\n\n"
    "FORMAT est un format de la bibliothèque ou un fichier. Sont écrits dans le dossier\u00a0: "
    "documentation.pdf, outcome.json, contributions.csv, events.ndjson.\n\n"
    "Exemple\u00a0: facilitation rehearse one-two-four-all --participants 7 --out essai",
    "Rehearse a format: simulated participants play it from the first stage to the PDF, without a browser. "
    "The same seed gives the same files, byte for byte.\n\n"
    "FORMAT is a format of the library or a file. Written into the folder: "
    "documentation.pdf, outcome.json, contributions.csv, events.ndjson.\n\n"
    "Example: facilitation rehearse one-two-four-all --participants 7 --out trial",
)
PARTICIPANTS = Text(
    "Nombre de participants simulés (12, si le format le permet).",
    "How many simulated participants (12, if the format allows it).",
)
SEED = Text("Graine du hasard (1).", "Seed of chance (1).")
SET = Text("Régler le format\u00a0; à répéter pour plusieurs réglages.", "Adjust a setting; may be repeated.")
IN_LOCALE = Text("Langue de la séance et des messages.", "Language of the session and the messages.")
SLOT = Text(
    "Durée du créneau prévu\u00a0: dit si la séance y tient.", "Length of the slot there is: says whether it is enough."
)
SURPRISES = Text(
    "Avec imprévus\u00a0: absences, retards, frappe lente, saisies refusées.",
    "With surprises: dropouts, latecomers, slow typists, refused input.",
)
OUT = Text("Dossier où écrire (rehearsal-FORMAT).", "Folder to write into (rehearsal-FORMAT).")

MAKING = Text("Mise en page du PDF…", "Making the PDF…")


def command(locale: Locale) -> click.Command:
    """The command, in one language."""

    @click.command("rehearse", cls=command_class(locale), help=HELP.said_in(locale))
    @click.argument("name", metavar="FORMAT")
    @click.option("--participants", metavar="N", type=click.IntRange(min=1), help=PARTICIPANTS.said_in(locale))
    @click.option("--seed", metavar="S", type=int, default=1, help=SEED.said_in(locale))
    @click.option("--set", "settings", metavar="KEY=VALUE", multiple=True, help=SET.said_in(locale))
    @click.option("--slot", metavar="MINUTES", type=click.IntRange(min=1), help=SLOT.said_in(locale))
    @click.option("--surprises", is_flag=True, help=SURPRISES.said_in(locale))
    @click.option("--locale", type=click.Choice(LOCALES), help=IN_LOCALE.said_in(locale))
    @click.option("--database", metavar="URL", help=DATABASE.said_in(locale))
    @click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help=OUT.said_in(locale))
    def run(
        name: str,
        participants: int | None,
        seed: int,
        settings: Sequence[str],
        slot: int | None,
        surprises: bool,
        locale: str | None,
        database: str | None,
        out: Path | None,
    ) -> int:
        reading, form = _format(name, database, said)
        people = _participants(form, participants)
        values = _settings(form, settings, said)
        folder = out or Path(f"rehearsal-{form.id}")
        prepare_folder(folder, FILES)
        with Stages(form.title.said_in(said)) as stages:
            cast = surprising(people, form.fewest) if surprises else SMOOTH
            played = rehearse(reading, people, seed, values, said, stages.over, cast=cast, slot_minutes=slot)
        click.echo(MAKING.said_in(said), err=True)
        write_all(folder, _files(played, said))
        for remark in remarks(played.session, played.findings):
            click.echo(remark.text.said_in(said))
        click.echo(_written(folder).said_in(said))
        return FINE if played.findings.clean else FOUND_FAULTS

    said = locale
    return run


def _format(name: str, database: str | None, locale: Locale) -> tuple[Reading, Format]:
    path = Path(name)
    reading = read(path) if path.suffix in (".yaml", ".yml") or path.is_file() else by_id(name, database)
    if reading.format is None:
        for diagnostic in reading.diagnostics:
            click.echo(line(diagnostic, locale), err=True)
        raise CannotRun(Text(f"{name} ne peut pas être joué en l'état.", f"{name} cannot be played as it is."))
    return reading, reading.format


def _participants(form: Format, wanted: int | None) -> int:
    if wanted is None:
        return min(max(USUAL, form.fewest), form.most)
    if form.fewest <= wanted <= form.most:
        return wanted
    raise CannotRun(
        Text(
            f"Ce format se joue de {form.fewest} à {form.most} personnes\u00a0; pas à {wanted}.",
            f"This format is for {form.fewest} to {form.most} people, not {wanted}.",
        )
    )


def _settings(form: Format, pairs: Sequence[str], locale: Locale) -> dict[str, SettingValue]:
    raw: dict[str, str] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals:
            raise CannotRun(Text(f"--set {pair}\u00a0: écrivez NOM=VALEUR.", f"--set {pair}: write KEY=VALUE."))
        raw[key] = value
    values, errors = read_settings(form, raw, locale)
    for key, error in errors.items():
        raise CannotRun(Text(f"Réglage {key}\u00a0: {error.fr}", f"Setting {key}: {error.en}"))
    return {key: value for key, value in values.items() if key in raw}


def _files(played: Rehearsal, locale: Locale) -> dict[str, bytes]:
    told = outcome(played.session)
    return {
        "documentation.pdf": pdf_of(told, locale, played.ended_at),
        "outcome.json": outcome_json(told),
        "contributions.csv": contributions_csv(told, locale),
        "events.ndjson": "".join(f"{one}\n" for one in as_lines(played.log)).encode(),
    }


def _written(folder: Path) -> Text:
    listed = ", ".join(FILES)
    return Text(f"Écrit dans {folder}\u00a0: {listed}", f"Written into {folder}: {listed}")
