"""Clusters that the console could accept: cards that speak of the same thing, as far as their words tell."""

from typing import Any

from facilitation.domain.arranging import cluster_of
from facilitation.domain.session import Session
from facilitation.domain.similar import likely_clusters
from facilitation.projections.view import PRIVATE, View


def proposals(session: Session, board: str) -> list[dict[str, Any]]:
    """Proposals for the cards of a board that the console may read and that are under no title yet."""
    view = View(session)
    if board not in view.opened or view.opened[board] <= PRIVATE:
        return []
    free = [card for card in view.cards[board] if card.about is None and not card.hidden]
    texts = [(card.id, card.text) for card in free if cluster_of(session, card.id) is None]
    return [{"title": ", ".join(one.words), "cards": list(one.cards)} for one in likely_clusters(texts)]
