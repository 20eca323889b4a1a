"""What a simulated participant has in mind during one step: how much to write, what they already looked at."""

from dataclasses import dataclass, field
from random import Random
from typing import Literal

from facilitation.domain.session import Milliseconds, StepKey
from facilitation.rehearsal.temperament import Temperament

Afterthought = Literal["nothing", "edit", "withdraw", "improve"]

AFTERTHOUGHTS: tuple[Afterthought, ...] = ("nothing", "edit", "withdraw", "improve")
HOW_OFTEN = (80, 6, 3, 11)
"""In a hundred steps: most people leave their words as they are."""

LONG = 600.0
"""Seconds from which a stage has room for one more card each."""


@dataclass(slots=True)
class Page:
    """The intentions and memories of one step; a new step turns the page."""

    step: StepKey
    opened_at: Milliseconds
    afterthought: Afterthought
    puzzled: bool
    had_part: bool = False
    voted: bool = False
    remarked: bool = False
    """Whether they have written, or do not mean to write, a comment."""
    quotas: dict[str, int] = field(default_factory=dict)
    considered: set[tuple[str, str]] = field(default_factory=set)

    def quota(self, chance: Random, board: str, temperament: Temperament, seconds: float) -> int:
        """How many cards this person means to write on a board in this step, where `seconds` are left."""
        if board not in self.quotas:
            more = 1 if seconds >= LONG and not temperament.skips_optional else 0
            self.quotas[board] = chance.choice(temperament.cards) + more
        return self.quotas[board]


def turn_page(chance: Random, step: StepKey, now: Milliseconds) -> Page:
    """A fresh page for a step that has just come up on the screen."""
    afterthought = chance.choices(AFTERTHOUGHTS, weights=HOW_OFTEN)[0]
    puzzled, remarked = chance.random() < 0.03, chance.random() < 0.5
    return Page(step=step, opened_at=now, afterthought=afterthought, puzzled=puzzled, remarked=remarked)
