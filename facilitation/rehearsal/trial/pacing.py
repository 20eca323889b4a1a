"""Deeds done when their moment comes by a trial's clock, while people may step in at any time."""

import time
from collections.abc import Callable
from threading import Event

from facilitation.domain.session import Milliseconds
from facilitation.rehearsal.agenda import Deed, Deeds
from facilitation.rehearsal.trial.clock import TrialClock

LOOK_UP = 1.0
"""Real seconds after which a waiting trial looks up, whether or not it was called."""


class PacedAgenda:
    """An agenda whose moments really pass. `wake` is for other threads; everything else belongs to the trial's own."""

    def __init__(self, clock: TrialClock, attend: Callable[[], None]) -> None:
        self._clock = clock
        self._attend = attend
        self._deeds = Deeds()
        self._woken = Event()
        self._stepping = False

    @property
    def now(self) -> Milliseconds:
        """The simulated moment."""
        return self._clock.now()

    def clock(self) -> Milliseconds:
        """The same, for the desk."""
        return self._clock.now()

    def after(self, seconds: float, deed: Deed) -> None:
        """Note a deed for `seconds` from now."""
        self.at(self.now + round(seconds * 1000), deed)

    def at(self, moment: Milliseconds, deed: Deed) -> None:
        """Note a deed for `moment`, or for now if that has passed."""
        self._deeds.note(max(moment, self.now), deed)

    def wake(self) -> None:
        """Look up: somebody did something, or changed the pace."""
        self._woken.set()

    def step(self) -> None:
        """Let time jump from deed to deed until something happens on the screens; see `happened`."""
        self._stepping = True
        self.wake()

    def happened(self) -> None:
        """Something showed on the screens: a step is over."""
        self._stepping = False

    def play(self, until: Callable[[], bool]) -> None:
        """Do one deed after the other, each at its moment, until `until` says stop."""
        while not until():
            self._attend()
            due = self._deeds.next_at()
            if due is not None and self._stepping:
                self._clock.jump(due)
            wait = self._clock.seconds_until(due) if due is not None and self._runs() else None
            if wait is None or wait > 0:
                self._woken.wait(LOOK_UP if wait is None else min(wait, LOOK_UP))
                self._woken.clear()
                continue
            self._deeds.take()[1]()
            # One deed at a time between other people's commands: a trial must never be felt in a live session.
            time.sleep(0)

    def _runs(self) -> bool:
        return self._stepping or self._clock.rate > 0
