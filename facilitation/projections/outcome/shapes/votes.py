"""Votes, and what was picked."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from facilitation.domain.format import Manner, Text
from facilitation.projections.outcome.shapes.contributions import ALL_PRINTED, Contribution, Round, Unprinted


@dataclass(frozen=True, slots=True)
class VoteRow:
    """What one card received; `dots` are points where the vote was by scores, levels or places. `number` and `text` are
    absent where its words are not reproduced.
    """

    number: int | None
    text: str | None
    dots: int
    voters: int
    levels: tuple[int, ...] = ()
    """How often it was given each level of the vote."""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class VoteMaterial:
    """A vote, the most dots first."""

    stage: str
    title: Text
    round: Round
    of: str
    each: Fraction | None
    voters: int
    expected: int
    dots: int
    rows: tuple[VoteRow, ...]
    manner: Manner = "dots"
    scores: bool = False
    levels: tuple[Text, ...] = ()
    """What each level is called, where the vote asked for levels."""
    reasons: tuple[Contribution, ...] = ()
    unprinted: Unprinted = ALL_PRINTED
    hands: int = 0
    """How many raised hands are among the dots."""
    withheld: bool = False
    """Whether too few voted for readers outside to be told how."""


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """What one group picked, or (for picks made by persons) how often one card was picked: `group` is then absent."""

    group: int | None
    picks: tuple[int | None, ...]
    texts: tuple[str | None, ...]
    times: int = 1


@dataclass(frozen=True, slots=True)
class ChoiceMaterial:
    """The cards picked in one turn of a stage."""

    round: Round
    by: Literal["group", "person"]
    rows: tuple[ChoiceRow, ...]
