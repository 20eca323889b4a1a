"""One open page: who is behind it, what it was sent, and its line."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from facilitation.realtime.frame import Frame
from facilitation.realtime.identity import Identity


class Line(Protocol):
    """The way to one page. Frames arrive whole and in the order sent, or the line is closed."""

    def send(self, frames: Sequence[Frame]) -> None:
        """Hand over frames; never blocks, never raises for a line that has gone."""

    def close(self) -> None:
        """Hang up."""


@dataclass(slots=True, eq=False)
class Screen:
    """`holds` says which version of which document was sent; `moves` up to which event its channels were worked out."""

    identity: Identity
    line: Line
    channels: tuple[str, ...] = ()
    holds: dict[str, int] = field(default_factory=dict)
    moves: int = -1
    visible: bool = True
