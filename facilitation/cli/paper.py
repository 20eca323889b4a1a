"""The PDF of a session, waited for at the prompt."""

from facilitation.cli.ending import CannotRun
from facilitation.cli.progress import Stages
from facilitation.documentation import ExperimentCard, PressFailed, session_record_pdf
from facilitation.domain.format.text import Locale, Text
from facilitation.domain.session import Milliseconds
from facilitation.projections.outcome import Outcome

STOPPED = Text("Arrêté\u00a0: rien n'a été écrit.", "Stopped: nothing was written.")


def pdf_of(told: Outcome, locale: Locale, made_at: Milliseconds, card: ExperimentCard | None = None) -> bytes:
    """The document, and on stderr how far it is. Raises CannotRun if the press gave none, or was stopped."""
    try:
        with Stages("PDF") as stages:
            return session_record_pdf(told, locale, made_at, card, stages.over)
    except KeyboardInterrupt:
        raise CannotRun(STOPPED) from None
    except PressFailed as failed:
        raise CannotRun(failed.message) from None
