"""Values worked out by formulas: tables and charts."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from facilitation.domain.format import Text
from facilitation.projections.outcome.shapes.answers import Spread
from facilitation.projections.outcome.shapes.contributions import Round


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of a table of values. `None` is a value that could not be worked out, or may not be shown; `withheld` is
    true where at least one may not be shown.
    """

    label: Text
    cells: tuple[Fraction | None, ...]
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class ValueTable:
    """Values, one column per turn. `stood_in` counts, over all turns, the missing answers that a formula replaced;
    `name` is what the format calls the value, empty for a table that the format gave a title. `yes_no` says that the
    formula asks whether something is so; `worked_out` is the formula behind one that is only a name.
    """

    title: Text
    rounds: tuple[Round, ...]
    rows: tuple[TableRow, ...]
    stood_in: int = 0
    formula: str = ""
    name: str = ""
    yes_no: bool = False
    worked_out: str = ""


@dataclass(frozen=True, slots=True)
class SpreadTable:
    """The spread of a value worked out for each person, one per turn; absent where too few people had one."""

    title: Text
    rounds: tuple[Round, ...]
    spreads: tuple[Spread | None, ...]
    formula: str = ""
    name: str = ""
    yes_no: bool = False
    """Whether the value says if something is so: it is then counted, not spread."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a chart. `n` is the number of answers behind it, where that means something."""

    label: Text
    value: Fraction | None
    n: int | None = None


@dataclass(frozen=True, slots=True)
class ChartMaterial:
    """A chart: aggregates only. `of` is the formula, or the question, whose values it shows."""

    title: Text
    sort: Literal["bars", "line"]
    across: Literal["round", "group", "answer"]
    points: tuple[Point, ...]
    of: str = ""
