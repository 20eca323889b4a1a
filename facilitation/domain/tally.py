"""Votes counted: dots per card, and the cards in the order the room put them."""

import random

from facilitation.domain.session import Card, Session, StepKey


def tally(session: Session, step: StepKey) -> dict[str, int]:
    """Dots per card id, for the cards that are still there."""
    counts: dict[str, int] = {}
    for dots in session.votes.get(step, {}).values():
        for card, number in dots.items():
            if not session.cards[card].withdrawn:
                counts[card] = counts.get(card, 0) + number
    return counts


def ranked(session: Session, step: StepKey, board: str) -> tuple[Card, ...]:
    """The cards of a board that got at least one dot in `step`, most dots first.

    A tie is broken by a draw seeded by the session and the step, so that writing first gives no advantage.
    """
    lot = {card: number for number, card in enumerate(_draw(session, step))}
    counts = tally(session, step)
    voted = [card for card in session.cards.values() if card.board == board and counts.get(card.id)]
    return tuple(sorted(voted, key=lambda card: (-counts[card.id], lot[card.id])))


def _draw(session: Session, step: StepKey) -> list[str]:
    order = list(session.cards)
    random.Random(f"{session.seed}:ties:{step}").shuffle(order)
    return order
