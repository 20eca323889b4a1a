"""Putting cards where they belong: on a map, or in the order in which others read them."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Refused
from facilitation.domain.placing import LEAST, MOST, placer
from facilitation.domain.rules import tasks
from facilitation.domain.session import Planned, Session

Decision = tuple[e.Event, ...] | Refused


def place_card(session: Session, planned: Planned, command: c.PlaceCard, person: str, now: int) -> Decision:
    """Place a card on its map, for oneself or one's group."""
    card = session.cards.get(command.card)
    board = tasks.board_of(planned, card.board) if card else None
    if card is None or board is None:
        return Refused("unknown-card")
    if card.id not in tasks.cards_to_place(session, planned, board, person):
        return Refused("not-your-turn")
    if not all(LEAST <= number <= MOST for number in (command.across, command.up)):
        return Refused("out-of-scale", {"fewest": str(LEAST), "most": str(MOST)})
    holder = placer(session, planned, board, person)
    return (e.CardPlaced(planned.key, card.id, holder, person, command.across, command.up, now),)


def sift_card(session: Session, command: c.SiftCard, person: str, now: int) -> Decision:
    """Let a card in, order it or set it aside, for those whose role it is in the step that is on."""
    planned, card = session.now_playing, session.cards.get(command.card)
    board = tasks.board_of(planned, card.board) if planned and card else None
    if planned is None or board is None or session.status == "closed":
        return Refused("unknown-card")
    if not session.people[person].here or not tasks.may_sift(session, planned, board, person):
        return Refused("not-your-turn")
    return sifted(session, command, person, now)


def sifted(session: Session, command: c.SiftCard, by: str, now: int) -> Decision:
    """The place of a card in what others read; comments go with their card."""
    card = session.cards.get(command.card)
    if card is None or card.withdrawn or card.about is not None:
        return Refused("unknown-card")
    queue = [id for id in session.queues.get(card.board, ()) if id != card.id]
    to = None if command.to is None else min(max(1, command.to), len(queue) + 1)
    return (e.CardSifted(card.id, to, by, now),)
