"""How a simulated participant behaves: how fast, how much, and whether they stay."""

from dataclasses import dataclass
from random import Random
from typing import Literal

Name = Literal["steady", "quick", "slow", "silent", "plodding"]


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
PLODDING = Temperament("plodding", 3.0, (1,))


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays: how many drop out in silence, and how many come late. None: one of each from six people on.

    A restless facilitator also hides cards and the wall, moves people, pauses, skips. `plodding` people type very
    slowly; a `clumsy` one sends something wrong first, about so often, and then mends it.
    """

    dropouts: int | None = None
    latecomers: int | None = None
    restless: bool = False
    plodding: int = 0
    clumsy: float = 0.0

    def drops(self, participants: int) -> int:
        """How many stop answering in mid-session."""
        return _few(self.dropouts, participants)

    def lates(self, participants: int) -> int:
        """How many arrive once the session has started."""
        return _few(self.latecomers, participants)


SMOOTH = Cast(dropouts=0, latecomers=0)
"""Everyone is there from the start to the end."""


def surprising(participants: int, fewest: int = 1) -> Cast:
    """What happens in real rooms: some leave, some come late (never so many that it could not begin), some plod."""
    late = min(max(1, participants // 6), participants - fewest)
    gone = max(1, participants // 8) if participants >= 4 else 0
    return Cast(gone, max(0, late), plodding=max(1, participants // 6), clumsy=0.12)


def temperaments(chance: Random, participants: int) -> tuple[Temperament, ...]:
    """One temperament per participant: from four people on there is at least one of each kind."""
    known = [STEADY, QUICK, SLOW, SILENT][:participants]
    rest = chance.choices((STEADY, QUICK, SLOW, SILENT), weights=(6, 3, 2, 1), k=participants - len(known))
    everyone = [*known, *rest]
    chance.shuffle(everyone)
    return tuple(everyone)


def slowed(moods: tuple[Temperament, ...], chance: Random, how_many: int) -> tuple[Temperament, ...]:
    """The same people, some of whom type with one finger."""
    plodding = set(chance.sample(range(len(moods)), min(how_many, len(moods))))
    return tuple(PLODDING if place in plodding else mood for place, mood in enumerate(moods))


def _few(wanted: int | None, participants: int) -> int:
    few = wanted if wanted is not None else int(participants >= 6)
    return min(few, max(0, participants - 1))
