"""The shapes of a comparison: numbers of people, and no person."""

from dataclasses import dataclass
from fractions import Fraction

from facilitation.domain.format import Text
from facilitation.projections.paired.significance import Named
from facilitation.projections.paired.small import Directions
from facilitation.projections.paired.which import Sort


@dataclass(frozen=True, slots=True)
class Side:
    """The answers at one moment, of `n` people: how many gave each step, if there are few steps; the quartiles."""

    n: int
    counts: tuple[int, ...]
    lower: Fraction
    median: Fraction
    upper: Fraction


@dataclass(frozen=True, slots=True)
class Tried:
    """What may be told of a test, one of `among` that the team asked for. Where `kept_back`, a small number would be
    told by it; `p` is absent too where nobody moved, or too many did.
    """

    test: Named
    why: str
    beforehand: bool
    among: int
    kept_back: bool = False
    used: int | None = None
    stayed: int | None = None
    p: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two answers of the same people. `both` gave both; `neither`, of those who were there, gave none. The four are
    absent where readers outside may not be told how few there were.

    `directions` is absent where too few gave both. `sides` tells the answers at each moment: of those who gave both,
    or, where `of_all`, of all who answered then, since otherwise the answers of the others could be worked out. It is
    absent where it would give back what the directions keep back.
    """

    sort: Sort
    label: Text
    asked: tuple[Text, Text]
    moments: tuple[Text, Text]
    names: tuple[str, str]
    both: int | None
    only_first: int | None
    only_second: int | None
    neither: int | None
    steps: tuple[Text, ...] = ()
    yes_no: bool = False
    directions: Directions | None = None
    sides: tuple[Side, Side] | None = None
    of_all: bool = False
    tests: tuple[Tried, ...] = ()
    """What was asked for beforehand, and no other."""
