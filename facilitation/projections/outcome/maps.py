"""Maps as a stage left them."""

from fractions import Fraction

from facilitation.domain.format import Board
from facilitation.domain.placing import Spot, middle
from facilitation.domain.session import Session
from facilitation.projections.outcome.register import Register, steps_of
from facilitation.projections.outcome.shapes import MapMaterial, MapPoint
from facilitation.projections.outcome.words import filled


def map_material(session: Session, known: Register, stage: str, board: Board) -> MapMaterial | None:
    """The cards that a stage placed on the map of a board, in its last turn; none where it placed none."""
    placed = [step for step in steps_of(session, stage) if step.key in session.places]
    if board.map is None or not placed:
        return None
    found = session.places[placed[-1].key]
    cards = (card for card in session.cards.values() if card.board == board.name and not card.withdrawn)
    points = [_point(known.card_numbers.get(c.id), tuple(found[c.id].values())) for c in cards if c.id in found]
    points.sort(key=lambda point: (point.number is None, point.number or 0))
    across, up = board.map.across, board.map.up
    ends = (across.low, across.high, up.low, up.high)
    left, right, bottom, top = (filled(session, words, placed[-1]) for words in ends)
    return MapMaterial(left, right, bottom, top, tuple(points)) if points else None


def _point(number: int | None, spots: tuple[Spot, ...]) -> MapPoint:
    across, up = [x for x, _ in spots], [y for _, y in spots]
    quarters = (Fraction(1, 4), Fraction(3, 4))
    half = [(middle(numbers, quarters[0]), middle(numbers, quarters[1])) for numbers in (across, up)]
    return MapPoint(number, len(spots), middle(across), middle(up), half[0], half[1])
