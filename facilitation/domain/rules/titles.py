"""Titles that go with the words of somebody who takes them back."""

from collections.abc import Iterable, Iterator

from facilitation.domain import events as e
from facilitation.domain.session import Cluster, Session
from facilitation.domain.similar import plain_words

FEW = 2
"""Words of a title from which it is somebody's own: a single one (“transport”) is everybody's."""


def titles_erased(session: Session, events: Iterable[e.Event], now: int) -> tuple[e.Event, ...]:
    """What is to be erased beside the cards that these events take back."""
    gone = {event.card for event in events if isinstance(event, e.CardWithdrawn)}
    return tuple(_erased(session, gone, now)) if gone and session.clusters else ()


def _erased(session: Session, gone: set[str], now: int) -> Iterator[e.Event]:
    for cluster in session.clusters.values():
        # Its events may hold a title also where it was taken away long ago.
        if cluster.title and (_empty(session, cluster, gone) or any(_holds(session, cluster, id) for id in gone)):
            yield e.TitleErased(cluster.id, now)


def _empty(session: Session, cluster: Cluster, gone: set[str]) -> bool:
    """Whether none of its cards is left, one of these being the last."""
    there = {id for id in cluster.cards if not session.cards[id].withdrawn}
    return bool(there) and there <= gone


def _holds(session: Session, cluster: Cluster, card: str) -> bool:
    """Whether a title it has, or had, was taken from a card: every word is there, and not every one elsewhere."""
    taken = session.cards[card]
    if taken.board != cluster.board:
        return False
    others = (one for one in session.cards.values() if one.board == taken.board and one.id != card)
    elsewhere = {word for one in others for word in plain_words(one.text)}
    own = set(plain_words(taken.text))
    titles = (set(plain_words(title)) for title in (cluster.title, *cluster.former))
    return any(len(words) >= FEW and words <= own and not words <= elsewhere for words in titles)
