"""One document, now, for the command line: the same press, waited for."""

from collections.abc import Callable

from facilitation.documentation.card import ExperimentCard
from facilitation.documentation.press.orders import order_for
from facilitation.documentation.press.reasons import REASONS
from facilitation.documentation.press.worker import Made, make
from facilitation.domain.format import Text
from facilitation.projections.outcome import Outcome


class PressFailed(RuntimeError):
    """No PDF came out; `message` says why in both languages."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


def session_record_pdf(
    outcome: Outcome,
    locale: str,
    made_at: int,
    experiment: ExperimentCard | None = None,
    follow: Callable[[int, int], None] = lambda done, total: None,
) -> bytes:
    """The session record as PDF, made in the limited process. Blocks; raises PressFailed."""
    made = make(order_for(outcome, locale, made_at, experiment).written(), follow)
    if isinstance(made, Made):
        return made.pdf
    raise PressFailed(REASONS.get(made.why, REASONS["broken"]))
