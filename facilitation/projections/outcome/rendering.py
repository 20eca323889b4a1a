"""For whom a document is made, and what that asks of it: the people who took part, or anybody."""

from dataclasses import dataclass
from typing import Literal

from facilitation.projections.outcome.consent import THRESHOLD


@dataclass(frozen=True, slots=True)
class Rendering:
    """One of the two audiences of a document.

    `threshold` is the smallest number of people whose figures may be shown; `published` says that words are only
    reproduced, and numbers only listed one by one, where all who gave them agreed to be published outside.
    """

    name: Literal["restitution", "diffusion"]
    threshold: int
    published: bool


RESTITUTION = Rendering("restitution", THRESHOLD, published=False)
"""To those who took part and the team: to correct, to contest, to keep."""

DIFFUSION = Rendering("diffusion", 2 * THRESHOLD, published=True)
"""To anybody: a stricter threshold, since readers outside may know one of the people and be told by another."""

RENDERINGS: dict[str, Rendering] = {each.name: each for each in (RESTITUTION, DIFFUSION)}
