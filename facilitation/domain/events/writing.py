"""Words of the facilitator: moments noted, reasons given."""

from dataclasses import dataclass

from facilitation.domain.session import Milliseconds, StepKey


@dataclass(frozen=True, slots=True)
class NoteTaken:
    """The facilitator kept a moment."""

    note: str
    text: str
    by: str
    step: StepKey | None
    at: Milliseconds
    kept: bool = True
    """Whether it is for the documentation; otherwise it stays with those who facilitate."""


@dataclass(frozen=True, slots=True)
class NoteKept:
    """A note is kept for the documentation after all, or kept out of it."""

    note: str
    kept: bool
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class NoteEdited:
    """A moment that was kept has other words: the former are erased."""

    note: str
    text: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class NoteErased:
    """The words of a moment that was kept are erased."""

    note: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ReasonGiven:
    """Why a step was left out, its time or the plan changed (`of`); former words for it are erased."""

    of: str
    text: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ReasonErased:
    """Why a step was left out, its time or the plan changed, is erased."""

    of: str
    by: str
    at: Milliseconds


WritingEvent = NoteTaken | NoteKept | NoteEdited | NoteErased | ReasonGiven | ReasonErased
