"""What was put on a board, and where it stands on a map."""

from dataclasses import dataclass
from fractions import Fraction

from facilitation.domain.format import Text
from facilitation.projections.outcome.shapes.contributions import Contribution, Unprinted


@dataclass(frozen=True, slots=True)
class MapPoint:
    """Where a card stands on a map: the median and the middle half of `n` placings. `number` is absent where its words
    are not reproduced.
    """

    number: int | None
    n: int
    across: Fraction
    up: Fraction
    across_half: tuple[Fraction, Fraction]
    up_half: tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class MapMaterial:
    """A map: the words at the ends of its axes, and the cards that were placed on it in one stage."""

    left: Text
    right: Text
    bottom: Text
    top: Text
    points: tuple[MapPoint, ...]


@dataclass(frozen=True, slots=True)
class BoardMaterial:
    """What one stage put on a board. `written` counts what is left after withdrawals; `carried_in` came from before."""

    name: str
    prompt: Text | None
    columns: tuple[Text, ...]
    written: int
    carried_in: int
    cards: tuple[Contribution, ...]
    unprinted: Unprinted
    map: MapMaterial | None = None
