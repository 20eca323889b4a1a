"""One trial: simulated people, a simulated facilitator, a clock that can be held, and real screens to watch it on."""

import logging
import traceback
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Literal

from facilitation.database import migrate, open_database
from facilitation.desk import Desk, Published
from facilitation.domain import events as e
from facilitation.domain.session import Session
from facilitation.eventlog import EventLog
from facilitation.rehearsal.hall import THROWAWAY, Hall
from facilitation.rehearsal.rehearse import Rehearsal, Room, told
from facilitation.rehearsal.trial.clock import Clock, TrialClock
from facilitation.rehearsal.trial.order import SPEEDS, Order
from facilitation.rehearsal.trial.pacing import PacedAgenda

State = Literal["running", "over", "stopped", "failed"]

WAITING_ROOM = 25.0
"""How fast people arrive where the speed is only said to be readable."""

STAGE_SECONDS = 15.0
"""Real seconds of a stage at a readable speed."""

FASTEST = 60.0
UNTIMED = 300
ALONE_FOR = 10 * 60 * 1000
"""Real milliseconds without anybody looking, after which a trial stops."""

logger = logging.getLogger("facilitation.rehearsal")


class Trial:
    """Plays in a thread (or greenlet) of its own. Its session has a log of its own, which goes when the trial ends.

    The desk and the fast door treat it as any other session: `changed` tells them that its time runs otherwise.
    """

    def __init__(self, name: str, order: Order, desk: Desk, real: Clock, changed: Callable[[], None]) -> None:
        self.id = name
        self.order = order
        self.began_at = self.ended_at = self.looked_at = real()
        self.state: State = "running"
        self.paused = False
        self.by_hand = False
        self.speed = order.speed
        self.rehearsal: Rehearsal | None = None
        self.clock = TrialClock(real, SPEEDS[order.speed] or WAITING_ROOM)
        self._pace = self.clock.rate
        self._desk, self._real, self._changed = desk, real, changed
        self._published: SimpleQueue[Published] = SimpleQueue()
        self._agenda = PacedAgenda(self.clock, self._attend)
        self._hall: Hall | None = None
        self._room: Room | None = None
        self._stopping = False
        self._planned = Event()
        self._thread = Thread(target=self._run, name="trial", daemon=True)

    def start(self) -> None:
        """Begin; returns once there is a session to look at, or the trial has failed."""
        self._thread.start()
        self._planned.wait()

    @property
    def session(self) -> Session | None:
        """The session as it stands, or as it ended."""
        if self.rehearsal is not None:
            return self.rehearsal.session
        return self._hall.session if self._hall else None

    @property
    def progress(self) -> tuple[int, int]:
        """Steps over, steps planned."""
        session = self.session
        if session is None:
            return 0, 1
        over = sum(step.closed_at is not None or step.skipped for step in session.steps.values())
        return over, max(1, len(session.plan))

    def heard(self, published: Published) -> None:
        """The desk committed something of this session: the bots', or what somebody did on one of the screens."""
        self._published.put(published)
        self._agenda.wake()

    def look(self) -> None:
        """Somebody is watching."""
        self.looked_at = self._real()

    def pause(self) -> None:
        """Hold everything: the clock, the bots, the timers."""
        self.paused = True
        self._run_at(0)

    def go_on(self) -> None:
        """Go on from a pause."""
        self.paused = False
        self._run_at(self._pace)

    def step(self) -> None:
        """Hold, and let just one thing happen."""
        self.pause()
        self._agenda.step()

    def hurry(self, speed: str) -> None:
        """Another of the SPEEDS. Raises KeyError for a word that is none."""
        self._pace = SPEEDS[speed] or self._readable()
        self.speed = speed
        if not self.paused:
            self._run_at(self._pace)

    def lead(self, by_hand: bool) -> None:
        """Whether somebody leads on the console, so that the simulated facilitator only watches."""
        self.by_hand = by_hand
        if self._room:
            self._room.facilitator.leads = not by_hand

    def stop(self) -> None:
        """End as soon as the deed under way is done."""
        self._stopping = True
        self._agenda.wake()

    def wait(self, seconds: float | None = None) -> None:
        """Until it has ended."""
        self._thread.join(seconds)

    def _run(self) -> None:
        try:
            self._play()
        except Exception as error:
            # Told without its message, which may quote what somebody wrote on a screen.
            frames = traceback.extract_tb(error.__traceback__)
            logger.error("a trial failed: %s at %s:%d", type(error).__name__, frames[-1].name, frames[-1].lineno or 0)
            self.state = "failed"
        finally:
            self.ended_at = self._real()
            self._planned.set()
            self._changed()

    def _play(self) -> None:
        database = open_database(THROWAWAY)
        try:
            migrate(database)
            log = EventLog(database)
            self._desk.set_apart(self.id, log, self.clock.now)
            hall = self._hall = Hall(self._agenda, self.id, log, self._desk, self._published)
            hall.plan(self.order.plan(self.id))
            room = self._room = self._people(hall)
            hall.watchers += [room.saw, self._saw]
            self._planned.set()
            room.play(self._left)
            self.rehearsal = told(hall, room.wall, self.order.slot_minutes)
            self.state = "over" if self.rehearsal.session.status == "closed" else "stopped"
        finally:
            self._desk.let_go(self.id)
            database.close()

    def _people(self, hall: Hall) -> Room:
        order = self.order
        room = Room(hall, order.participants, order.seed, order.locale, order.cast(), None)
        room.facilitator.leads = not self.by_hand
        return room

    def _left(self) -> bool:
        return self._stopping or self._real() - self.looked_at > ALONE_FOR

    def _attend(self) -> None:
        """Take in what people did on the screens meanwhile."""
        while self._hall:
            try:
                self._hall.take_in(self._published.get_nowait())
            except Empty:
                return

    def _saw(self, batch: Published) -> None:
        self._agenda.happened()
        if self.speed in SPEEDS and SPEEDS[self.speed] is None and any(map(_turns, batch.events)):
            self._pace = self._readable()
            if not self.paused:
                self._run_at(self._pace)

    def _readable(self) -> float:
        session = self.session
        planned = session.now_playing if session else None
        if planned is None:
            return WAITING_ROOM
        return min(FASTEST, max(1.0, (planned.seconds or UNTIMED) / STAGE_SECONDS))

    def _run_at(self, rate: float) -> None:
        if rate != self.clock.rate:
            self.clock.run_at(rate)
            self._changed()
        self._agenda.wake()


def _turns(event: e.Event) -> bool:
    return isinstance(event, e.StageStarted)
