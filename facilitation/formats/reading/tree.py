"""A file as it is written: words, lists and entries, each with its place. Nothing has a type yet."""

from dataclasses import dataclass, field
from typing import Union


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a file; both numbers count from 1."""

    line: int
    column: int


TOP = Spot(1, 1)


@dataclass(frozen=True, slots=True)
class Word:
    """A scalar, kept as text whatever it looks like; `plain` if it was written without quotes."""

    text: str
    plain: bool
    spot: Spot

    @property
    def blank(self) -> bool:
        """Nothing was written (`title:` and then the end of the line)."""
        return self.plain and self.text in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value`."""

    key: Word
    value: "Node"


@dataclass(frozen=True, slots=True)
class Entries:
    """A group of `key: value`; `inline` if it was written between braces."""

    entries: tuple[Entry, ...]
    spot: Spot
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    spot: Spot


Node = Union[Word, Entries, Items]  # noqa: UP007 - a string forward reference cannot be joined with `|`


@dataclass(slots=True)
class Open:
    """A list or a group of entries that is still being read."""

    spot: Spot
    inline: bool
    mapping: bool
    entries: list[Entry] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    seen: dict[str, Spot] = field(default_factory=dict)
    key: Word | None = None
    waiting: bool = False

    def closed(self) -> Node:
        """The finished node."""
        if self.mapping:
            return Entries(tuple(self.entries), self.spot, self.inline)
        return Items(tuple(self.items), self.spot)
