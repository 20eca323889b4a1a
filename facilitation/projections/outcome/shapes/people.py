"""Who came, as numbers."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of people, said no more precisely than the threshold allows: one of the three is set."""

    exactly: int | None = None
    at_least: int | None = None
    fewer_than: int | None = None


@dataclass(frozen=True, slots=True)
class ChannelCount:
    """How many took part by phone, on paper, or were simulated."""

    channel: Literal["phone", "paper", "kiosk", "simulated"]
    people: int


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who came, as numbers. `channels` is empty where a channel was used by fewer than `threshold` people, and
    for readers outside where fewer came in all.
    """

    threshold: int
    people: int
    contributed: Counted
    stayed: Counted
    simulated: bool
    channels: tuple[ChannelCount, ...]
    report: Counted
    quotation: Counted
    publication: Counted
    withdrawn: Counted
    slips: int = 0
    """How many slips of paper were typed by somebody of the team; of these, how many after their stage, or the day."""
    slips_late: int = 0
    slips_after: int = 0
    last_typed: int | None = None
    """When the last slip was typed after the session, if any was."""
    dictated: Counted = Counted(exactly=0)
    """How many slips were dictated: their people spoke, somebody else wrote."""
    responded: Counted = Counted(exactly=0)
    """How many answered a question."""
