"""How much each stage brought, as the table of the material gathered says it."""

from dataclasses import dataclass

from facilitation.projections.outcome.register import WORDED
from facilitation.projections.outcome.shapes import QuestionMaterial, StageMaterial


@dataclass(frozen=True, slots=True)
class Gathered:
    """Contributions that a stage brought, and how many of them are reproduced."""

    written: int
    printed: int


def gathered(stage: StageMaterial) -> Gathered:
    """The cards and worded answers of a stage; numbers and choices are results, not material."""
    worded = [turn for asked in stage.questions if _is_worded(asked) for turn in asked.rounds]
    return Gathered(
        written=sum(board.written for board in stage.boards) + sum(turn.answered for turn in worded),
        printed=sum(len(board.cards) for board in stage.boards)
        + sum(len(turn.texts) + len(turn.rows) for turn in worded),
    )


def _is_worded(asked: QuestionMaterial) -> bool:
    return asked.sort in WORDED
