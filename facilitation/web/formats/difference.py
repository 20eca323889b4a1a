"""The difference between two texts, in pieces that a person can read: what stays around, what went, what came."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

AROUND = 2
"""Unchanged lines shown on either side of a change."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one of the two texts; `number` is its place there, from 1."""

    kind: Literal["same", "gone", "come"]
    number: int
    words: str


Hunk = tuple[Line, ...]


def difference(before: str, after: str) -> tuple[Hunk, ...]:
    """The changed places, each with its lines; nothing where the texts are the same."""
    old, new = before.splitlines(), after.splitlines()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        tuple(line for code in group for line in _lines(code, old, new))
        for group in matcher.get_grouped_opcodes(AROUND)
    )


def _lines(code: tuple[str, int, int, int, int], old: list[str], new: list[str]) -> Iterator[Line]:
    tag, old_from, old_to, new_from, new_to = code
    if tag == "equal":
        yield from (Line("same", at + 1, new[at]) for at in range(new_from, new_to))
        return
    yield from (Line("gone", at + 1, old[at]) for at in range(old_from, old_to))
    yield from (Line("come", at + 1, new[at]) for at in range(new_from, new_to))
