"""Simulated time: what will happen when, in one fixed order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Protocol

from facilitation.domain.session import Milliseconds

Deed = Callable[[], None]


class Schedule(Protocol):
    """Something that bots and a facilitator can note their next deed in."""

    @property
    def now(self) -> Milliseconds: ...
    def after(self, seconds: float, deed: Deed) -> None: ...
    def at(self, moment: Milliseconds, deed: Deed) -> None: ...
    def play(self, until: Callable[[], bool]) -> None: ...


@dataclass(slots=True)
class Deeds:
    """Deeds by their moment; those of the same moment keep the order they were noted in."""

    _deeds: list[tuple[Milliseconds, int, Deed]] = field(default_factory=list)
    _noted: int = 0

    def note(self, moment: Milliseconds, deed: Deed) -> None:
        """Note a deed."""
        self._noted += 1
        heappush(self._deeds, (moment, self._noted, deed))

    def next_at(self) -> Milliseconds | None:
        """The moment of the next deed, if there is one."""
        return self._deeds[0][0] if self._deeds else None

    def take(self) -> tuple[Milliseconds, Deed]:
        """The next deed and its moment."""
        moment, _, deed = heappop(self._deeds)
        return moment, deed


@dataclass(slots=True)
class Agenda:
    """A clock that only moves from one deed to the next."""

    now: Milliseconds
    _deeds: Deeds = field(default_factory=Deeds)

    def clock(self) -> Milliseconds:
        """The simulated moment, for the desk."""
        return self.now

    def after(self, seconds: float, deed: Deed) -> None:
        """Note a deed for `seconds` from now."""
        self.at(self.now + round(seconds * 1000), deed)

    def at(self, moment: Milliseconds, deed: Deed) -> None:
        """Note a deed for `moment`, or for now if that has passed."""
        self._deeds.note(max(moment, self.now), deed)

    def play(self, until: Callable[[], bool]) -> None:
        """Do one deed after the other until `until` says stop or nothing is left to do."""
        while self._deeds.next_at() is not None and not until():
            self.now, deed = self._deeds.take()
            deed()
