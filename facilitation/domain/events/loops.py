"""Stages repeated: one turn more, the end of it, the card that a turn is about."""

from dataclasses import dataclass
from typing import Literal

from facilitation.domain.session import LoopKey, Milliseconds


@dataclass(frozen=True, slots=True)
class TurnAdded:
    """A loop with an open end goes on: its turn number `turn` joins the plan."""

    loop: LoopKey
    turn: int
    at: Milliseconds
    through: tuple[str, ...] = ()
    """Those whose group has no further turn: they wait."""


@dataclass(frozen=True, slots=True)
class LoopEnded:
    """A loop with an open end has no further turn after `turn`, and why."""

    loop: LoopKey
    turn: int
    by: Literal["condition", "chance", "limit", "facilitator"]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class TurnWanted:
    """The facilitator asked for one more turn after turn `turn` of a loop that has it on request only."""

    loop: LoopKey
    turn: int
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class CardTaken:
    """Turn `turn` of a loop over the cards of a board is about this card."""

    loop: LoopKey
    turn: int
    card: str
    at: Milliseconds


LoopEvent = TurnAdded | LoopEnded | TurnWanted | CardTaken
