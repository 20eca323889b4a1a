"""What observers write down: who they are (a number), their notes, their counts; each bound to a step and a group."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Observer:
    """Somebody who watches a session, known by a number only; `here` until their link is revoked."""

    id: str
    number: int
    at: int
    here: bool = True


@dataclass(frozen=True, slots=True)
class Observation:
    """A field note. `at` is when its first letter was written, by which its step was found; `excerpt` is what those who
    facilitate promoted of it: nothing else of a note ever reaches a document.
    """

    id: str
    observer: str
    text: str
    at: int
    step: str | None = None
    group: int | None = None
    flagged: bool = False
    """Whether its author proposes it for the documentation."""
    edited: bool = False
    withdrawn: bool = False
    excerpt: str = ""


Place = tuple[str, str, int | None]
"""Where something is counted: by which observer, in which step ("" outside any), in which group."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """Everything observers wrote in one session. `counts` are by place, then by line of the grid; `kept` are the lines
    that those who facilitate promoted to the documentation.
    """

    observers: Mapping[str, Observer] = field(default_factory=dict)
    notes: Mapping[str, Observation] = field(default_factory=dict)
    counts: Mapping[Place, Mapping[str, int]] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()

    def writes(self, observer: str) -> bool:
        """Whether somebody may watch and write: their link was given, and not revoked."""
        known = self.observers.get(observer)
        return known is not None and known.here

    @property
    def watched(self) -> bool:
        """Whether anybody watches: whoever comes in is told."""
        return any(known.here for known in self.observers.values())
