"""Cards that somebody sifts and puts in order before others read them: until it was let in, a card waits."""

from facilitation.domain.session import Card, Session


def is_sifted(session: Session, board: str) -> bool:
    """Whether the cards of a board are sifted, in whatever stage: what one stage keeps back no other lets out."""
    return any(
        window.sifted_by != "nobody" for step in session.plan for window in step.stage.boards if window.name == board
    )


def boards_to_sift(session: Session) -> frozenset[str]:
    """The boards whose cards wait for the facilitator."""
    windows = (window for step in session.plan for window in step.stage.boards)
    return frozenset(window.name for window in windows if window.sifted_by == "facilitator")


def waits(session: Session, card: Card) -> bool:
    """Whether a card has still to be let in."""
    if card.about is not None or card.id in session.queues.get(card.board, ()):
        return False
    return is_sifted(session, card.board)


def in_order(session: Session, board: str, cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """Cards in the order in which they were let in; those that wait, and comments, come last."""
    queue = session.queues.get(board, ())
    if not queue:
        return cards
    return tuple(sorted(cards, key=lambda card: queue.index(card.id) if card.id in queue else len(queue)))


def order_in_queue(session: Session, card: Card) -> int | None:
    """The place of a card among those that were let in, from 1."""
    queue = session.queues.get(card.board, ())
    return queue.index(card.id) + 1 if card.id in queue else None
