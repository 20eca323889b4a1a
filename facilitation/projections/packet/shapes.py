"""The shapes of a packet: frozen values, all words in both languages and filled in as far as they are known."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from facilitation.domain.format import Text
from facilitation.domain.slips.field import Field

Part = Literal["consents", "slips", "letters", "sign-in", "roles", "posters"]

PARTS: tuple[Part, ...] = ("consents", "slips", "letters", "sign-in", "roles", "posters")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be printed: which parts; slips of which sheets (none: all); the packets from `first` to `last`."""

    parts: tuple[Part, ...] = PARTS
    sheets: tuple[int, ...] = ()
    first: int = 1
    last: int = 999


@dataclass(frozen=True, slots=True)
class PrintedSeat:
    """A packet: its number, the alias of whoever is given it, and the code that lets them take back what they wrote."""

    number: int
    alias: str
    code: str
    consent: str
    """The number of its first sheet, the one with the consents."""


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """The slip of one step; `numbers` holds what is printed on it for each packet, in their order."""

    sheet: int
    title: Text
    turn: str
    instruction: Text | None
    minutes: int | None
    fields: tuple[Field, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedRole:
    """A card for whoever plays a role: what it is called, and what it reads in each stage."""

    label: Text
    copies: int
    lines: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True)
class Poster:
    """What hangs on the wall, or lies on the tables, in one stage."""

    title: Text
    instruction: Text | None
    prompts: tuple[Text, ...]
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Information:
    """The information sheet in the language of the papers: headings, paragraphs, and the number of its text."""

    title: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Packet:
    """All that is printed for one session. `days` is how long the codes work."""

    title: str
    format_title: Text
    address: str
    days: int
    parts: tuple[Part, ...]
    seats: tuple[PrintedSeat, ...]
    sheets: tuple[PrintedSheet, ...]
    roles: tuple[PrintedRole, ...]
    posters: tuple[Poster, ...]
    parts_of: Mapping[str, Text]
    """What each role or variant is called: some lines of a slip are for some people only."""
    about: Text | None = None
    information: Information | None = None
    again: bool = False
    """Whether the code of a stub may be typed in a later session, so that two answers of one person stand together."""
    came_before: bool = False
    """Whether the slip of consents has room for the code of an earlier session."""
