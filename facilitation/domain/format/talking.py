"""Talking in turn: who speaks when, and for how long."""

from dataclasses import dataclass
from typing import Literal

Formula = str


@dataclass(frozen=True, slots=True)
class Turns:
    """One person speaks after another, in each group or in the room as a whole; those who are silent have no turn."""

    order: Literal["random", "arrival", "facilitator", "reversed"] = "random"
    minutes: Formula | None = None
    first: str | None = None
    """The role that speaks before the others."""
    who: str = "everyone"
    with_them: tuple[str, ...] = ()
    """Other roles that have a turn as well."""
    within: Literal["groups", "room"] = "groups"
    passed_on_by: str | None = None
    """The role that may pass the turn on beside who speaks and the facilitator."""
    time_up: Literal["pass on", "wait"] = "pass on"
    only_speaker_writes: bool = False
