"""The shapes of an outcome: frozen values, without an alias or a person's id anywhere."""

from facilitation.projections.outcome.shapes.answers import (
    AnswersOfRound,
    ItemTold,
    OptionCount,
    QuestionMaterial,
    Ranked,
    RowsAnswer,
    Spread,
)
from facilitation.projections.outcome.shapes.boards import BoardMaterial, MapMaterial, MapPoint
from facilitation.projections.outcome.shapes.contributions import Contribution, Round, Unprinted
from facilitation.projections.outcome.shapes.identity import GuideMaterial, Identity
from facilitation.projections.outcome.shapes.people import Attendance, ChannelCount, Counted
from facilitation.projections.outcome.shapes.sections import CardList, Piece, RulesShown, SectionMaterial, SettingShown
from facilitation.projections.outcome.shapes.stages import NoteMaterial, StageMaterial, TurnsMaterial
from facilitation.projections.outcome.shapes.values import ChartMaterial, Point, SpreadTable, TableRow, ValueTable
from facilitation.projections.outcome.shapes.votes import ChoiceMaterial, ChoiceRow, VoteMaterial, VoteRow
from facilitation.projections.outcome.shapes.whole import Compared, Outcome

__all__ = [
    "AnswersOfRound",
    "Attendance",
    "BoardMaterial",
    "CardList",
    "ChannelCount",
    "ChartMaterial",
    "ChoiceMaterial",
    "ChoiceRow",
    "Compared",
    "Contribution",
    "Counted",
    "GuideMaterial",
    "Identity",
    "ItemTold",
    "MapMaterial",
    "MapPoint",
    "NoteMaterial",
    "OptionCount",
    "Outcome",
    "Piece",
    "Point",
    "QuestionMaterial",
    "Ranked",
    "Round",
    "RowsAnswer",
    "RulesShown",
    "SectionMaterial",
    "SettingShown",
    "Spread",
    "SpreadTable",
    "StageMaterial",
    "TableRow",
    "TurnsMaterial",
    "Unprinted",
    "ValueTable",
    "VoteMaterial",
    "VoteRow",
]
