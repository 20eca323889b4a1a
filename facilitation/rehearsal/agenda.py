"""Simulated time: what will happen when, in one fixed order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from heapq import heappop, heappush

from facilitation.domain.session import Milliseconds

Deed = Callable[[], None]


@dataclass(slots=True)
class Agenda:
    """A clock that only moves from one deed to the next; deeds of the same moment keep the order they were noted in."""

    now: Milliseconds
    _deeds: list[tuple[Milliseconds, int, Deed]] = field(default_factory=list)
    _noted: int = 0

    def clock(self) -> Milliseconds:
        """The simulated moment, for the desk."""
        return self.now

    def after(self, seconds: float, deed: Deed) -> None:
        """Note a deed for `seconds` from now."""
        self.at(self.now + round(seconds * 1000), deed)

    def at(self, moment: Milliseconds, deed: Deed) -> None:
        """Note a deed for `moment`, or for now if that has passed."""
        self._noted += 1
        heappush(self._deeds, (max(moment, self.now), self._noted, deed))

    def play(self, until: Callable[[], bool]) -> None:
        """Do one deed after the other until `until` says stop or nothing is left to do."""
        while self._deeds and not until():
            self.now, _, deed = heappop(self._deeds)
            deed()
