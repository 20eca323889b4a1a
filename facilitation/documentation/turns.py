"""What several turns of a loop brought, told as one table instead of one for each turn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from facilitation.projections.outcome.shapes import (
    AnswersOfRound,
    Piece,
    QuestionMaterial,
    Unprinted,
    VoteMaterial,
    VoteRow,
)

MOST_COLUMNS = 8
"""More turns, or more options, than this do not fit beside one another on a page."""


@dataclass(frozen=True, slots=True)
class BallotRow:
    """What one card received in each turn (`None` in a turn that was not about it) and in all. `number` is absent for
    all those together whose words are not reproduced.
    """

    number: int | None
    cells: tuple[int | None, ...]
    total: int
    voters: int


def runs(pieces: Iterable[Piece]) -> list[tuple[int, tuple[Piece, ...]]]:
    """The pieces of a section with their places, counted from 1; the turns of one vote come together."""
    counted = enumerate(pieces, 1)
    found = (list(run) for _, run in groupby(counted, key=_run_of))
    return [(run[0][0], tuple(piece for _, piece in run)) for run in found]


def _run_of(counted: tuple[int, Piece]) -> tuple[str, int]:
    at, piece = counted
    return (piece.stage, 0) if isinstance(piece, VoteMaterial) else ("", at)


def ballots(votes: Sequence[VoteMaterial]) -> tuple[BallotRow, ...]:
    """Dots or points card by card over some turns, the most first."""
    order = [row.number for vote in votes for row in vote.rows]
    rows = [_ballot_row(votes, number) for number in dict.fromkeys(order)]
    return tuple(sorted(rows, key=lambda row: (row.number is None, -row.total, row.number or 0)))


def _ballot_row(votes: Sequence[VoteMaterial], number: int | None) -> BallotRow:
    found = [[row for row in vote.rows if row.number == number] for vote in votes]
    cells = tuple(sum(row.dots for row in rows) if any(row.voters for row in rows) else None for rows in found)
    every = [row for rows in found for row in rows]
    return BallotRow(number, cells, sum(row.dots for row in every), sum(row.voters for row in every))


def as_one(votes: Sequence[VoteMaterial]) -> VoteMaterial:
    """The turns of one vote added up, to be drawn and read as one."""
    first = votes[0]
    rows = tuple(VoteRow(row.number, None, row.total, row.voters) for row in ballots(votes))
    reasons = tuple(reason for vote in votes for reason in vote.reasons)
    return VoteMaterial(
        stage=first.stage,
        title=first.title,
        round="",
        of=first.of,
        each=first.each,
        voters=max(vote.voters for vote in votes),
        expected=max(vote.expected for vote in votes),
        dots=sum(vote.dots for vote in votes),
        rows=rows,
        manner=first.manner,
        scores=first.scores,
        levels=first.levels,
        reasons=reasons,
        unprinted=_together(vote.unprinted for vote in votes),
        hands=sum(vote.hands for vote in votes),
    )


def _together(every: Iterable[Unprinted]) -> Unprinted:
    kinds = list(every)
    return Unprinted(
        sum(one.no_consent for one in kinds),
        sum(one.hidden for one in kinds),
        sum(one.personal for one in kinds),
        sum(one.left_out for one in kinds),
    )


def counted_by_turn(question: QuestionMaterial) -> tuple[AnswersOfRound, ...]:
    """The turns of a question of options, where they fit in one table; nothing where each needs its own."""
    turns = question.rounds
    labels = {tuple(option.label for option in turn.counts) for turn in turns}
    fits = len(turns) > 1 and len(labels) == 1 and 0 < len(turns[0].counts) <= MOST_COLUMNS
    return turns if fits else ()
