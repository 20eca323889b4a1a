"""The plan: its steps, how far each is, how they were changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from facilitation.domain.format import Stage, Text
from facilitation.domain.session.keys import ChangeId, LoopKey, Milliseconds, StepKey


@dataclass(frozen=True, slots=True)
class OpenLoop:
    """A loop with an open end, as one of its steps stands in it: which turn, of how many at most, and what ends it."""

    key: LoopKey
    turn: int
    most: int
    until: str | None = None
    chance: str | None = None
    each_as: str | None = None
    each_card: str | None = None
    on_request: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """A step of the plan: a stage, its rounds from the outermost loop inwards, the seconds it should take."""

    key: StepKey
    stage: Stage
    rounds: tuple[int, ...] = ()
    seconds: int | None = None
    open_loops: tuple[OpenLoop, ...] = ()
    least: int | None = None
    """The low end of a range of seconds."""

    @property
    def round(self) -> int:
        """The turn of the innermost loop, from 1; 1 outside any loop."""
        return self.rounds[-1] if self.rounds else 1


@dataclass(frozen=True, slots=True)
class Extension:
    """Time added to a step while it was on (or taken off: `seconds` below zero), and why, where that was said."""

    id: str
    seconds: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A planned step once it was reached or skipped."""

    key: StepKey
    started_at: Milliseconds | None = None
    closed_at: Milliseconds | None = None
    ends_at: Milliseconds | None = None
    paused_with: Milliseconds | None = None
    extensions: tuple[Extension, ...] = ()
    revealed: bool = False
    shown: int = 0
    """How often the next cards came up, where they are shown little by little."""
    shows_at: Milliseconds | None = None
    """When the next cards come up by themselves, where they do."""
    shows_in: Milliseconds | None = None
    """How long they still had to wait when the step was paused."""
    closed_by: Literal["facilitator", "timer", "everyone answered", "condition"] | None = None
    skipped: bool = False
    skip_reason: str | None = None
    signals_at: Milliseconds | None = None
    signals_in: Milliseconds | None = None
    reopened: int = 0
    """How often it was opened again after its end: what its end had shown stays shown, and settled."""
    waiting: tuple[int, ...] = ()
    """The groups it is not for, which wait while it is on."""

    @property
    def extended(self) -> int:
        """What was added to its time in all, and taken off again."""
        return sum(extension.seconds for extension in self.extensions)

    @property
    def timed(self) -> bool:
        """Whether its time is counted, running or paused."""
        return self.ends_at is not None or self.paused_with is not None

    @property
    def next_extension(self) -> str:
        """What the next one will be called: in events, only a reason names it."""
        return f"{self.key}+{len(self.extensions) + 1}"


@dataclass(frozen=True, slots=True)
class Change:
    """What the facilitator changed in the plan of this session, beside what its format says.

    `seconds` is a new length (0: no limit); `texts` are new words by place (see `domain.wording`), `kept` the places
    where one language was left as it was, and which. `before` is the step that a moved or inserted one comes before
    (none: at the end).
    """

    id: ChangeId
    sort: Literal["changed", "moved", "inserted", "reopened"]
    steps: tuple[StepKey, ...]
    by: str
    at: Milliseconds
    seconds: int | None = None
    texts: Mapping[str, Text] = field(default_factory=dict)
    kept: Mapping[str, Literal["fr", "en"]] = field(default_factory=dict)
    before: StepKey | None = None
    stage: Stage | None = None
    taken_from: str = ""
    reason: str = ""
    undone_at: Milliseconds | None = None
