"""How often one may send: a slow-down is an answer, never a lost message."""

from collections import deque
from collections.abc import Callable

MOST = 20
WITHIN = 10_000
MANY = 5_000


class Pace:
    """At most `most` calls per `within` milliseconds for each name."""

    def __init__(self, clock: Callable[[], int], most: int = MOST, within: int = WITHIN) -> None:
        self._clock = clock
        self._most = most
        self._within = within
        self._seen: dict[str, deque[int]] = {}

    def wait(self, name: str) -> int:
        """Milliseconds to wait before calling again; 0 means go on, and counts."""
        now = self._clock()
        if len(self._seen) > MANY:
            self._forget_idle(now)
        seen = self._seen.setdefault(name, deque(maxlen=self._most))
        if len(seen) == self._most and now - seen[0] < self._within:
            return self._within - (now - seen[0])
        seen.append(now)
        return 0

    def _forget_idle(self, now: int) -> None:
        self._seen = {name: seen for name, seen in self._seen.items() if seen and now - seen[-1] < self._within}
