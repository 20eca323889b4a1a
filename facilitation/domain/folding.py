"""Lists merged into one: cards that say the same, whoever wrote them, are read as one card."""

import unicodedata
from collections.abc import Iterable

from facilitation.domain.session import Card


def same_words(text: str) -> str:
    """What two texts have in common when they say the same: capitals, spaces and the signs around them do not count."""
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().replace("\u2019", "'").split())
    return plain.strip(" .,;:!?…\"'«»()[]-–—•*")


def folded(cards: Iterable[Card]) -> dict[str, tuple[Card, ...]]:
    """By the id of the card that stands for them, cards that say the same, in the order written.

    The first that is not hidden stands for the others. Cards without words of their own (only signs) stay apart.
    """
    rows: dict[str, list[Card]] = {}
    for card in cards:
        rows.setdefault(same_words(card.text) or card.id, []).append(card)
    first = (next((card for card in row if not card.hidden), row[0]) for row in rows.values())
    return {card.id: tuple(row) for card, row in zip(first, rows.values(), strict=True)}
