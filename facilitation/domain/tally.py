"""Votes counted: what each card received, and the cards in the order the room put them."""

import random
from collections.abc import Mapping

from facilitation.domain.arranging import standing
from facilitation.domain.levels import levels_of
from facilitation.domain.session import Card, Planned, Session, StepKey

WORTH = {"up": 1, "agree": 1, "keep": 1, "down": -1, "objection": -1, "drop": -1}


def tally(session: Session, step: StepKey) -> dict[str, int]:
    """What each card that is still there received, by its id; scores are added up over all turns of the stage.

    Levels count for (+1) or against (-1) a card; a place counts one point, and one for each card put below it.
    """
    counts: dict[str, int] = {}
    for ballot in (ballot for key in _counted(session, step) for ballot in session.votes.get(key, {}).values()):
        for card, number in _points(session, step, ballot).items():
            # What was given to several cards read as one stays theirs when the first is taken back.
            first = standing(session, session.cards[card])
            if first is not None:
                counts[first.id] = counts.get(first.id, 0) + number
    for card, number in session.hand_counts.get(step, {}).get("", {}).items():
        first = standing(session, session.cards[card])
        if first is not None:
            counts[first.id] = counts.get(first.id, 0) + number
    return counts


def _points(session: Session, step: StepKey, ballot: Mapping[str, int]) -> Mapping[str, int]:
    planned = session.planned(step)
    vote = planned.stage.vote if planned else None
    if vote is None or vote.manner == "dots":
        return ballot
    if vote.manner == "ranking":
        most = max(map(len, session.votes[step].values()))
        return {card: most + 1 - place for card, place in ballot.items()}
    levels = levels_of(vote)
    return {card: WORTH.get(levels.get(number, ""), 0) for card, number in ballot.items()}


def ranks(planned: Planned, board: str) -> bool:
    """Whether a step puts the cards of a board in an order: by dots, scores or places, not by levels."""
    vote = planned.stage.vote
    return vote is not None and vote.of == board and not levels_of(vote)


def _counted(session: Session, step: StepKey) -> tuple[StepKey, ...]:
    planned = session.planned(step)
    if planned is None or planned.stage.vote is None or planned.stage.vote.rate_to is None:
        return (step,)
    return tuple(one.key for one in session.plan if one.stage.id == planned.stage.id)


def latest_tally(session: Session, board: str) -> dict[str, int]:
    """The counts of the last vote that was held on a board; none if there was none."""
    step = last_ranking(session, board)
    return {} if step is None else tally(session, step.key)


def last_ranking(session: Session, board: str) -> Planned | None:
    """The last step that put the cards of a board in an order."""
    return next((s for s in reversed(session.plan) if ranks(s, board) and _voted(session, s.key)), None)


def _voted(session: Session, step: StepKey) -> bool:
    return step in session.votes or "" in session.hand_counts.get(step, {})


def ranked(session: Session, step: StepKey, board: str) -> tuple[Card, ...]:
    """The cards of a board that got at least one dot in `step`, most dots first.

    A tie is broken by a draw seeded by the session and the step, so that writing first gives no advantage.
    """
    lot = {card: number for number, card in enumerate(_draw(session, step))}
    counts = tally(session, step)
    voted = [card for card in session.cards.values() if card.board == board and counts.get(card.id, 0) > 0]
    return tuple(sorted(voted, key=lambda card: (-counts[card.id], lot[card.id])))


def _draw(session: Session, step: StepKey) -> list[str]:
    order = list(session.cards)
    random.Random(f"{session.seed}:ties:{step}").shuffle(order)
    return order
