"""Answers, turns to speak, values worked out, moments noted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from facilitation.domain.session.keys import AnswerValue, Milliseconds, StepKey


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person (or a group, through its last writer) answered to one question of one step."""

    value: AnswerValue
    by: str
    at: Milliseconds
    withdrawn: bool = False
    earlier: frozenset[str] = frozenset()
    held: bool = False
    """Whether the facilitator has still to let the whole room read it."""

    @property
    def writers(self) -> frozenset[str]:
        """All whose words a shared answer may hold: any may withdraw it, all must agree to see it printed."""
        return self.earlier | {self.by}


@dataclass(frozen=True, slots=True)
class Floor:
    """Who speaks in one circle of a step: the order, who has the floor, who has had it, until when.

    `turn` counts how often the floor was given, so that a turn is never passed on twice.
    """

    order: tuple[str, ...]
    speaker: str | None = None
    spoken: tuple[str, ...] = ()
    turn: int = 0
    ends_at: Milliseconds | None = None
    left: Milliseconds | None = None


@dataclass(frozen=True, slots=True)
class Values:
    """What the formulas of a step gave when it closed. A name without a value there could not be worked out.

    `missing` names the questions a person left unanswered and whose stand-in value was used.
    """

    session: Mapping[str, Fraction] = field(default_factory=dict)
    group: Mapping[str, tuple[Fraction | None, ...]] = field(default_factory=dict)
    person: Mapping[str, Mapping[str, Fraction]] = field(default_factory=dict)
    missing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """What the facilitator wrote down for the documentation, bound to a step."""

    id: str
    text: str
    at: Milliseconds
    step: StepKey | None
    by: str
    edited: bool = False
    erased: bool = False
    kept: bool = True
    """Whether it is kept for the documentation; otherwise it stays with those who facilitate."""
