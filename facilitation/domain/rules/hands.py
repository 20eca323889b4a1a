"""Raised hands, counted in the room and typed as totals: no author, and at most one hand for each who is there."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Refused
from facilitation.domain.format import Question
from facilitation.domain.levels import levels_of
from facilitation.domain.rules import tasks
from facilitation.domain.scopes import whole_limit
from facilitation.domain.session import Planned, Session
from facilitation.domain.visibility import cards_of

MOST_HANDS = 2000
MOST_PLACES = 21

COUNTABLE = ("choice", "choices", "yes-no", "scale")
"""The questions that hands can answer."""


def count_hands(session: Session, command: c.CountHands, by: str, now: int) -> tuple[e.Event, ...] | Refused:
    """Keep the totals of one question or vote, while its step is on or afterwards."""
    planned = session.planned(command.step)
    if planned is None:
        return Refused("unknown-step")
    if not session.reached(planned.key):
        return Refused("slip-too-early")
    places = countable(session, planned).get(command.of)
    if places is None:
        return Refused("hands-nothing")
    if not command.totals.keys() <= set(places):
        return Refused("not-an-option")
    if any(not 0 <= number <= MOST_HANDS for number in command.totals.values()):
        return Refused("hands-range", {"most": str(MOST_HANDS)})
    totals = {place: number for place, number in command.totals.items() if number}
    if totals == session.hand_counts.get(planned.key, {}).get(command.of, {}):
        return ()
    return (e.HandsCounted(planned.key, command.of, totals, by, now),)


def countable(session: Session, planned: Planned) -> dict[str, tuple[str, ...]]:
    """What hands can be counted for in a step: the places of each question, and ("") the cards of a vote by dots."""
    found = {q.name: places_of(session, planned, q) for q in planned.stage.ask if q.kind in COUNTABLE}
    vote = planned.stage.vote
    board = tasks.board_of(planned, vote.of) if vote else None
    if vote is not None and board is not None and vote.manner == "dots" and not levels_of(vote):
        cards = (card for card in cards_of(session, planned, board) if card.about is None and not card.hidden)
        found[""] = tuple(card.id for card in cards)
    return {name: places for name, places in found.items() if places}


def places_of(session: Session, planned: Planned, question: Question) -> tuple[str, ...]:
    """The answers that hands are counted for: options, `yes` and `no`, or the places of a short scale."""
    if question.kind == "yes-no":
        return ("yes", "no")
    if question.kind == "scale":
        first = whole_limit(session, planned, question.minimum, None)
        last = whole_limit(session, planned, question.maximum, None)
        if first is None or last is None or last - first >= MOST_PLACES:
            return ()
        return tuple(str(place) for place in range(first, last + 1))
    return tuple(option.id for option in question.options)
