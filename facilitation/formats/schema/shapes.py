"""What may be written after a key: the vocabulary in which the table of keys is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Union

from facilitation.domain.format import Text


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words, the same in every language: a source, a licence."""

    longest: int = 500


@dataclass(frozen=True, slots=True)
class Prose:
    """Words for people: written once, or as `{fr: …, en: …}`. `values` says which `{names}` may stand inside."""

    values: str = "none"
    longest: int = 8000


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the file gives to something, usable in formulas: small letters, digits, underscores."""


@dataclass(frozen=True, slots=True)
class Slug:
    """An identifier that may hold hyphens: a format, a stage, an option."""


@dataclass(frozen=True, slots=True)
class Version:
    """Three numbers: 1.0.0."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two limits."""

    least: int = 0
    most: int = 10_000


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number: 3, 1.8 or 2/3."""

    least: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Truth:
    """yes or no (also true, false, oui, non)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these words; `also` gives accepted spellings of them."""

    values: tuple[str, ...]
    also: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Formula:
    """A number, a name, or a calculation."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """A number of minutes, a formula, or `low to high`; any of them may be followed by `per person`."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What ends a stage: known words and a formula, with `or` between them."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The name of something declared in the file, or one of a few fixed words."""

    to: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anything:
    """Kept as written: another key says how to read it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list; a single item may be written without its dash where `alone` is true."""

    of: "Shape"
    alone: bool = True
    fewest: int = 1


@dataclass(frozen=True, slots=True)
class Named:
    """Entries under names that the author chooses."""

    key: "Name | Slug | Reference"
    value: "Shape"
    listed: bool = False
    """Whether a plain list of texts is accepted too, each item being named after its words."""


@dataclass(frozen=True, slots=True)
class Record:
    """A group of known keys. A bare word stands for the key `short`, where there is one."""

    name: str
    about: Text
    keys: tuple["Key", ...]
    short: str | None = None
    unless: str = ""
    """The key beside which no other is needed: it takes them from elsewhere."""

    def key(self, name: str) -> "Key | None":
        """The key called `name`, already spelled the schema's way."""
        return next((key for key in self.keys if key.name == name), None)


@dataclass(frozen=True, slots=True)
class Kinds:
    """One record among several, told apart by the key that bears its name."""

    records: tuple[str, ...]


Shape = Union[  # noqa: UP007 - string forward references cannot be joined with `|`
    Words,
    Prose,
    Name,
    Slug,
    Version,
    Whole,
    Number,
    Truth,
    Choice,
    Formula,
    Minutes,
    Pace,
    Reference,
    Anything,
    Listed,
    Named,
    Record,
    Kinds,
]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the language, and what it is for."""

    name: str
    shape: Shape
    about: Text
    needed: bool = False
