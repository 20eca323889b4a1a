"""Everything one stage brought, over all its turns."""

from dataclasses import dataclass
from typing import Literal

from facilitation.domain.format import Text
from facilitation.projections.outcome.shapes.answers import QuestionMaterial
from facilitation.projections.outcome.shapes.boards import BoardMaterial
from facilitation.projections.outcome.shapes.contributions import Round
from facilitation.projections.outcome.shapes.values import ChartMaterial, SpreadTable, ValueTable
from facilitation.projections.outcome.shapes.votes import ChoiceMaterial, VoteMaterial
from facilitation.projections.pictures.shapes import Picture


@dataclass(frozen=True, slots=True)
class NoteMaterial:
    """A moment that the facilitator kept for the documentation; `after` is in seconds from the start of the session.
    `observed` where it is an excerpt of what an observer noted; nothing says which observer. `number` is its place
    among the moments of the session, `ref` what names it whatever is withdrawn around it.
    """

    text: str
    after: int | None
    stage: str | None
    observed: bool = False
    number: int = 0
    ref: str = ""


@dataclass(frozen=True, slots=True)
class TurnsMaterial:
    """How people talked in turn: in which order, for how long each, and how many of those who could spoke, by round."""

    order: Literal["random", "arrival", "facilitator", "reversed"]
    seconds: int | None
    spoken: tuple[int, ...]
    expected: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StageMaterial:
    """Everything one stage brought, over all its turns."""

    stage: str
    title: Text
    instruction: Text | None
    told: tuple[tuple[Text, Text], ...]
    rounds: tuple[Round, ...]
    reached: bool
    group_sizes: tuple[tuple[int, ...], ...]
    boards: tuple[BoardMaterial, ...] = ()
    questions: tuple[QuestionMaterial, ...] = ()
    choices: tuple[ChoiceMaterial, ...] = ()
    votes: tuple[VoteMaterial, ...] = ()
    values: tuple[ValueTable | SpreadTable, ...] = ()
    charts: tuple[ChartMaterial, ...] = ()
    notes: tuple[NoteMaterial, ...] = ()
    turns: TurnsMaterial | None = None
    pictures: tuple[Picture, ...] = ()
    handouts: tuple[tuple[Text, Text], ...] = ()
    """What was handed out: titles and words."""
    promised: bool = False
    """Whether something was asked whose answers the room was promised not to find in the record."""
