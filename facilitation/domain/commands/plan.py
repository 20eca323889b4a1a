"""The plan, changed while the session is waiting or running."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitation.domain.format import Stage
from facilitation.domain.session import ChangeId, StepKey


@dataclass(frozen=True, slots=True)
class Wording:
    """New words for one text of a stage; a language left out keeps what it had."""

    fr: str | None = None
    en: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeStage:
    """Change the length (seconds; 0 for no limit) or the words of a step that nobody has reached.

    `base` is the version of the plan that was looked at. With `every_turn`, its later turns change alike.
    """

    step: StepKey
    reason: str
    base: int
    seconds: int | None = None
    texts: Mapping[str, Wording] = field(default_factory=dict)
    every_turn: bool = False


@dataclass(frozen=True, slots=True)
class MoveStage:
    """Put a step that nobody has reached before another one (none: at the end)."""

    step: StepKey
    before: StepKey | None
    reason: str
    base: int


@dataclass(frozen=True, slots=True)
class InsertBlock:
    """Insert a block of the library before a step (none: at the end). The door finds the block by its name."""

    block: str
    before: StepKey | None
    reason: str
    base: int


@dataclass(frozen=True, slots=True)
class InsertStage:
    """The same with the stage found: `shares` names the boards of this session that it goes on with."""

    block: str
    stage: Stage
    before: StepKey | None
    reason: str
    base: int
    shares: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UndoChange:
    """Take back a change of the plan that nobody has reached."""

    change: ChangeId
    base: int


@dataclass(frozen=True, slots=True)
class RestoreStage:
    """Put back a step that was left out before anybody reached it."""

    step: StepKey
    base: int


@dataclass(frozen=True, slots=True)
class ReopenStep:
    """Open the inputs of the step that ended last again, for so many seconds (0: without limit)."""

    step: StepKey
    seconds: int
    reason: str


@dataclass(frozen=True, slots=True)
class EditReason:
    """Put other words for why a step was left out, its time or the plan changed: the former are erased."""

    of: str
    text: str


@dataclass(frozen=True, slots=True)
class EraseReason:
    """Erase why a step was left out, its time or the plan changed."""

    of: str
