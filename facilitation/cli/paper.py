"""The PDF of a session, waited for at the prompt."""

from facilitation.cli.ending import CannotRun
from facilitation.documentation import ExperimentCard, PressFailed, session_record_pdf
from facilitation.domain.format.text import Locale
from facilitation.domain.session import Milliseconds
from facilitation.projections.outcome import Outcome


def pdf_of(told: Outcome, locale: Locale, made_at: Milliseconds, card: ExperimentCard | None = None) -> bytes:
    """The document. Raises CannotRun if the press gave none, and says why."""
    try:
        return session_record_pdf(told, locale, made_at, card)
    except PressFailed as failed:
        raise CannotRun(failed.message) from None
