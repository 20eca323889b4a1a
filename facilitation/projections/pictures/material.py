"""What a picture is drawn from: names, links, levels and counts; nothing about how it is drawn."""

from dataclasses import dataclass
from fractions import Fraction

from facilitation.domain.format import Text
from facilitation.projections.paired.shapes import Comparison

UNSAID = Text("(texte non reproduit)", "(text not reproduced)")


@dataclass(frozen=True, slots=True)
class Rings:
    """Things around a middle, from the nearest ring to the farthest."""

    title: Text
    rings: tuple[tuple[Text, tuple[Text, ...]], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """From one thing to another, by their places among the names: `sort` is the place of its kind, 0 if none."""

    start: int
    end: int
    count: int = 1
    sort: int = 0
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """Things and the links between them. With `signs`, the first kind pushes the same way, the second the other."""

    title: Text
    names: tuple[Text, ...]
    links: tuple[Link, ...]
    sorts: tuple[Text, ...] = ()
    signs: bool = False


@dataclass(frozen=True, slots=True)
class Ties:
    """How closely each of some works with each other, as each of them says; the row of who was silent holds nothing."""

    title: Text
    names: tuple[Text, ...]
    levels: tuple[tuple[Fraction | None, ...], ...]
    highest: Fraction

    @property
    def answered(self) -> tuple[int, ...]:
        """Those who said something of their ties: of the others nobody knows whether they have any."""
        return tuple(at for at, cells in enumerate(self.levels) if any(level is not None for level in cells))

    @property
    def possible(self) -> int:
        """How many ties those who answered could have told of."""
        return len(self.answered) * (len(self.names) - 1)


@dataclass(frozen=True, slots=True)
class TiesTwice:
    """The ties of two moments, and what the moments are called."""

    title: Text
    first: Ties
    second: Ties
    moments: tuple[Text, Text]


@dataclass(frozen=True, slots=True)
class Grid:
    """For each thing, how many gave each value; the last value is the fullest."""

    title: Text
    names: tuple[Text, ...]
    values: tuple[Text, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A thing on a field: the medians, and the middle half of what people said."""

    name: Text
    n: int
    across: Fraction
    up: Fraction
    across_half: tuple[Fraction, Fraction]
    up_half: tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Field:
    """Things on a field of two axes, with what each axis is called and its two ends."""

    title: Text
    across: Text
    up: Text
    low: tuple[Fraction, Fraction]
    high: tuple[Fraction, Fraction]
    points: tuple[Placed, ...]
    too_few: int = 0
    """Things that too few people spoke of."""


@dataclass(frozen=True, slots=True)
class Bands:
    """Levels one under another, the first above the water."""

    title: Text
    bands: tuple[tuple[Text, tuple[Text, ...]], ...]


@dataclass(frozen=True, slots=True)
class Horizons:
    """Three horizons, each with what was written about it, column by column."""

    title: Text
    horizons: tuple[tuple[tuple[Text, tuple[Text, ...]], ...], ...]


@dataclass(frozen=True, slots=True)
class Moves:
    """Positions before and after, and how many went from each to each; no `flows` where that would tell too much."""

    title: Text
    options: tuple[Text, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]
    flows: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Twofold:
    """What the same people answered to one question at two moments."""

    title: Text
    found: Comparison


Material = Rings | Links | Ties | Grid | Field | Bands | Horizons | Moves | Twofold | TiesTwice
