"""Observers: what they ask, and what those who facilitate ask about them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoteObservation:
    """Write down what is seen. `at` is when its first letter was typed: the step that was on then is its step.

    `group` is the one that was watched (from 0), none for the room.
    """

    text: str
    at: int = 0
    group: int | None = None
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class EditObservation:
    """Put other words for a note of one's own: the former are erased."""

    note: str
    text: str


@dataclass(frozen=True, slots=True)
class FlagObservation:
    """Propose a note of one's own for the documentation, or no longer."""

    note: str
    on: bool


@dataclass(frozen=True, slots=True)
class WithdrawObservation:
    """Erase a note of one's own."""

    note: str


@dataclass(frozen=True, slots=True)
class CountLine:
    """Count a line of the grid once more, or take one back; `at` and `group` as for a note."""

    line: str
    more: bool
    at: int = 0
    group: int | None = None


@dataclass(frozen=True, slots=True)
class AdmitObserver:
    """Let one more observer watch; the house makes the link."""


@dataclass(frozen=True, slots=True)
class DismissObserver:
    """Revoke the link of an observer."""

    observer: str


@dataclass(frozen=True, slots=True)
class KeepExcerpt:
    """Promote words of an observer's note to the documentation; `[…]` stands for what is left out."""

    note: str
    text: str


@dataclass(frozen=True, slots=True)
class DropExcerpt:
    """Keep an observer's note out of the documentation after all."""

    note: str


@dataclass(frozen=True, slots=True)
class EraseObservation:
    """Erase an observer's note, should it name somebody."""

    note: str


@dataclass(frozen=True, slots=True)
class KeepCount:
    """Promote a line of the grid to the documentation: how often observers counted it, stage by stage."""

    line: str


@dataclass(frozen=True, slots=True)
class DropCount:
    """Keep a line of the grid out of the documentation after all."""

    line: str
