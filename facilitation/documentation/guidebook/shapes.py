"""What a facilitator's guide is made of: the words of a format, its usual settings filled in. Lengths in seconds."""

from dataclasses import dataclass

from facilitation.domain.format import Text


@dataclass(frozen=True, slots=True)
class GuidePart:
    """What one role reads and does in a stage; everyone, without a role."""

    role: Text | None
    reads: tuple[Text, ...]
    does: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class GuideBoard:
    """A board as it will look, empty: its columns, or the ends of the axes of its map (left, right, bottom, top)."""

    title: Text
    readers: Text
    columns: tuple[Text, ...] = ()
    axes: tuple[Text, ...] = ()
    vote: Text | None = None


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One stage, the first time it comes. `starts` counts from the beginning."""

    title: Text
    starts: int
    least: int | None
    most: int | None
    by_people: bool
    times: int
    together: Text | None
    instruction: Text | None
    shown: Text | None
    plain: Text | None
    lines: tuple[tuple[str, Text], ...]
    notes: Text | None
    parts: tuple[GuidePart, ...]
    boards: tuple[GuideBoard, ...]
    ends: Text
    serves: tuple[int, ...]
    looks_back: bool
    """Whether it is a stage of the debriefing: it comes after what was played, and asks what to make of it."""


@dataclass(frozen=True, slots=True)
class GuideRole:
    """A part that some people play, and how they come to it."""

    label: Text
    how: Text


@dataclass(frozen=True, slots=True)
class GuideHandout:
    """Something that is handed out, whole: to everyone, or to those who hold a role or a variant."""

    title: Text
    to: Text | None
    words: Text | None
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Guidebook:
    """Everything that the guide of one format says."""

    id: str
    version: str
    title: Text
    summary: Text
    fewest: int
    most: int
    people: int
    least_minutes: int
    minutes: int
    untimed: int
    objectives: tuple[Text, ...]
    before: tuple[tuple[str, Text], ...]
    materials: tuple[Text, ...]
    roles: tuple[GuideRole, ...]
    settings: tuple[tuple[Text, Text], ...]
    steps: tuple[GuideStep, ...]
    to_print: tuple[tuple[Text, Text], ...]
    source: Text
    authors: str
    licence: str
    handouts: tuple[GuideHandout, ...] = ()

    @property
    def numbers_itself(self) -> bool:
        """Whether the titles of some stages bear numbers already, as those of a method with its own six steps."""
        return any(step.title.fr[:1].isdigit() for step in self.steps)
