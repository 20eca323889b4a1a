"""How a simulated participant behaves: how fast, how much, and whether they stay."""

from dataclasses import dataclass
from random import Random
from typing import Literal

Name = Literal["steady", "quick", "slow", "silent"]


@dataclass(frozen=True, slots=True)
class Temperament:
    """`pace` multiplies thinking times; `cards` is how many cards they write where the format sets no number."""

    name: Name
    pace: float
    cards: tuple[int, ...]
    skips_optional: bool = False


STEADY = Temperament("steady", 1.0, (1, 2))
QUICK = Temperament("quick", 0.5, (2, 3))
SLOW = Temperament("slow", 1.7, (1,))
SILENT = Temperament("silent", 1.0, (0, 1), skips_optional=True)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays: how many drop out in silence, and how many come late. None: one of each from six people on.

    A restless facilitator also hides cards and the wall, moves people, pauses, skips.
    """

    dropouts: int | None = None
    latecomers: int | None = None
    restless: bool = False

    def drops(self, participants: int) -> int:
        """How many stop answering in mid-session."""
        return _few(self.dropouts, participants)

    def lates(self, participants: int) -> int:
        """How many arrive once the session has started."""
        return _few(self.latecomers, participants)


def temperaments(chance: Random, participants: int) -> tuple[Temperament, ...]:
    """One temperament per participant: from four people on there is at least one of each kind."""
    known = [STEADY, QUICK, SLOW, SILENT][:participants]
    rest = chance.choices((STEADY, QUICK, SLOW, SILENT), weights=(6, 3, 2, 1), k=participants - len(known))
    everyone = [*known, *rest]
    chance.shuffle(everyone)
    return tuple(everyone)


def _few(wanted: int | None, participants: int) -> int:
    few = wanted if wanted is not None else int(participants >= 6)
    return min(few, max(0, participants - 1))
