"""All trials of a house: how many at once, how long they are kept, and what the other rooms ask about them."""

import secrets
from collections.abc import Callable
from threading import Lock, Timer
from typing import Any

from facilitation.desk import Desk, Published
from facilitation.rehearsal.trial.clock import Clock
from facilitation.rehearsal.trial.order import Order
from facilitation.rehearsal.trial.trial import Trial

MOST_AT_ONCE = 3
MOST_KEPT = 12
KEPT_FOR = 12 * 3600
"""Seconds for which what came of a trial can be looked at."""

PREFIX = "trial-"


class TooMany(Exception):
    """As many trials are under way as may be at once."""


class Trials:
    """In memory only: a restart ends what is under way and forgets the rest, and no table ever holds a trial.

    `changed(id)` is called when the time of a trial runs otherwise, `gone(id)` when its session is no more.
    """

    def __init__(self, desk: Desk, clock: Clock, changed: Callable[[str], None], gone: Callable[[str], None]) -> None:
        self._desk, self._clock, self._changed, self._gone = desk, clock, changed, gone
        self._lock = Lock()
        self._trials: dict[str, Trial] = {}
        self._sweepers: dict[str, Timer] = {}

    def start(self, order: Order) -> Trial:
        """Begin a trial. Raises TooMany."""
        name = PREFIX + secrets.token_hex(8)
        trial = Trial(name, order, self._desk, self._clock, lambda: self._changed(name))
        with self._lock:
            if sum(each.state == "running" for each in self._trials.values()) >= MOST_AT_ONCE:
                raise TooMany
            self._trials[name] = trial
            ended = [each for each, kept in self._trials.items() if kept.state != "running"]
            spare = ended[: max(0, len(self._trials) - MOST_KEPT)]
        for each in spare:
            self.forget(each)
        self._sweep_later(name)
        trial.start()
        return trial

    def find(self, name: str) -> Trial | None:
        """A trial, under way or ended."""
        return self._trials.get(name)

    def all(self) -> tuple[Trial, ...]:
        """Every trial that is known, the newest first."""
        return tuple(reversed(self._trials.values()))

    def forget(self, name: str) -> None:
        """End a trial if it is under way, and keep nothing of it."""
        trial = self._trials.get(name)
        if trial is None:
            return
        trial.stop()
        trial.wait()
        self._trials.pop(name, None)
        sweeper = self._sweepers.pop(name, None)
        if sweeper:
            sweeper.cancel()
        self._gone(name)

    def heard(self, published: Published) -> None:
        """Told of every batch of the house; those of trials are passed on."""
        trial = self._trials.get(published.session_id)
        if trial:
            trial.heard(published)

    def time(self, session_id: str) -> dict[str, Any] | None:
        """The moment in a trial and how fast it passes; None for a session that is no trial."""
        trial = self._trials.get(session_id)
        return {"now": trial.clock.now(), "rate": trial.clock.rate} if trial else None

    def close(self) -> None:
        """End everything."""
        for name in list(self._trials):
            self.forget(name)

    def _sweep_later(self, name: str) -> None:
        sweeper = Timer(KEPT_FOR, self.forget, (name,))
        sweeper.daemon = True
        self._sweepers[name] = sweeper
        sweeper.start()
