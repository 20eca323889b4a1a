"""What a slip asks for, line by line: the same for the printed slip, the page where it is typed, and the kiosk."""

from collections.abc import Iterable
from typing import Literal

from facilitation.domain.format import Board, Column, Option, Question, Text, Vote
from facilitation.domain.levels import levels_of
from facilitation.domain.members import member_key, others_here, others_of
from facilitation.domain.rules import tasks
from facilitation.domain.scopes import limit, whole_limit
from facilitation.domain.session import Planned, Session
from facilitation.domain.slips.beside import beside, known_cards
from facilitation.domain.slips.field import Field
from facilitation.domain.slips.offered import offered
from facilitation.domain.slips.standing import is_of_slip

LINES = 3
"""Places for a card on a slip, where the format gives no number per person."""

IN_COLUMN = 2
MOST_LINES = 6
ROWS = 5
"""Rows of a list on a slip."""


def fields_of(session: Session, planned: Planned) -> tuple[Field, ...]:
    """Everything that a step asks of anybody, as far as it is known now: before anybody came, on paper."""
    boards = (board for board in planned.stage.boards if board.written_by != "nobody")
    return (
        *offered(session, planned, None),
        *_questions(session, planned, planned.stage.ask, None),
        *_boards(session, planned, [(board, tasks.open_columns(board)) for board in boards], None),
        *_votes(session, planned, None),
        *_choices(session, planned, None),
        *beside(session, planned, None),
    )


def fields_for(session: Session, planned: Planned, person: str) -> tuple[Field, ...]:
    """What a step asks of one person, who may be silent, in another role, or without a group."""
    boards = tasks.boards_to_write(session, planned, person)
    mine = [(board, tasks.columns_for(session, board, person)) for board in boards]
    return (
        *offered(session, planned, person),
        *_questions(session, planned, tasks.questions_for(session, planned, person), person),
        *_boards(session, planned, mine, person),
        *(_votes(session, planned, person) if tasks.may_vote(session, planned, person) else ()),
        *(_choices(session, planned, person) if tasks.may_choose(session, planned, person) else ()),
        *beside(session, planned, person),
    )


def _questions(
    session: Session, planned: Planned, questions: Iterable[Question], person: str | None
) -> Iterable[Field]:
    for question in questions:
        if question.kind == "list":
            yield from (_asked(session, planned, question, person, place) for place in range(1, ROWS + 1))
        else:
            yield _asked(session, planned, question, person, 0)


def _asked(session: Session, planned: Planned, question: Question, person: str | None, row: int) -> Field:
    options = question.options
    if question.kind == "items" and (person or not question.items_of):
        options = tasks.items_for(session, planned, question, person) if person else question.items
    if question.kind == "amounts" and person:
        others = others_of(session, planned, person)
        options = tuple(
            Option(member_key(session, planned, other), Text.same(session.people[other].alias)) for other in others
        )
    if question.people and person:
        named = others_here(session, planned, person)
        options = tuple(
            Option(member_key(session, planned, other), Text.same(session.people[other].alias)) for other in named
        )
    return Field(
        name=f"answer/{question.name}/{row}" if row else f"answer/{question.name}",
        part="row" if row else "answer",
        kind=question.kind,
        of=question.name,
        label=question.label if row <= 1 else None,
        help=question.help if row <= 1 else None,
        options=options,
        place=row or 1,
        role=question.asked_of,
        fewest=_bound(session, planned, question.minimum, person),
        most=_bound(session, planned, question.maximum, person),
        columns=question.columns,
        each=question.each if question.kind == "items" else "",
        required=question.required,
        longest=question.longest,
    )


def _boards(
    session: Session, planned: Planned, boards: Iterable[tuple[Board, tuple[Column, ...]]], person: str | None
) -> Iterable[Field]:
    for board, columns in boards:
        most = whole_limit(session, planned, board.per_person, person)
        lines = min(most or LINES, MOST_LINES)
        if not columns:
            lines = max(lines, _there(session, planned, board, None, person))
            yield from (_card(board, None, place) for place in range(1, lines + 1))
        for first, column in zip((True, *[False] * len(columns)), columns, strict=False):
            inside = max(min(lines, IN_COLUMN), _there(session, planned, board, column, person))
            yield from (_card(board, column, place, first) for place in range(1, inside + 1))


def _there(session: Session, planned: Planned, board: Board, column: Column | None, person: str | None) -> int:
    """How many cards a person has there already: each has a line, so that typing the slip again loses none."""
    inside = column.id if column else None
    mine = (card for card in session.cards.values() if card.board == board.name and card.column == inside)
    return sum(person is not None and is_of_slip(card, planned, person) for card in mine)


def _card(board: Board, column: Column | None, place: int, first: bool = True) -> Field:
    inside = f"{board.name}/{column.id}" if column else board.name
    return Field(
        name=f"card/{inside}/{place}",
        part="card",
        kind="long text",
        of=board.name,
        label=(column.label if column else board.prompt) if place == 1 else None,
        help=board.prompt if column and first and place == 1 else None,
        column=column.id if column else None,
        place=place,
        role=board.written_by,
        longest=board.longest,
    )


def _votes(session: Session, planned: Planned, person: str | None) -> Iterable[Field]:
    vote = planned.stage.vote
    if vote is None:
        return
    kind: Literal["dots", "scores", "levels", "order"] = "dots"
    if levels_of(vote):
        kind = "levels"
    elif vote.manner == "ranking":
        kind = "order"
    elif vote.rate_to is not None:
        kind = "scores"
    low, high = (vote.rate_from, vote.rate_to) if kind == "scores" else (None, vote.dots)
    yield Field(
        name="vote",
        part="vote",
        kind=kind,
        of=vote.of,
        options=tuple(Option(level, Text.same(level)) for level in levels_of(vote).values()),
        cards=known_cards(session, planned, vote.of, person, None if vote.own_cards else person),
        role=vote.by,
        fewest=_bound(session, planned, low, person),
        most=_bound(session, planned, high, person),
    )
    if "concern" in levels_of(vote).values():
        yield from (
            Field(name=f"reason/{place}", part="reason", kind="short text", of=vote.of, place=place, role=vote.by)
            for place in (1, 2)
        )


def _choices(session: Session, planned: Planned, person: str | None) -> Iterable[Field]:
    choose = planned.stage.choose
    if choose is not None:
        cards = known_cards(session, planned, choose.source, person, None)
        most = _bound(session, planned, choose.how_many, person)
        yield Field(name="choose", part="choose", kind="cards", of=choose.source, cards=cards, most=most)


def _bound(session: Session, planned: Planned, formula: str | None, person: str | None) -> str:
    found = limit(session, planned, formula, person)
    return "" if found is None else str(found)


def levels_in(vote: Vote) -> dict[str, int]:
    """The number of each level, by its word."""
    return {level: number for number, level in levels_of(vote).items()}
