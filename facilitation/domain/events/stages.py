"""Stages played: begun, timed, shown bit by bit, closed, skipped."""

from dataclasses import dataclass
from typing import Literal

from facilitation.domain.session import Milliseconds, StepKey


@dataclass(frozen=True, slots=True)
class StageStarted:
    """A step began; `ends_at` is absent where it has no time limit, `signals_at` where that is not a range.

    `shows_at` is when the first of its cards come up by themselves, where they do.
    """

    step: StepKey
    at: Milliseconds
    ends_at: Milliseconds | None = None
    signals_at: Milliseconds | None = None
    shows_at: Milliseconds | None = None


@dataclass(frozen=True, slots=True)
class NextShown:
    """The next cards of a step that shows them little by little came up; more will by themselves at `next_at`."""

    step: StepKey
    at: Milliseconds
    next_at: Milliseconds | None = None


@dataclass(frozen=True, slots=True)
class StepRevealed:
    """What a step kept until its reveal is shown."""

    step: StepKey
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class TimerExtended:
    """A step was given more (or less) time; `ends_at` is its new end."""

    step: StepKey
    seconds: int
    ends_at: Milliseconds | None
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class TimerPaused:
    """The clock of a step stopped with `left` milliseconds to go."""

    step: StepKey
    left: Milliseconds
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class TimerResumed:
    """The clock of a step runs again."""

    step: StepKey
    ends_at: Milliseconds
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class StageClosed:
    """A step ended."""

    step: StepKey
    by: Literal["facilitator", "timer", "everyone answered", "condition"]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class StageSkipped:
    """A step was left out, and why. If it was on, it ended there."""

    step: StepKey
    reason: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class StageLeftOut:
    """A step was not played, because what its `if` asks for was not so."""

    step: StepKey
    at: Milliseconds


StageEvent = (
    StageStarted
    | NextShown
    | StepRevealed
    | TimerExtended
    | TimerPaused
    | TimerResumed
    | StageClosed
    | StageSkipped
    | StageLeftOut
)
