"""What the projector shows."""

from dataclasses import dataclass

from facilitation.domain.session import Milliseconds


@dataclass(frozen=True, slots=True)
class WallHidden:
    """The projector was blanked."""

    at: Milliseconds


@dataclass(frozen=True, slots=True)
class WallShown:
    """The projector came back."""

    at: Milliseconds


@dataclass(frozen=True, slots=True)
class WallFrozen:
    """The projector keeps what it showed."""

    at: Milliseconds


@dataclass(frozen=True, slots=True)
class WallThawed:
    """The projector follows the room again."""

    at: Milliseconds


@dataclass(frozen=True, slots=True)
class WallTurned:
    """The facilitator turned the page on the projector."""

    by: int
    at: Milliseconds


WallEvent = WallHidden | WallShown | WallFrozen | WallThawed | WallTurned
