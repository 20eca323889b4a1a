"""The sections that a format asks for, and what may stand in them."""

from dataclasses import dataclass
from typing import Literal

from facilitation.domain.format import Text
from facilitation.projections.outcome.shapes.answers import QuestionMaterial
from facilitation.projections.outcome.shapes.contributions import ALL_PRINTED, Contribution, Unprinted
from facilitation.projections.outcome.shapes.values import ChartMaterial, ValueTable
from facilitation.projections.outcome.shapes.votes import VoteMaterial
from facilitation.projections.pictures.shapes import Picture


@dataclass(frozen=True, slots=True)
class SettingShown:
    """A setting as it was played."""

    name: str
    label: Text
    value: Text


@dataclass(frozen=True, slots=True)
class RulesShown:
    """The settings as played."""

    settings: tuple[SettingShown, ...]


@dataclass(frozen=True, slots=True)
class CardList:
    """Contributions picked by a section of the format's documentation; `of` were there to pick from."""

    source: str
    title: Text | None
    ordered: Literal["written", "votes"]
    cards: tuple[Contribution, ...]
    of: int
    unprinted: Unprinted = ALL_PRINTED
    promised: bool = False
    """Whether the format promised the room that nothing of it is reproduced."""


Piece = RulesShown | CardList | QuestionMaterial | ValueTable | VoteMaterial | ChartMaterial | Picture


@dataclass(frozen=True, slots=True)
class SectionMaterial:
    """One section that the format asked for."""

    title: Text
    appendix: bool
    pieces: tuple[Piece, ...]
