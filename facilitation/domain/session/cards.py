"""Cards, and what a facilitator made of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitation.domain.session.keys import ActionSort, Milliseconds, StepKey


@dataclass(frozen=True, slots=True)
class Card:
    """Words that someone put on a board."""

    id: str
    board: str
    step: StepKey
    author: str
    text: str
    column: str | None = None
    edited: bool = False
    withdrawn: bool = False
    hidden: bool = False
    marks: frozenset[str] = frozenset()
    marked_by: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Who put each mark there: a slip that is corrected takes off what was on it alone."""
    posted_at: Milliseconds = 0
    editors: frozenset[str] = frozenset()
    about: str | None = None
    """The card that this one comments on."""
    held: bool = False
    """Whether the facilitator has still to let the whole room read it."""
    reason: bool = False
    """Whether it says why its author gave that card the level they gave it."""

    @property
    def writers(self) -> frozenset[str]:
        """All whose words the card may hold: any of them may withdraw it, and all must agree to see it printed."""
        return self.editors | {self.author}


@dataclass(frozen=True, slots=True)
class Cluster:
    """Cards of a board under a title that the facilitator gave them."""

    id: str
    board: str
    title: str
    cards: tuple[str, ...]
    dissolved: bool = False
    former: tuple[str, ...] = ()
    """The titles it had before: a person's words may be in any of them."""


@dataclass(frozen=True, slots=True)
class Former:
    """What an action of the facilitator is about to change, as it was: what undoing it brings back."""

    clusters: Mapping[str, Cluster] = field(default_factory=dict)
    merges: tuple[tuple[str, ...], ...] = ()
    groups: Mapping[str, int] = field(default_factory=dict)
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Action:
    """Something a facilitator did to cards or people, that can be undone as long as nothing later builds on it."""

    id: str
    sort: ActionSort
    subjects: tuple[str, ...]
    by: str
    at: Milliseconds
    step: StepKey | None
    former: Former
    undone_at: Milliseconds | None = None
