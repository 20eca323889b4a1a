"""What the documentation keeps of a session: its sections, in order, each made of parts."""

from dataclasses import dataclass
from typing import Literal

from facilitation.domain.format.activity import ChartKind, Formula
from facilitation.domain.format.text import Text


@dataclass(frozen=True, slots=True)
class RulesPart:
    """The settings as played."""


@dataclass(frozen=True, slots=True)
class ListPart:
    """Cards of a board, or texts answered to a question; never with a person's alias unless they agreed."""

    source: str
    stage: str | None = None
    only: str | None = None
    order: Literal["written", "votes"] = "written"


@dataclass(frozen=True, slots=True)
class AnswersPart:
    """The answers to one question, whole: a text, the rows of a list, or the spread of a scale."""

    question: str


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table of values: one row per group (or one for the session), one column per round."""

    value: Formula
    title: Text
    rows: Literal["group", "session"] = "session"
    columns: Literal["round"] = "round"


@dataclass(frozen=True, slots=True)
class VotesPart:
    """The result of a vote, as a chart with its table."""

    stage: str


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A chart of a value or of the spread of answers, or a picture of what `of` names, with its table."""

    value: str
    kind: ChartKind
    title: Text
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOutPart:
    """What was promised to stay in the room: a board or a question, counted here and reproduced nowhere.

    What another section lists of it (the cards that were chosen, say) is reproduced there.
    """

    source: str


Part = RulesPart | ListPart | AnswersPart | TablePart | VotesPart | ChartPart | LeftOutPart


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the documentation."""

    title: Text
    parts: tuple[Part, ...]
    appendix: bool = False
