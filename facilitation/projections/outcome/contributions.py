"""Cards and worded answers as contributions that may be reproduced."""

from collections.abc import Iterable

from facilitation.domain.arranging import cluster_of, mates, standing, with_mates
from facilitation.domain.format import Board, Column, Mark, Question, Text
from facilitation.domain.session import Card, Planned, Session
from facilitation.domain.visibility import stance_of
from facilitation.projections.outcome.consent import all_quoted
from facilitation.projections.outcome.register import GivenAnswer, Register, card_reference, reference_of
from facilitation.projections.outcome.shapes import Contribution, RowsAnswer
from facilitation.projections.outcome.words import filled, round_of
from facilitation.projections.stances import STANCES


def cards_shown(session: Session, known: Register, cards: Iterable[Card]) -> tuple[Contribution, ...]:
    """Those among `cards` that may be reproduced, in the same order."""
    return tuple(_card(session, known, card) for card in cards if card.id in known.card_numbers)


def words_shown(session: Session, known: Register, given: Iterable[GivenAnswer]) -> tuple[Contribution, ...]:
    """The answers in words that may be reproduced."""
    return tuple(
        Contribution(
            number=known.number_of(one),
            text=one.answer.value,
            round=round_of(one.planned),
            ref=reference_of(session, one),
            quotable=all_quoted(session, one.answer.writers),
            day=one.question.day,
        )
        for one in given
        if one.ruling == "printed" and isinstance(one.answer.value, str)
    )


def rows_shown(session: Session, known: Register, given: Iterable[GivenAnswer]) -> tuple[RowsAnswer, ...]:
    """The answers in rows that may be reproduced."""
    return tuple(
        RowsAnswer(
            number=known.number_of(one),
            rows=_rows(session, one.question, one.answer.value),
            round=round_of(one.planned),
            ref=reference_of(session, one),
        )
        for one in given
        if one.ruling == "printed" and isinstance(one.answer.value, tuple)
    )


def standing_of(session: Session, card: Card) -> tuple[int, ...]:
    """What to order a card by: what it received in the last vote on its board, then in the one before, and so on; dots
    and scores are never added up. A card that a vote was not about comes after those it was about.
    """
    votes = [planned for planned in session.plan if planned.stage.vote and planned.stage.vote.of == card.board]
    stages = dict.fromkeys(planned.stage.id for planned in reversed(votes))
    asked = _open_votes(session, card)
    received = (_received(session, card, [step for step in asked if step.stage.id == stage]) for stage in stages)
    return tuple(-1 if found is None else found for found in received)


def points_of(session: Session, card: Card) -> int | None:
    """The scores of a card added up, over the rounds of one stage: those of two different questions are never added."""
    scored = [planned for planned in _open_votes(session, card) if _scores(planned)]
    return _received(session, card, scored) if len({planned.stage.id for planned in scored}) == 1 else None


def _scores(planned: Planned) -> bool:
    return planned.stage.vote is not None and planned.stage.vote.rate_from is not None


def _open_votes(session: Session, card: Card) -> list[Planned]:
    return [planned for planned in session.plan if _was_open_to_votes(session, planned, card)]


def _received(session: Session, card: Card, asked: list[Planned]) -> int | None:
    if not asked or standing(session, card) != card:
        return None
    whole = with_mates(session, (card.id,))
    ballots = [ballot for step in asked for ballot in session.votes.get(step.key, {}).values()]
    ballots += [session.hand_counts.get(step.key, {}).get("", {}) for step in asked]
    return sum(ballot.get(id, 0) for ballot in ballots for id in whole)


def _was_open_to_votes(session: Session, planned: Planned, card: Card) -> bool:
    vote, step = planned.stage.vote, session.steps.get(planned.key)
    if (
        card.about is not None
        or vote is None
        or vote.manner != "dots"
        or vote.of != card.board
        or step is None
        or step.started_at is None
    ):
        return False
    return card.step == planned.key or card.id in session.carried.get(planned.key, {}).get(card.board, ())


def _card(session: Session, known: Register, card: Card) -> Contribution:
    written = session.planned(card.step)
    windows = [board for planned in session.plan for board in planned.stage.boards if board.name == card.board]
    return Contribution(
        number=known.card_numbers[card.id],
        text=card.text,
        round=round_of(written) if written else "",
        column=_column(session, windows, card),
        marks=_marks(session, windows, card),
        dots=_received(session, card, [planned for planned in _enough(session, known, card) if not _scores(planned)]),
        points=points_of(session, card) if _enough(session, known, card) else None,
        chosen=sum(card.id in picks for of_step in session.choices.values() for picks in of_step.values()),
        carried=any(card.id in of_step.get(card.board, ()) for of_step in session.carried.values()),
        edited=card.edited,
        about=known.card_numbers.get(card.about) if card.about else None,
        comment=card.about is not None,
        stance=STANCES.get(stance_of(session, card) or ""),
        taken=_taken(session, card),
        cluster=cluster.title if (cluster := cluster_of(session, card.id)) else "",
        joined=_joined(session, known, card),
        ref=card_reference(session, card.id),
        quotable=all_quoted(session, card.writers),
    )


def _enough(session: Session, known: Register, card: Card) -> list[Planned]:
    """The votes on a card in which enough people voted for this document's readers to be told of them."""
    return [step for step in _open_votes(session, card) if len(session.votes.get(step.key, {})) >= known.fewest]


def _joined(session: Session, known: Register, card: Card) -> tuple[int, ...]:
    others = (one.id for one in mates(session, card) if one.id != card.id)
    return tuple(known.card_numbers[id] for id in others if id in known.card_numbers)


def _taken(session: Session, card: Card) -> str:
    turns = (str(turn) for of_loop in session.taken.values() for turn, id in of_loop.items() if id == card.id)
    return next(turns, "")


def _column(session: Session, windows: list[Board], card: Card) -> Text | None:
    columns: list[Column] = [column for board in windows for column in board.columns]
    label = next((column.label for column in columns if column.id == card.column), None)
    return filled(session, label, session.planned(card.step)) if label else None


def _marks(session: Session, windows: list[Board], card: Card) -> tuple[Text, ...]:
    known: dict[str, Mark] = {mark.id: mark for board in windows for mark in board.marks}
    return tuple(filled(session, mark.label) for id, mark in known.items() if id in card.marks)


def _rows(session: Session, question: Question, value: object) -> tuple[tuple[str, ...], ...]:
    # What was picked from a list was written in the language of its author; a document speaks one.
    said = {
        words: one.label.said_in(session.locale) for one in question.options for words in (one.label.fr, one.label.en)
    }
    rows = value if isinstance(value, tuple) else ()
    return tuple(tuple(said.get(str(cell), str(cell)) for cell in row) for row in rows if isinstance(row, tuple))
