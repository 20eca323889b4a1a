"""The levels of a vote that asks for one on each card, from the warmest to the coldest, and what they come to."""

from collections.abc import Mapping
from fractions import Fraction

from facilitation.domain.format import Vote
from facilitation.domain.session import Planned, Session, StepKey

LEVELS: Mapping[str, Mapping[int, str]] = {
    "thumbs": {3: "up", 2: "sideways", 1: "down"},
    "consent": {3: "agree", 2: "concern", 1: "objection"},
    "keep or drop": {2: "keep", 1: "drop"},
}
"""What stands for each level in a vote; the numbers are published, in commands and in the log."""

WITH_A_REASON = frozenset({"concern", "objection"})
"""Levels that say why, in words that others read."""

COUNTS: Mapping[str, str] = {
    "thumbs_up": "up",
    "thumbs_sideways": "sideways",
    "thumbs_down": "down",
    "agreements": "agree",
    "concerns": "concern",
    "objections": "objection",
}
"""Functions of a board that count the levels given in the last vote on it."""


def levels_of(vote: Vote) -> Mapping[int, str]:
    """The levels of a vote; none where it is by dots, scores or places."""
    return LEVELS.get(vote.manner, {})


def spread_of(session: Session, step: StepKey) -> dict[str, dict[str, int]]:
    """How often each card that is still there was given each level in a step."""
    planned = session.planned(step)
    levels = levels_of(planned.stage.vote) if planned and planned.stage.vote else {}
    found: dict[str, dict[str, int]] = {}
    for ballot in session.votes.get(step, {}).values() if levels else ():
        for card, number in ballot.items():
            if number in levels and not session.cards[card].withdrawn:
                counts = found.setdefault(card, dict.fromkeys(levels.values(), 0))
                counts[levels[number]] += 1
    return found


def last_levels(session: Session, board: str) -> Planned | None:
    """The last step that asked for levels on the cards of a board; whether anyone gave any is another question."""
    return next((step for step in reversed(session.plan) if _asked_levels(session, step, board)), None)


def _asked_levels(session: Session, step: Planned, board: str) -> bool:
    vote, known = step.stage.vote, session.steps.get(step.key)
    begun = known is not None and known.started_at is not None
    return begun and vote is not None and vote.of == board and bool(levels_of(vote))


def keeps(counts: Mapping[str, int]) -> bool:
    """Whether a card with these levels is kept: more for than against it, and no objection. A tie keeps nothing."""
    if "objection" in counts:
        return counts["objection"] == 0 and counts["agree"] + counts["concern"] > 0
    return counts.get("up", 0) + counts.get("keep", 0) > counts.get("down", 0) + counts.get("drop", 0)


def kept_cards(session: Session, board: str) -> tuple[str, ...]:
    """The cards that the last vote by levels on a board kept."""
    step = last_levels(session, board)
    found = spread_of(session, step.key) if step else {}
    return tuple(card for card in session.cards if keeps(found.get(card, {})))


def counted(session: Session, name: str, board: str, upto: StepKey | None) -> Fraction | None:
    """What a function of a board comes to; `None` before anyone has voted, so that nobody takes silence for consent.

    Only votes that are closed count, and the one of the step `upto` while its values are worked out: a number that
    moves with each vote would tell each vote.
    """
    step = last_levels(session, board)
    known = session.steps.get(step.key) if step else None
    if step is None or known is None or (known.closed_at is None and step.key != upto):
        return None
    spread = spread_of(session, step.key)
    if not spread:
        return None
    if name == "voters":
        return Fraction(len(session.votes[step.key]))
    if name in ("kept", "dropped"):
        return Fraction(sum(keeps(counts) is (name == "kept") for counts in spread.values()))
    return Fraction(sum(counts.get(COUNTS[name], 0) for counts in spread.values()))
