"""Cards put together by hand: some read as one, some under a common title; and what each reader may see of it."""

from collections.abc import Iterable

from facilitation.domain.format import Board
from facilitation.domain.session import Card, Cluster, Planned, Session


def mates(session: Session, card: Card) -> tuple[Card, ...]:
    """The cards that are merged with this one and still there, itself included, in the order they were put together."""
    row = next((row for row in session.merges if card.id in row), (card.id,))
    return tuple(session.cards[id] for id in row if not session.cards[id].withdrawn)


def standing(session: Session, card: Card) -> Card | None:
    """The card that stands for a merged one: the first that is there and may be shown; none if all are gone."""
    there = mates(session, card)
    return next(filter(_ready, there), there[0] if there else None)


def _ready(card: Card) -> bool:
    return not card.hidden and not card.held


def with_mates(session: Session, cards: Iterable[str]) -> frozenset[str]:
    """These cards and those merged with them: what comes into a stage comes whole, whoever takes their words back."""
    found = frozenset(cards)
    return found.union(*(row for row in session.merges if found & set(row)))


def behind(session: Session, planned: Planned, board: Board, shown: Iterable[Card]) -> dict[str, str]:
    """For each card that is read as part of another one, the card that stands for it.

    As long as groups read their own cards only, those of different groups stay apart.
    """
    found: dict[str, str] = {}
    for row in _rows(session, planned, board, shown):
        first = next(filter(_ready, row), row[0])
        found |= {card.id: first.id for card in row if card is not first}
    return found


def _rows(session: Session, planned: Planned, board: Board, shown: Iterable[Card]) -> Iterable[tuple[Card, ...]]:
    if not session.merges:
        return
    by_id = {card.id: card for card in shown if card.about is None}
    for row in session.merges:
        here = [by_id[id] for id in row if id in by_id]
        if _read_by_all(session, planned, board):
            yield from (tuple(here),) if len(here) > 1 else ()
            continue
        tables: dict[int | None, list[Card]] = {}
        for card in here:
            tables.setdefault(_table(session, planned, board, card), []).append(card)
        yield from (tuple(cards) for cards in tables.values() if len(cards) > 1)


def _read_by_all(session: Session, planned: Planned, board: Board) -> bool:
    seen, step = board.seen_by, session.steps.get(planned.key)
    if seen.first == "everyone":
        return True
    ended = step is not None and (step.closed_at is not None or step.reopened > 0)
    come = ended or (seen.until == "reveal" and step is not None and step.revealed)
    return seen.then == "everyone" and come


def _table(session: Session, planned: Planned, board: Board, card: Card) -> int | None:
    return session.group_of(card.author, card.step if board.belongs_to == "table" else planned.key)


def clusters_on(session: Session, board: str) -> tuple[Cluster, ...]:
    """The titles under which cards of a board are grouped now."""
    return tuple(one for one in session.clusters.values() if one.board == board and not one.dissolved)


def cluster_of(session: Session, card: str) -> Cluster | None:
    """The cluster a card is in."""
    return next((one for one in session.clusters.values() if card in one.cards and not one.dissolved), None)
