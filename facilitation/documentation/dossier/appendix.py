"""What templates ask about the plan: the heading of a run, what was asked and watched, with which instrument."""

from jinja2 import Environment

from facilitation.documentation.dossier.instruments import status_of
from facilitation.documentation.dossier.planned import PlannedRun, lines_watched, questions_asked
from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.homes import ranges
from facilitation.documentation.record import Voice
from facilitation.domain.format import Text


def tell_the_plan(environment: Environment, voice: Voice, dossier: Dossier) -> None:
    """Give the templates what they print of the plan and in the appendix."""
    environment.globals.update(
        sessions_of=lambda run: _heading(voice, run, dossier),
        questions_asked=questions_asked,
        lines_watched=lines_watched,
        instrument_of=lambda run, one: voice.ours(
            (status_of(dossier.protocol, run.format_id, one.root) or Text.same("")).said_in(voice.locale)
        ),
    )


def _heading(voice: Voice, run: PlannedRun, dossier: Dossier) -> str:
    """Which sessions were held by a run."""
    if not run.held:
        return voice.t("En préparation", "In preparation")
    if len(run.held) > 1:
        return voice.t("Séances {n}", "Sessions {n}", n=ranges(run.held))
    title = voice.ours(dossier.sessions[run.held[0] - 1].identity.title)
    return voice.t("Séance {n}", "Session {n}", n=run.held[0]) + " · " + title if len(dossier.sessions) > 1 else title
