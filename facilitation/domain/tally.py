"""Votes counted: dots per card, and the cards in the order the room put them."""

import random

from facilitation.domain.session import Card, Session, StepKey


def tally(session: Session, step: StepKey) -> dict[str, int]:
    """Dots per card id, for the cards that are still there; scores are added up over all turns of the stage."""
    counts: dict[str, int] = {}
    for dots in (dots for key in _counted(session, step) for dots in session.votes.get(key, {}).values()):
        for card, number in dots.items():
            if not session.cards[card].withdrawn:
                counts[card] = counts.get(card, 0) + number
    return counts


def _counted(session: Session, step: StepKey) -> tuple[StepKey, ...]:
    planned = session.planned(step)
    if planned is None or planned.stage.vote is None or planned.stage.vote.rate_to is None:
        return (step,)
    return tuple(one.key for one in session.plan if one.stage.id == planned.stage.id)


def latest_tally(session: Session, board: str) -> dict[str, int]:
    """The counts of the last vote that was held on a board; none if there was none."""
    voted = (s for s in reversed(session.plan) if s.stage.vote and s.stage.vote.of == board and s.key in session.votes)
    step = next(voted, None)
    return {} if step is None else tally(session, step.key)


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
