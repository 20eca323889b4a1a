"""Cards dealt out to be read or scored: never one's own, never the same twice, each card to as many as the others."""

import random
from collections.abc import Mapping, Sequence

from facilitation.domain.matching import shared_out
from facilitation.domain.session import Card, Planned, Session
from facilitation.domain.sifting import waits

Hands = Mapping[str, tuple[str, ...]]
"""Ids of cards by the id of the person who holds them."""


def dealt(session: Session, planned: Planned, board: str, each: int) -> dict[str, tuple[str, ...]]:
    """Hands in which each card of a board goes to `each` people, or to as many as may still read it.

    A card goes neither to those who wrote it nor to those who held it in an earlier turn of the same stage, and hands
    differ by one card at most, where that is possible.
    """
    every = session.cards.values()
    open_cards = (c for c in every if c.board == board and not c.withdrawn and not c.hidden and c.about is None)
    cards = [card for card in open_cards if not waits(session, card)]
    people = [person.id for person in session.present]
    known = {card.id: {*card.writers, *_held_before(session, planned, board, card.id)} for card in cards}
    hands: dict[str, tuple[str, ...]] = {person: () for person in people}
    for number in range(each):
        draw = random.Random(f"{session.seed}:deal:{planned.key}:{board}:{number}")
        for card, person in _once(cards, people, known, draw).items():
            hands[person] = (*hands[person], card)
            known[card].add(person)
    return {person: hand for person, hand in hands.items() if hand}


def _once(
    cards: Sequence[Card], people: Sequence[str], known: Mapping[str, set[str]], draw: random.Random
) -> dict[str, str]:
    if not people:
        return {}
    order, around = [card.id for card in cards], list(range(len(people)))
    draw.shuffle(order)
    wishes = {}
    for card in order:
        draw.shuffle(around)
        wishes[card] = [place for place in around if people[place] not in known[card]]
    least = len(order) // len(people)
    rooms = [[least + more] * len(people) for more in (0, 1, 2, len(order))]
    return {card: people[place] for card, place in shared_out(wishes, *rooms).items()}


def _held_before(session: Session, planned: Planned, board: str, card: str) -> set[str]:
    earlier = [step.key for step in session.plan if step.stage.id == planned.stage.id and step.key != planned.key]
    return {
        person for key in earlier for person, hand in session.dealt.get(key, {}).get(board, {}).items() if card in hand
    }


def hand_of(session: Session, step: str, board: str, person: str) -> tuple[str, ...] | None:
    """The cards of a board that a person was dealt in a step; `None` where that board was not dealt."""
    hands = session.dealt.get(step, {}).get(board)
    return None if hands is None else hands.get(person, ())
