"""Observers and what they note."""

from dataclasses import dataclass

from facilitation.domain.session import Milliseconds, StepKey


@dataclass(frozen=True, slots=True)
class ObserverAdmitted:
    """An observer was given a link; who holds it is nowhere in the log."""

    observer: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ObserverDismissed:
    """The link of an observer opens nothing any more; what they wrote stays."""

    observer: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ObservationNoted:
    """An observer wrote a note, begun at `noted_at` while `step` was on, about the room or one group of it."""

    note: str
    observer: str
    text: str
    step: StepKey | None
    group: int | None
    noted_at: Milliseconds
    at: Milliseconds
    flagged: bool = False
    """Whether they propose it for the documentation."""


@dataclass(frozen=True, slots=True)
class ObservationEdited:
    """An observer's note has other words: the former are erased, and what was promoted of them."""

    note: str
    text: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ObservationFlagged:
    """An observer proposes a note for the documentation, or no longer."""

    note: str
    on: bool
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ObservationWithdrawn:
    """The words of an observer's note are erased, by its author or by those who facilitate."""

    note: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ExcerptKept:
    """Those who facilitate promoted words of an observer's note to the documentation."""

    note: str
    text: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ExcerptDropped:
    """Nothing of an observer's note goes to the documentation any more."""

    note: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class LineCounted:
    """An observer counted a line of the grid once more (`by` is 1), or took one back (-1)."""

    observer: str
    line: str
    by: int
    step: StepKey | None
    group: int | None
    noted_at: Milliseconds
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class CountKept:
    """Those who facilitate promoted a line of the grid to the documentation, with what observers count there."""

    line: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class CountDropped:
    """A line of the grid does not go to the documentation any more."""

    line: str
    by: str
    at: Milliseconds


ObserverEvent = (
    ObserverAdmitted
    | ObserverDismissed
    | ObservationNoted
    | ObservationEdited
    | ObservationFlagged
    | ObservationWithdrawn
    | ExcerptKept
    | ExcerptDropped
    | LineCounted
    | CountKept
    | CountDropped
)
