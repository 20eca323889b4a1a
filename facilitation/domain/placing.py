"""Cards placed on a map of two axes: by their authors, by each person, or by each group."""

from fractions import Fraction

from facilitation.domain.format import Board
from facilitation.domain.session import Planned, Session

Spot = tuple[int, int]
"""How far across and how far up, each from 1 to 5."""

LEAST, MOST = 1, 5


def placer(session: Session, planned: Planned, board: Board, person: str) -> str:
    """Whose placing it is: the person's, or their group's."""
    number = session.group_of(person, planned.key)
    return f"group:{number}" if board.placed_by == "group" and number is not None else person


def spots_of(session: Session, planned: Planned, board: Board, card: str) -> tuple[Spot, ...]:
    """Where a card was placed, by the last step that placed it and whose placings may be seen now.

    What each person or group thinks shows once all have placed, when the step is closed: nobody follows another.
    """
    if not any(card in placed for placed in session.places.values()):
        return ()
    keys = [step.key for step in session.plan]
    upto = keys.index(planned.key) + 1 if planned.key in keys else len(keys)
    for step in reversed(session.plan[:upto]):
        spots = session.places.get(step.key, {}).get(card, {})
        known = session.steps.get(step.key)
        window = next((b for b in step.stage.boards if b.name == board.name), None)
        alone = window is not None and window.placed_by == "author"
        if spots and (alone or (known is not None and known.closed_at is not None)):
            return tuple(spots.values())
    return ()


def middle(numbers: list[int], part: Fraction = Fraction(1, 2)) -> Fraction:
    """The number below which a part of some numbers lies, by linear interpolation."""
    ranked = sorted(numbers)
    place = part * (len(ranked) - 1)
    below = int(place)
    above = min(below + 1, len(ranked) - 1)
    return ranked[below] + (ranked[above] - ranked[below]) * (place - below)
