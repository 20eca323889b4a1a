"""Who was in the room by kind of stakeholder, where no small number is told, nor can be worked out from the others."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.rendering import RESTITUTION, Rendering


@dataclass(frozen=True, slots=True)
class College:
    """A kind of stakeholder, and how many of them were there, as the team counted."""

    name: str
    people: int


@dataclass(frozen=True, slots=True)
class InTheRoom:
    """The colleges of one session; none where they were counted and may not be told."""

    session: str
    colleges: tuple[College, ...] = ()


def told_of(counted: Iterable[InTheRoom], sessions: Iterable[Outcome], rendering: Rendering) -> tuple[InTheRoom, ...]:
    """Of what was counted, what these readers may be told: all colleges of a session, or none."""
    there = {one.identity.session: one.attendance.people for one in sessions}
    known = (one for one in counted if one.session in there)
    return tuple(one if _may_be_told(one, there[one.session], rendering) else InTheRoom(one.session) for one in known)


def _may_be_told(one: InTheRoom, people: int, rendering: Rendering) -> bool:
    k = rendering.threshold
    if rendering != RESTITUTION and people < k:
        return False  # outside, not even how many they were is told
    # Whoever is in no college is a college too: the head-count of the session less the others would give it.
    rest = people - sum(each.people for each in one.colleges)
    return all(each.people >= k for each in one.colleges) and not 0 < rest < k
