"""Turns to speak."""

from dataclasses import dataclass
from typing import Literal

from facilitation.domain.session import Milliseconds, StepKey


@dataclass(frozen=True, slots=True)
class SpeakersOrdered:
    """In which order people speak in a step, circle by circle; again when someone comes, goes or moves."""

    step: StepKey
    orders: tuple[tuple[str, ...], ...]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class TurnGiven:
    """The floor of a circle went to someone, or to nobody once all have spoken; `ends_at` where time is counted."""

    step: StepKey
    circle: int
    person: str | None
    ends_at: Milliseconds | None
    by: Literal["order", "speaker", "role", "facilitator", "timer"]
    at: Milliseconds


FloorEvent = SpeakersOrdered | TurnGiven
