"""Locks that greenlets of the server's loop and its native threads may share."""

import logging
import threading
import time
from collections import deque

GLANCE = 0.001
"""Seconds between two looks at whether a lock is free."""


class Lock:
    """As `threading.Lock`; whoever waits looks again and again.

    gevent's own lock tells those who wait for it through the loop of whoever holds it, and a greenlet and a native
    thread that wait for each other are not always woken: a template, a log line or a row then never came.
    """

    def __init__(self) -> None:
        # Holds something while the lock is free. Taking and giving back are one step each, in whatever thread.
        self._free = deque([True])

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take it; False where it may not be waited for, or not for as long as that."""
        until = time.monotonic() + timeout if timeout >= 0 else None
        while not self._taken():
            if not blocking or (until is not None and time.monotonic() >= until):
                return False
            time.sleep(GLANCE)
        return True

    def release(self) -> None:
        """Give it back, from whatever thread."""
        if self._free:
            raise RuntimeError("a lock that nobody holds is not given back")
        self._free.append(True)

    def locked(self) -> bool:
        """Whether somebody holds it."""
        return not self._free

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *raised: object) -> None:
        self.release()

    def _taken(self) -> bool:
        try:
            return self._free.pop()
        except IndexError:
            return False

    def _at_fork_reinit(self) -> None:
        self._free = deque([True])


class RLock:
    """As `threading.RLock`: whoever holds it may take it again."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._owner: int | None = None
        self._times = 0

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take it, once more or at first; False where it may not be waited for, or not for as long as that."""
        if not self._is_owned():
            if not self._lock.acquire(blocking, timeout):
                return False
            self._owner = threading.get_ident()
        self._times += 1
        return True

    def release(self) -> None:
        """Give it back, as often as it was taken."""
        if not self._is_owned():
            raise RuntimeError("a lock is given back by whoever holds it")
        self._times -= 1
        if not self._times:
            self._owner = None
            self._lock.release()

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *raised: object) -> None:
        self.release()

    # What `threading.Condition` asks of a lock that can be taken several times.

    def _is_owned(self) -> bool:
        return self._owner == threading.get_ident()

    def _release_save(self) -> int:
        times, self._times, self._owner = self._times, 0, None
        self._lock.release()
        return times

    def _acquire_restore(self, times: int) -> None:
        self._lock.acquire()
        self._owner, self._times = threading.get_ident(), times

    def _at_fork_reinit(self) -> None:
        self._lock._at_fork_reinit()
        self._owner, self._times = None, 0


def share_locks() -> None:
    """From here on, every lock that anybody makes is one of these. To be called before anything else is imported."""
    threading.Lock, threading.RLock = Lock, RLock  # type: ignore[assignment]
    # Imported by gevent already, with a lock of its own kind.
    logging._lock = RLock()  # type: ignore[attr-defined]
