"""Ctrl-C that waits for a good moment."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event


@contextmanager
def ctrl_c_waits() -> Iterator[Event]:
    """Ctrl-C only leaves a note, for work that looks between two of its parts whether somebody wants it to stop.

    A second one interrupts as usual: nobody is held by a part that does not end.
    """
    asked, usual = Event(), signal.getsignal(signal.SIGINT)

    def note(number: int, frame: object) -> None:
        asked.set()
        signal.signal(signal.SIGINT, usual)

    signal.signal(signal.SIGINT, note)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, usual)
