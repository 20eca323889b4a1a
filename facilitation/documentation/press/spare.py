"""Processes of the press that wait for an order, so that nobody waits for them to begin."""

from pathlib import Path
from threading import Lock, Timer

from facilitation.documentation.press.worker import Pair, Processes, begin


class Spare:
    """One pair at most, for `idle` seconds: it takes memory like a document of some pages. Without any, there is none.

    It is among `running`, so that it ends with the server.
    """

    def __init__(self, running: Processes, idle: float, templates: Path | None = None) -> None:
        self._running = running
        self._idle = idle
        self._templates = templates
        self._lock = Lock()
        self._pair: Pair | None = None
        self._clock: Timer | None = None

    def wanted(self) -> None:
        """Have one wait, from now on and for a while."""
        if not self._idle:
            return
        with self._lock:
            if self._clock:
                self._clock.cancel()
            if self._pair is None or self._pair.has_ended():
                self._let_go()
                self._pair = begin(self._templates)
                self._running.add(self._pair)
            self._clock = Timer(self._idle, self.ended)
            self._clock.daemon = True
            self._clock.start()

    def taken(self) -> Pair | None:
        """The one that waits, if there is one: it is the taker's now."""
        with self._lock:
            if self._clock:
                self._clock.cancel()
            if self._pair is not None and self._pair.has_ended():
                self._let_go()
            pair, self._pair = self._pair, None
            return pair

    def ended(self) -> None:
        """Nobody came."""
        with self._lock:
            self._let_go()

    def _let_go(self) -> None:
        pair, self._pair = self._pair, None
        if pair is not None:
            pair.end()
            pair.bury()
            self._running.discard(pair)
