"""When the time of a step is up: read from the session's state, so that it survives a restart."""

import logging
import threading
from dataclasses import dataclass
from typing import Protocol

from facilitation.domain.floors import turns_end
from facilitation.domain.rules.showing import due_to_show
from facilitation.domain.session import Session, StepKey

logger = logging.getLogger("facilitation.desk")


@dataclass(frozen=True, slots=True)
class Ring:
    """What is due in a step; when something else falls due there, the same step rings again."""

    step: StepKey
    due: tuple[int, ...]


def ring_due(session: Session, now: int) -> Ring | None:
    """The step whose time is up at `now`, a turn to speak in it, or its next cards. The rules say what comes of it."""
    step = session.steps.get(session.current) if session.current else None
    if step is None or step.closed_at is not None or step.paused_with is not None:
        return None
    ends = (*turns_end(session), *((step.ends_at,) if step.ends_at is not None else ()))
    shows = (step.shows_at,) if step.shows_at is not None and due_to_show(session, now) else ()
    # All of them: the end of a step that goes on all the same would hide what falls due after it.
    due = tuple(sorted((*(end for end in ends if end <= now), *shows)))
    return Ring(step.key, due) if due else None


class Ticking(Protocol):
    """A desk, as its timekeeper sees it."""

    def resume(self) -> None: ...

    def tick(self) -> object: ...


class Timekeeper:
    """Ticks a desk a few times a second, in one thread (or greenlet) of its own."""

    def __init__(self, desk: Ticking, every: float = 0.2) -> None:
        self._desk = desk
        self._every = every
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="timekeeper", daemon=True)

    def start(self) -> None:
        """Begin; sessions that were running before a restart go on."""
        self._desk.resume()
        self._thread.start()

    def stop(self) -> None:
        """End, and wait for the last tick."""
        self._stop.set()
        self._thread.join()

    def _keep(self) -> None:
        while not self._stop.wait(self._every):
            try:
                self._desk.tick()
            except Exception as error:
                # A clock that died of one bad session would stop the timers of all.
                logger.error("a tick failed: %s", type(error).__name__)
