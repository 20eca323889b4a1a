"""Loops over the cards of a board: which card a turn is about, and which one comes next."""

from facilitation.domain.session import OpenLoop, Planned, Session
from facilitation.domain.sifting import waits
from facilitation.domain.tally import ranked, ranks


def card_of_turn(session: Session, planned: Planned, board: str) -> str | None:
    """The card of a board that a step is about, by the innermost loop over it."""
    loops = (loop for loop in reversed(planned.open_loops) if loop.each_card == board)
    return next((session.taken.get(loop.key, {}).get(loop.turn) for loop in loops), None)


def next_card(session: Session, loop: OpenLoop) -> str | None:
    """The card of the next turn: those that the room put first, then the others in the order written."""
    board = loop.each_card
    if board is None:
        return None
    taken = session.taken.get(loop.key, {}).values()
    left = [
        card.id
        for card in session.cards.values()
        if card.board == board
        and card.about is None
        and not card.withdrawn
        and not card.hidden
        and not waits(session, card)
    ]
    return next((card for card in (*_order(session, loop, board), *left) if card in left and card not in taken), None)


def _order(session: Session, loop: OpenLoop, board: str) -> tuple[str, ...]:
    # Votes inside the loop are about the card of a turn: they do not move the others.
    before = (s for s in session.plan if ranks(s, board) and loop.key not in [one.key for one in s.open_loops])
    voted = next((step for step in reversed(list(before)) if step.key in session.votes), None)
    return tuple(card.id for card in ranked(session, voted.key, board)) if voted else ()
