"""How much each stage brought, and how many came in all, as far as readers may be told."""

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.documentation.dossier.tables.shapes import is_small
from facilitation.domain.format import Text
from facilitation.projections.outcome import Outcome
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


def attended(sessions: Sequence[Outcome]) -> Text:
    """How many attendances there were. A session whose head-count is not told is not in the sum: from a sum with it,
    and the head-counts of the others, it could be worked out.
    """
    whole = [told.attendance.people for told in sessions if not is_small(told)]
    small = [told.attendance.threshold for told in sessions if is_small(told)]
    if not small:
        return Text.same(str(sum(whole)))
    if not sum(whole):
        return Text(f"moins de {sum(small)}", f"under {sum(small)}")
    return Text(f"{sum(whole) // 10 * 10} +", f"{sum(whole) // 10 * 10}+")


def _is_worded(asked: QuestionMaterial) -> bool:
    return asked.sort in WORDED
