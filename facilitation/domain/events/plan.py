"""The plan, changed while the session waits or runs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from facilitation.domain.format import Stage, Text
from facilitation.domain.session import ChangeId, Milliseconds, StepKey


@dataclass(frozen=True, slots=True)
class StageChanged:
    """Steps that nobody had reached got another length or other words; `kept` says which language stayed as it was."""

    change: ChangeId
    steps: tuple[StepKey, ...]
    by: str
    at: Milliseconds
    seconds: int | None = None
    texts: Mapping[str, Text] = field(default_factory=dict)
    kept: Mapping[str, Literal["fr", "en"]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StageMoved:
    """A step that nobody had reached was put before another one, or at the end."""

    change: ChangeId
    step: StepKey
    before: StepKey | None
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class StageInserted:
    """A stage of the library joined the plan, before another step or at the end; all of it is pinned here."""

    change: ChangeId
    step: StepKey
    stage: Stage
    before: StepKey | None
    taken_from: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ChangeUndone:
    """A change of the plan was taken back."""

    change: ChangeId
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class StageRestored:
    """A step that had been left out is in the plan again."""

    step: StepKey
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class StageReopened:
    """A step that had ended takes contributions again; `left` is the next one, where it had begun and is given up."""

    change: ChangeId
    step: StepKey
    by: str
    at: Milliseconds
    ends_at: Milliseconds | None = None
    left: StepKey | None = None


PlanEvent = StageChanged | StageMoved | StageInserted | ChangeUndone | StageRestored | StageReopened
