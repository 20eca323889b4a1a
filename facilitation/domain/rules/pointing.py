"""What a slip says about cards that are there: its marks, remarks and places, as the commands that make it so."""

from collections.abc import Iterator

from facilitation.domain import commands as c
from facilitation.domain.commands import ParticipantCommand, SlipContent
from facilitation.domain.session import Card, Planned, Session
from facilitation.domain.slips.standing import own_cards, remarks_of, standing

Named = Iterator[tuple[str, ParticipantCommand]]


def pointing(session: Session, planned: Planned, person: str, content: SlipContent) -> Named:
    """The commands that are missing for a person to have done just this, each with its place on the slip."""
    known = standing(session, planned, person)
    yield from _marks(session, planned, known, content)
    yield from _remarks(session, planned, person, content)
    for named, spot in content.places.items():
        board, _, line = named.partition("/")
        lines = own_cards(session, planned, board, person) if line else ()
        card = lines[int(line) - 1].id if line.isdecimal() and 0 < int(line) <= len(lines) else named
        if known.places.get(named) != spot and len(spot) == 2:
            yield f"place/{_board(session, card) or board}", c.PlaceCard(planned.key, card, spot[0], spot[1])


def _marks(session: Session, planned: Planned, known: SlipContent, content: SlipContent) -> Named:
    for card in dict.fromkeys([*content.marks, *known.marks]):
        before, now = set(known.marks.get(card, ())), set(content.marks.get(card, ()))
        where = f"mark/{_board(session, card)}"
        for mark in sorted(now - before):
            yield where, c.MarkCard(planned.key, card, mark, True)
        # What somebody else has marked too stays marked.
        alone = {mark for mark in before - now if len(session.cards[card].marked_by.get(mark, ())) == 1}
        for mark in sorted(alone):
            yield where, c.MarkCard(planned.key, card, mark, False)


def _remarks(session: Session, planned: Planned, person: str, content: SlipContent) -> Named:
    mine: dict[str, list[Card]] = {}
    for board in planned.stage.boards:
        for remark in remarks_of(session, planned, board.name, person):
            mine.setdefault(remark.about or "", []).append(remark)
    for about in dict.fromkeys([*content.comments, *mine]):
        old, new = mine.get(about, []), content.comments.get(about, ())
        where = f"comment/{_board(session, about)}"
        for remark, text in zip(old, new, strict=False):
            if remark.text != text.strip():
                yield where, c.EditCard(planned.key, remark.id, text)
        for remark in old[len(new) :]:
            yield where, c.WithdrawCard(remark.id)
        for text in new[len(old) :]:
            yield where, c.PostCard(planned.key, _board(session, about), text, None, about)


def _board(session: Session, card: str) -> str:
    return session.cards[card].board if card in session.cards else ""
