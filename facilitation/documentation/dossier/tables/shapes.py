"""A table, its columns, its cells: numbers stay numbers, words stay words, and nothing is a formula."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from facilitation.domain.format import Text
from facilitation.projections.outcome import Outcome

Cell = str | int | Fraction | date | None
"""`None` where there is nothing, or nothing that these readers may be told."""

Name = Literal[
    "sessions",
    "colleges",
    "stages",
    "contributions",
    "votes",
    "answers",
    "comparisons",
    "cooperation",
    "observed",
    "values",
    "hypotheses",
    "learnings",
    "commitments",
]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `name` for programs, the same in every language; `title` for people."""

    name: str
    title: Text
    wide: bool = False
    """Whether it holds sentences."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their columns. `about` says what one row is."""

    name: Name
    title: Text
    about: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def is_small(told: Outcome) -> bool:
    """Whether readers outside are not told how many people came: then no number of heads is told at all."""
    return told.rendering == "diffusion" and 0 < told.attendance.people < told.attendance.threshold


SESSION = Column("session", Text("séance", "session"))
STAGE = Column("stage", Text("étape", "stage"))
ROUND = Column("round", Text("tour", "round"))
NUMBER = Column("number", Text("n° dans le document", "no. in the document"))
