"""Cards shown little by little: author by author, from the last to the first, or one column at a time."""

from hashlib import sha256

from facilitation.domain.format import Board
from facilitation.domain.session import Card, Planned, Session
from facilitation.domain.tally import latest_tally


def batches(session: Session, board: Board, cards: tuple[Card, ...]) -> tuple[frozenset[str], ...]:
    """The ids of the cards that each press of the button shows, in order; none where all are shown at once."""
    things = [card for card in cards if card.about is None]
    match board.reveal:
        case "by author":
            keys = {card.id: _lot(session, card.author) for card in things}
        case "countdown":
            counts = latest_tally(session, board.name)
            keys = {card.id: f"{counts.get(card.id, 0) + 10**9:012}" for card in things}
        case "column by column":
            order = [column.id for column in board.columns]
            keys = {c.id: f"{order.index(c.column) if c.column in order else len(order):04}" for c in things}
        case "at once":
            return ()
    rows: dict[str, set[str]] = {}
    for id in sorted(keys, key=lambda id: keys[id]):
        rows.setdefault(keys[id], set()).add(id)
    return tuple(frozenset(row) for row in rows.values())


def _lot(session: Session, person: str) -> str:
    # In an order that neither writing first nor coming first decides, the same whoever comes later.
    return sha256(f"{session.seed}:reveal:{person}".encode()).hexdigest()


def not_yet(session: Session, planned: Planned, board: Board, cards: tuple[Card, ...]) -> frozenset[str]:
    """The cards of a board that the step has not shown yet."""
    step = session.steps.get(planned.key)
    shown = step.shown if step else 0
    rows = batches(session, board, cards)
    return frozenset(card for row in rows[shown:] for card in row)
