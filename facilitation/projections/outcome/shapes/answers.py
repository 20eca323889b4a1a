"""A question and its answers, turn by turn."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from facilitation.domain.format import QuestionKind, Text
from facilitation.projections.outcome.shapes.contributions import ALL_PRINTED, Contribution, Round, Unprinted


@dataclass(frozen=True, slots=True)
class RowsAnswer:
    """The rows of one answer of the kind `list`, under the columns of its question."""

    number: int
    rows: tuple[tuple[str, ...], ...]
    round: Round = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Spread:
    """Numbers, by their quartiles (linear interpolation), exact. `values` are sorted."""

    n: int
    minimum: Fraction
    lower: Fraction
    median: Fraction
    upper: Fraction
    maximum: Fraction
    average: Fraction
    values: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class OptionCount:
    """How many gave this answer."""

    id: str
    label: Text
    count: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """One option of a ranking: its median place, and how often it came first."""

    id: str
    label: Text
    median: Fraction
    first: int


@dataclass(frozen=True, slots=True)
class ItemTold:
    """What was answered for one item: numbers by their spread, or how many said yes. `label` is absent where the words
    of a card are not reproduced.
    """

    id: str
    label: Text | None
    n: int
    spread: Spread | None = None
    yes: int | None = None


@dataclass(frozen=True, slots=True)
class AnswersOfRound:
    """What was answered in one turn. `expected` people (or groups) were asked; `stood_in` answers were replaced by the
    value that the format gives to a missing one, which formulas use and averages leave out. `withheld` is true where
    too few answered a question that was kept from the room.
    """

    round: Round
    expected: int
    answered: int
    stood_in: int = 0
    withheld: bool = False
    texts: tuple[Contribution, ...] = ()
    rows: tuple[RowsAnswer, ...] = ()
    spread: Spread | None = None
    counts: tuple[OptionCount, ...] = ()
    ranking: tuple[Ranked, ...] = ()
    items: tuple[ItemTold, ...] = ()
    unprinted: Unprinted = ALL_PRINTED
    hands: int = 0
    """How many raised hands are among the counts: totals that nobody is the author of."""

    @property
    def missing(self) -> int:
        """How many were asked and gave nothing: never the same thing as zero."""
        return max(0, self.expected - self.answered)


@dataclass(frozen=True, slots=True)
class QuestionMaterial:
    """A question and its answers, turn by turn."""

    name: str
    label: Text
    sort: QuestionKind | Literal["person"]
    rounds: tuple[AnswersOfRound, ...]
    columns: tuple[Text, ...] = ()
    per_group: bool = False
    anonymous: bool = False
    asked_of: Text | None = None
    """The role that alone was asked."""
    compared: bool = False
    """Whether its answers are compared with those of another moment."""
    root: str = ""
    """The question that it asks again, or itself."""
