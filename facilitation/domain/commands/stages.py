"""Steering: the next stage, its time, its repetitions, its wall."""

from dataclasses import dataclass

from facilitation.domain.session import LoopKey, StepKey


@dataclass(frozen=True, slots=True)
class Advance:
    """Go on: start the session (`after` is none), or close the step `after` and start the next one."""

    after: StepKey | None


@dataclass(frozen=True, slots=True)
class CloseStep:
    """Close the inputs of the current step and show what waits for its end, without going on yet."""

    step: StepKey


@dataclass(frozen=True, slots=True)
class ExtendStep:
    """Give the current step more time (seconds; negative for less), and say why if there is something to say."""

    step: StepKey
    seconds: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PauseTimer:
    """Stop the clock of the current step."""

    step: StepKey


@dataclass(frozen=True, slots=True)
class ResumeTimer:
    """Let the clock run again."""

    step: StepKey


@dataclass(frozen=True, slots=True)
class EndTimer:
    """Said by the desk when the time of a step is up."""

    step: StepKey


@dataclass(frozen=True, slots=True)
class SkipStep:
    """Leave out a step, the current one or one still to come, and say why."""

    step: StepKey
    reason: str


@dataclass(frozen=True, slots=True)
class EndLoop:
    """Let a loop with an open end have no further turn; the one that is on is played to its end."""

    loop: LoopKey


@dataclass(frozen=True, slots=True)
class WantTurn:
    """Let a loop that has another turn on request only have one more."""

    loop: LoopKey


@dataclass(frozen=True, slots=True)
class RevealStep:
    """Show now what the current step keeps until its reveal."""

    step: StepKey


@dataclass(frozen=True, slots=True)
class HideWall:
    """Blank the projector at once, or bring it back."""

    on: bool


@dataclass(frozen=True, slots=True)
class FreezeWall:
    """Let the projector keep what it shows while the room goes on, or catch up."""

    on: bool


@dataclass(frozen=True, slots=True)
class TurnWall:
    """Turn the page on the projector: forwards if `by` is positive, back if it is negative."""

    by: int
