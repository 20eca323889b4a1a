"""The shapes of what observers counted: frozen values, without anything that says which of them."""

from dataclasses import dataclass

from facilitation.domain.format import Text

Round = str
"""The turn in which something was seen, as `shapes.Round`."""


@dataclass(frozen=True, slots=True)
class InGroups:
    """How often one of those who observed counted a line about groups, and about how many of them: never which."""

    times: int
    groups: int


@dataclass(frozen=True, slots=True)
class SeenInStep:
    """How often a line was counted in one step: a number for each of those who observed, the smallest first. What they
    counted about the whole room and about groups stands apart. `stage` is absent outside any.
    """

    stage: str | None
    title: Text | None
    round: Round
    room: tuple[int, ...]
    in_groups: tuple[InGroups, ...]
    withheld: bool = False
    """Whether too few people were there for the numbers to be told; they are then absent."""


@dataclass(frozen=True, slots=True)
class LineSeen:
    """A line of the observers' grid that was promoted. `number` is its place among those of the session, `ref` what
    names it whatever is promoted around it.
    """

    number: int
    ref: str
    line: Text
    steps: tuple[SeenInStep, ...]

    @property
    def withheld(self) -> bool:
        """Whether no number of it may be told."""
        return all(step.withheld for step in self.steps)

    @property
    def several(self) -> bool:
        """Whether more than one person counted the same: their numbers stand side by side."""
        return any(len(step.room) > 1 or len(step.in_groups) > 1 for step in self.steps)
