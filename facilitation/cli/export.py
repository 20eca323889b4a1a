"""`facilitation export`: the documentation or the data of a session, as a file."""

from dataclasses import replace
from pathlib import Path

import click

from facilitation.cli.ending import FINE
from facilitation.cli.paper import pdf_of
from facilitation.cli.store import DATABASE, USUAL, reading, unknown
from facilitation.cli.words import LOCALES, command_class
from facilitation.cli.writing import prepare_folder, write_file
from facilitation.documentation import card_of, contributions_csv, outcome_json
from facilitation.domain.evolve import replay
from facilitation.domain.format.text import Locale, Text
from facilitation.domain.session import Milliseconds, Session
from facilitation.projections.outcome import outcome
from facilitation.records import described

HELP = Text(
    "Exporter une séance\u00a0: la documentation (pdf), les contributions (csv) ou tout le résultat (json). "
    "Les consentements s'appliquent.\n\nExemple\u00a0: facilitation export SÉANCE --as pdf --out dossier.pdf",
    "Export a session: its documentation (pdf), its contributions (csv) or its whole outcome (json). "
    "Consents apply.\n\nExample: facilitation export SESSION --as pdf --out record.pdf",
)
LEFT_OUT = Text(
    "Sans l'hypothèse, même s'il y en a une\u00a0: savoir si elle cite quelqu'un qui n'était pas d'accord demande "
    "toute l'expérimentation. Le site l'imprime.",
    "Without the hypothesis, even if there is one: whether it quotes somebody who did not agree is known from the "
    "whole experiment only. The site prints it.",
)
AS = Text("Ce qu'il faut écrire.", "What to write.")
OUT = Text("Fichier à écrire.", "File to write.")
IN_LOCALE = Text("Langue du document (celle de la séance).", "Language of the document (that of the session).")


def command(locale: Locale) -> click.Command:
    """The command, in one language."""

    @click.command("export", cls=command_class(locale), help=HELP.said_in(locale))
    @click.argument("session_id", metavar="SESSION")
    @click.option("--as", "kind", type=click.Choice(("pdf", "csv", "json")), required=True, help=AS.said_in(locale))
    @click.option("--out", metavar="FILE", type=click.Path(path_type=Path), required=True, help=OUT.said_in(locale))
    @click.option("--database", metavar="URL", default=USUAL, help=DATABASE.said_in(locale))
    @click.option("--locale", type=click.Choice(LOCALES), help=IN_LOCALE.said_in(locale))
    def run(session_id: str, kind: str, out: Path, database: str, locale: str | None) -> int:
        content = _made(session_id, kind, database, said if locale else None)
        prepare_folder(out.parent, ())
        write_file(out, content)
        click.echo(Text(f"Écrit\u00a0: {out}", f"Written: {out}").said_in(said))
        if kind == "pdf":
            click.echo(LEFT_OUT.said_in(said))
        return FINE

    said = locale
    return run


def _made(session_id: str, kind: str, url: str, wanted: Locale | None) -> bytes:
    with reading(url) as (database, log):
        events = [recorded.event for recorded in log.read(session_id)]
        if not events:
            raise unknown(session_id)
        session = replay(events)
        locale = wanted or session.locale
        told = outcome(session)
        match kind:
            case "pdf":
                # Whether a hypothesis quotes somebody who did not agree is known where the whole experiment is read.
                card = replace(card_of(described.of_session(database, session_id), locale), hypothesis="")
                return pdf_of(told, locale, _last_moment(session), card)
            case "csv":
                return contributions_csv(told, locale)
            case _:
                return outcome_json(told)


def _last_moment(session: Session) -> Milliseconds:
    """When the session was last known to be on: two exports of the same log are the same bytes."""
    steps = [step.closed_at or step.started_at or 0 for step in session.steps.values()]
    return session.closed_at or max([session.planned_at, *steps])
