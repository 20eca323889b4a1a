"""The earlier cards that a step brings with it: all, some that were chosen, or a hand for each person."""

from dataclasses import replace

from facilitation.domain import events as e
from facilitation.domain.dealing import dealt
from facilitation.domain.format import Carry
from facilitation.domain.items import card_of_turn
from facilitation.domain.levels import kept_cards
from facilitation.domain.scopes import whole_limit
from facilitation.domain.session import Planned, Session
from facilitation.domain.tally import last_ranking, ranked, tally


def carried(session: Session, planned: Planned, now: int) -> list[e.Event]:
    """What the boards of a step show of what was written before."""
    events: list[e.Event] = []
    # Where each member has a turn, what was written for one is not laid before the next unless the format says so.
    usual = Carry("", "this round" if any(loop.each_as for loop in planned.open_loops) else "all")
    for board in planned.stage.boards:
        theirs = replace(usual, board=board.name)
        if any(loop.each_card == board.name for loop in planned.open_loops):
            theirs = replace(theirs, what="this card")
        carry = next((c for c in planned.stage.carry if c.board == board.name), theirs)
        if carry.what == "dealt":
            hands = dealt(session, planned, board.name, whole_limit(session, planned, carry.deal, None) or 1)
            events.append(e.CardsDealt(planned.key, board.name, hands, now))
        cards = cards_to_carry(session, planned, carry)
        if cards or carry.what != "all":
            events.append(e.ItemsCarried(planned.key, board.name, cards, now))
    return events


def cards_to_carry(session: Session, planned: Planned, carry: Carry) -> tuple[str, ...]:
    """The cards of one board that come along."""
    every = (c for c in session.cards.values() if c.board == carry.board and c.about is None)
    cards = [card for card in every if not card.withdrawn and not card.hidden]
    match carry.what:
        case "none":
            return ()
        case "marked":
            return tuple(card.id for card in cards if carry.mark in card.marks)
        case "chosen":
            chosen = _chosen(session, carry.board)
            return tuple(card.id for card in cards if card.id in chosen)
        case "this card":
            taken = card_of_turn(session, planned, carry.board)
            return tuple(card.id for card in cards if card.id == taken)
        case "kept":
            kept = kept_cards(session, carry.board)
            return tuple(card.id for card in cards if card.id in kept)
        case "top":
            return _top(session, planned, carry)
        case "this round":
            return tuple(card.id for card in cards if _same_turn(session, planned, card.step))
        case "all" | "dealt" | "merged":
            return tuple(card.id for card in cards)


def _same_turn(session: Session, planned: Planned, step: str) -> bool:
    written = session.planned(step)
    return written is not None and written.rounds[: len(planned.rounds)] == planned.rounds


def _chosen(session: Session, board: str) -> frozenset[str]:
    for step in reversed(session.plan):
        if step.stage.choose and step.stage.choose.source == board and step.key in session.choices:
            return frozenset(card for picks in session.choices[step.key].values() for card in picks)
    return frozenset()


def _top(session: Session, planned: Planned, carry: Carry) -> tuple[str, ...]:
    voted = last_ranking(session, carry.board)
    most = whole_limit(session, planned, carry.top, None) or 1
    if voted is None:
        return ()
    order = ranked(session, voted.key, carry.board)
    counts = tally(session, voted.key)
    # A tie at the last place comes along whole: to cut it would be to choose for the room.
    least = counts.get(order[most - 1].id, 0) if len(order) >= most else 0
    return tuple(card.id for n, card in enumerate(order) if n < most or (counts.get(card.id, 0) == least and least > 0))
