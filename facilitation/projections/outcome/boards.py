"""Boards, votes and choices of one stage."""

from facilitation.domain.arranging import mates, with_mates
from facilitation.domain.format import Board
from facilitation.domain.levels import keeps, levels_of, spread_of
from facilitation.domain.scopes import limit, people_of
from facilitation.domain.session import Card, Planned, Session
from facilitation.domain.tally import tally
from facilitation.domain.visibility import cards_of
from facilitation.projections.outcome.consent import unprinted
from facilitation.projections.outcome.contributions import cards_shown
from facilitation.projections.outcome.maps import map_material
from facilitation.projections.outcome.register import (
    Register,
    cards_written_in,
    steps_of,
)
from facilitation.projections.outcome.shapes import (
    BoardMaterial,
    ChoiceMaterial,
    ChoiceRow,
    VoteMaterial,
    VoteRow,
)
from facilitation.projections.outcome.words import filled, round_of
from facilitation.projections.stances import STANCES


def boards_of(session: Session, known: Register, stage: str) -> tuple[BoardMaterial, ...]:
    """What each board of a stage received while the stage was on."""
    steps = steps_of(session, stage)
    boards = {board.name: board for step in steps for board in step.stage.boards}
    return tuple(_board(session, known, stage, board) for board in boards.values())


def votes_of(session: Session, known: Register, stage: str) -> tuple[VoteMaterial, ...]:
    """The votes of a stage, one per turn that was reached."""
    return tuple(_vote(session, known, step) for step in _reached(session, stage) if step.stage.vote)


def choices_of(session: Session, known: Register, stage: str) -> tuple[ChoiceMaterial, ...]:
    """The picks of a stage, one per turn in which somebody picked."""
    found = (_choice(session, known, step) for step in _reached(session, stage) if step.stage.choose)
    return tuple(choice for choice in found if choice.rows)


def _board(session: Session, known: Register, stage: str, board: Board) -> BoardMaterial:
    first = steps_of(session, stage)[0]
    cards = (card for card in cards_written_in(session, stage) if card.board == board.name and not card.reason)
    written = [card for card in cards if not card.withdrawn]
    carried = {id for step in steps_of(session, stage) for id in session.carried.get(step.key, {}).get(board.name, ())}
    return BoardMaterial(
        name=board.name,
        prompt=filled(session, board.prompt, first) if board.prompt else None,
        columns=tuple(filled(session, column.label, first) for column in board.columns),
        written=len(written),
        carried_in=sum(not session.cards[id].withdrawn for id in carried if id in session.cards),
        cards=cards_shown(session, known, written),
        unprinted=unprinted(known.cards[card.id] for card in written),
        map=map_material(session, known, stage, board),
    )


def _vote(session: Session, known: Register, planned: Planned) -> VoteMaterial:
    vote = planned.stage.vote
    assert vote is not None
    ballots = session.votes.get(planned.key, {})
    voters = sum(bool(sum(dots.values())) for dots in ballots.values())
    reasons = [c for c in session.cards.values() if c.reason and c.step == planned.key and not c.withdrawn]
    rows = [_vote_row(session, known, planned, card) for card in _candidates(session, planned, vote.of)]
    rows.sort(key=lambda row: (-row.dots, row.number is None, row.number or 0))
    withheld = 0 < voters < known.fewest
    return VoteMaterial(
        stage=planned.stage.id,
        title=filled(session, planned.stage.title, planned),
        round=round_of(planned),
        of=vote.of,
        each=limit(session, planned, vote.dots, None),
        voters=voters,
        expected=max(
            voters, sum(session.holds(person, vote.by, planned.key) for person in people_of(session, planned))
        ),
        dots=0 if withheld else sum(row.dots for row in rows),
        rows=() if withheld else tuple(rows),
        manner=vote.manner,
        scores=vote.rate_to is not None,
        levels=tuple(STANCES[level] for level in levels_of(vote).values()),
        reasons=cards_shown(session, known, reasons),
        unprinted=unprinted(known.cards[card.id] for card in reasons),
        hands=sum(session.hand_counts.get(planned.key, {}).get("", {}).values()),
        withheld=withheld,
    )


def _candidates(session: Session, planned: Planned, name: str) -> tuple[Card, ...]:
    board = next((board for board in planned.stage.boards if board.name == name), None)
    return tuple(card for card in cards_of(session, planned, board) if card.about is None) if board else ()


def _vote_row(session: Session, known: Register, planned: Planned, card: Card) -> VoteRow:
    whole = with_mates(session, (card.id,))
    received = [dots[id] for dots in session.votes.get(planned.key, {}).values() for id in whole if dots.get(id)]
    number, vote = known.card_numbers.get(card.id), planned.stage.vote
    scored = vote is not None and vote.manner == "dots"
    counts = spread_of(session, planned.key).get(card.id, {})
    hands = sum(n for id, n in session.hand_counts.get(planned.key, {}).get("", {}).items() if id in whole)
    return VoteRow(
        number,
        _words(session, known, card) if number else None,
        sum(received) + hands if scored else tally(session, planned.key).get(card.id, 0),
        len(received),
        tuple(counts.get(level, 0) for level in levels_of(vote).values()) if vote else (),
        bool(counts) and keeps(counts),
    )


def _words(session: Session, known: Register, card: Card) -> str:
    """The words of a card, with those read as one with it that may be reproduced."""
    others = (one for one in mates(session, card) if one.id != card.id and one.id in known.card_numbers)
    return "\n".join([card.text, *(one.text for one in others)])


def _choice(session: Session, known: Register, planned: Planned) -> ChoiceMaterial:
    choose = planned.stage.choose
    assert choose is not None
    picked = session.choices.get(planned.key, {})
    # A pick by fewer people than readers outside may be told of: which card each took is theirs.
    if choose.by != "group" and len(picked) < known.fewest:
        rows = []
    elif choose.by == "group":
        rows = [_group_row(session, known, holder, cards) for holder, cards in sorted(picked.items(), key=_place)]
    else:
        every = [id for cards in picked.values() for id in cards]
        rows = [_row(session, known, None, (id,), every.count(id)) for id in dict.fromkeys(every)]
        rows.sort(key=lambda row: (-row.times, row.picks[0] is None, row.picks[0] or 0))
    return ChoiceMaterial(round_of(planned), choose.by, tuple(row for row in rows if row.picks))


def _place(item: tuple[str, tuple[str, ...]]) -> int:
    return _group_number(item[0]) or 0


def _group_number(holder: str) -> int | None:
    kind, _, number = holder.partition(":")
    return int(number) + 1 if kind == "group" and number.isdigit() else None


def _group_row(session: Session, known: Register, holder: str, cards: tuple[str, ...]) -> ChoiceRow:
    return _row(session, known, _group_number(holder), cards, 1)


def _row(
    session: Session,
    known: Register,
    group: int | None,
    cards: tuple[str, ...],
    times: int,
) -> ChoiceRow:
    kept = [session.cards[id] for id in cards if id in session.cards and not session.cards[id].withdrawn]
    numbers = tuple(known.card_numbers.get(card.id) for card in kept)
    texts = tuple(_words(session, known, card) if number else None for card, number in zip(kept, numbers, strict=True))
    return ChoiceRow(group, numbers, texts, times)


def _reached(session: Session, stage: str) -> tuple[Planned, ...]:
    started = (
        step for step in steps_of(session, stage) if (at := session.steps.get(step.key)) and at.started_at is not None
    )
    return tuple(started)
