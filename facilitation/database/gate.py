"""The gate before a pool of connections: so many at a time; whoever waits looks again, in any kind of thread."""

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import TimeoutError

GLANCE = 0.001
LONGEST_GLANCE = 0.02
"""Seconds between two looks at whether there is a place: more and more of them, as many may be waiting."""


class Busy(TimeoutError):
    """Whoever asked has waited long enough for their turn. Nothing was read or written: asking again is safe."""


class Gate:
    """Places of which each is taken and given back in one step.

    A pool tells those who wait for it through a condition, which greenlets and native threads must not both wait on.
    """

    def __init__(self, places: int) -> None:
        self._free = deque(range(places))

    @contextmanager
    def place(self, patience: float) -> Iterator[None]:
        """One place, for as long as the block lasts. Raises Busy after so many seconds."""
        place = self._wait(patience)
        try:
            yield
        finally:
            self._free.append(place)

    def _wait(self, patience: float) -> int:
        until, glance = time.monotonic() + patience, GLANCE
        while True:
            try:
                return self._free.pop()
            except IndexError:
                if time.monotonic() >= until:
                    raise Busy from None
            time.sleep(glance)
            glance = min(2 * glance, LONGEST_GLANCE)
