"""Talking in turn, for the record: numbers, never who."""

from fractions import Fraction

from facilitation.domain.scopes import limit
from facilitation.domain.session import Floor, Planned, Session
from facilitation.projections.outcome.shapes import TurnsMaterial


def turns_of(session: Session, reached: list[Planned]) -> TurnsMaterial | None:
    """How a stage went in which people talked in turn; nothing for any other."""
    turns = reached[0].stage.turns if reached else None
    if turns is None:
        return None
    minutes = limit(session, reached[0], turns.minutes, None)
    floors = [session.floors.get(step.key, ()) for step in reached]
    return TurnsMaterial(
        turns.order,
        None if minutes is None else round(minutes * Fraction(60)),
        tuple(sum(map(_spoken, row)) for row in floors),
        tuple(sum(len(floor.order) for floor in row) for row in floors),
    )


def _spoken(floor: Floor) -> int:
    return len({*floor.spoken, *([floor.speaker] if floor.speaker else ())})
