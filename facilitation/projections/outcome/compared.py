"""What the same people answered at two moments, as a document tells it."""

from collections.abc import Sequence

from facilitation.domain.session import Session
from facilitation.projections.outcome.consent import is_left_out
from facilitation.projections.outcome.rendering import Rendering
from facilitation.projections.outcome.shapes import Compared
from facilitation.projections.paired.asked_for import Wanted
from facilitation.projections.paired.drawing import drawn
from facilitation.projections.paired.told import comparisons
from facilitation.projections.pictures.draw import spaced


def compared_of(session: Session, rendering: Rendering, wanted: Sequence[Wanted] = ()) -> tuple[Compared, ...]:
    """Every comparison, but of questions whose answers the room was promised not to find in the record."""
    told = (one for one in comparisons(session, rendering, wanted) if not _promised(session, one.names))
    return tuple(Compared(one, spaced(drawn(one))) for one in told)


def _promised(session: Session, names: tuple[str, str]) -> bool:
    return any(is_left_out(session.format, name) for name in names)
