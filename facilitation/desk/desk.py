"""The desk: where every command of every session is handed in."""

import threading
from collections.abc import Callable
from concurrent.futures import Future

from facilitation.desk.deciding import Decide, Evolve, Rules
from facilitation.desk.envelope import Envelope, Published, Receipt, Saved, UnknownSession
from facilitation.desk.seat import Seat, Tools
from facilitation.domain.commands import By, PlanSession
from facilitation.domain.evolve import evolve as evolve_session
from facilitation.domain.format import Text
from facilitation.domain.rules import decide as decide_command
from facilitation.domain.session import Session
from facilitation.eventlog import EventLog, Recorded, Run, at_once


def to_nobody(published: Published) -> None:
    """For a desk whose sessions nobody watches."""


class Desk:
    """Gives each session one writer: commands are decided in order, committed in batches, then acknowledged.

    `clock` gives milliseconds since 1970; `settle` is called once per committed batch, before its receipts are handed
    back, and `publish` after, both by the session's worker. `run_commit` carries out a transaction (gevent's thread
    pool, in the server).
    """

    def __init__(
        self,
        log: EventLog,
        clock: Callable[[], int],
        publish: Callable[[Published], None] = to_nobody,
        *,
        settle: Callable[[Published], None] = to_nobody,
        decide: Decide = decide_command,
        evolve: Evolve = evolve_session,
        run_commit: Run = at_once,
    ) -> None:
        self._log = log
        self._tools = Tools(log, Rules(decide, evolve), clock, publish, run_commit, settle)
        self._lock = threading.Lock()
        self._seats: dict[str, Seat] = {}

    def plan(self, command: PlanSession, by: By) -> Receipt:
        """Begin a session: its log exists from here on, unless the rules turn the plan away."""
        envelope = Envelope(by, command)
        try:
            seat = self._seat(command.session)
        except UnknownSession:
            seat = Seat(command.session, self._tools)
        else:
            return seat.send(envelope).result()
        try:
            receipt = seat.send(envelope).result()
            if isinstance(receipt, Saved):
                with self._lock:
                    self._seats.setdefault(command.session, seat)
            return receipt
        finally:
            # Turned away, not saved, or planned by somebody else meanwhile: its worker must not wait for ever.
            if self._seats.get(command.session) is not seat:
                seat.close()

    def set_apart(self, session_id: str, log: EventLog, clock: Callable[[], int]) -> None:
        """From here on, keep this session in a log of its own and by a clock of its own, until it is let go."""
        tools = Tools(log, self._tools.rules, clock, self._tools.publish, at_once, self._tools.settle)
        with self._lock:
            self._seats[session_id] = Seat(session_id, tools)

    def let_go(self, session_id: str) -> None:
        """Finish what is queued for a session that was set apart; then there is no such session."""
        with self._lock:
            seat = self._seats.pop(session_id, None)
        if seat is not None:
            seat.close()

    def submit(self, session_id: str, envelope: Envelope) -> Receipt:
        """Hand in a command and wait until it is on disk.

        Raises UnknownSession (a KeyError), NotSaved while nothing can be stored, and whatever a bug raised.
        """
        return self.send(session_id, envelope).result()

    def send(self, session_id: str, envelope: Envelope) -> Future[Receipt]:
        """As `submit`, without waiting."""
        return self._seat(session_id).send(envelope)

    def session(self, session_id: str) -> Session:
        """The session as last committed. Raises UnknownSession."""
        return self._seat(session_id).known().session

    def story(self, session_id: str) -> tuple[Recorded, ...]:
        """Everything that happened in a session, from its log. Raises UnknownSession."""
        return self._seat(session_id).story()

    def next_number(self, session_id: str, stream: str) -> int:
        """The number that the next command of `stream` must carry. Raises UnknownSession."""
        return self._seat(session_id).known().numbers.get(stream, 0) + 1

    def epoch(self, session_id: str) -> str:
        """The random name of this log: another one means that the past changed. Raises UnknownSession."""
        return self._seat(session_id).known().head.epoch

    def trouble(self, session_id: str) -> Text | None:
        """Why this session is read-only now, or None. It recovers by itself. Raises UnknownSession."""
        return self._seat(session_id).trouble

    def resume(self) -> None:
        """Load the sessions that are running, so that their timers go on after a restart."""
        for session_id in self._log.running():
            self._seat(session_id).resume()

    def tick(self) -> tuple[Future[Receipt], ...]:
        """Ring the timers that are due in the sessions loaded so far; returns what was rung."""
        with self._lock:
            seats = tuple(self._seats.values())
        rung = [seat.tick() for seat in seats]
        self._log.sweep()
        return tuple(receipt for receipt in rung if receipt is not None)

    def ring(self, session_id: str) -> Future[Receipt] | None:
        """Ring the timer of one session if it is due. Raises UnknownSession."""
        return self._seat(session_id).tick()

    def close(self) -> None:
        """Finish what is queued in every session, then stop."""
        with self._lock:
            seats = tuple(self._seats.values())
        for seat in seats:
            seat.close()

    def _seat(self, session_id: str) -> Seat:
        with self._lock:
            seat = self._seats.get(session_id)
        if seat is not None:
            return seat
        if self._log.head(session_id) is None:
            raise UnknownSession(session_id)
        with self._lock:
            return self._seats.setdefault(session_id, Seat(session_id, self._tools))
