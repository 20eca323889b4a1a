"""A process of the press that waits for an order, so that nobody waits for it to begin."""

import subprocess
from threading import Lock, Timer

from facilitation.documentation.press.worker import Processes, begin, end


class Spare:
    """One at most, for `idle` seconds: it takes as much memory as a document of some pages. Without any, there is none.

    It is among `running`, so that it ends with the server.
    """

    def __init__(self, running: Processes, idle: float) -> None:
        self._running = running
        self._idle = idle
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._clock: Timer | None = None

    def wanted(self) -> None:
        """Have one wait, from now on and for a while."""
        if not self._idle:
            return
        with self._lock:
            if self._clock:
                self._clock.cancel()
            if self._process is None or self._process.poll() is not None:
                self._let_go()
                self._process = begin()
                self._running.add(self._process)
            self._clock = Timer(self._idle, self.ended)
            self._clock.daemon = True
            self._clock.start()

    def taken(self) -> "subprocess.Popen[bytes] | None":
        """The one that waits, if there is one: it is the taker's now."""
        with self._lock:
            if self._clock:
                self._clock.cancel()
            process, self._process = self._process, None
            if process is not None and process.poll() is not None:
                self._running.discard(process)
                return None
            return process

    def ended(self) -> None:
        """Nobody came."""
        with self._lock:
            self._let_go()

    def _let_go(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            end(process)
            process.wait()
            self._running.discard(process)
