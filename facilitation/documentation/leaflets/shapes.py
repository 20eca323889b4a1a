"""What a leaflet is made of: headings, words, tables of two columns, and places to be filled in by hand."""

from dataclasses import dataclass
from typing import Literal

Which = Literal["sheet", "register", "assessment"]

LEAFLETS: tuple[Which, ...] = ("sheet", "register", "assessment")


@dataclass(frozen=True, slots=True)
class Row:
    """A question and what answers it; without words it is left to be filled in."""

    name: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, its paragraphs, and a table under a caption."""

    heading: str
    words: tuple[str, ...] = ()
    caption: str = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A short document in one language. `number` tells one text from another."""

    which: Which
    locale: str
    title: str
    about: str
    parts: tuple[Part, ...]
    number: str = ""

    @property
    def blanks(self) -> int:
        """How many places are left to be filled in."""
        return sum(not row.words for part in self.parts for row in part.rows)
