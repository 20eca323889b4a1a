"""A desk for one session in memory: no thread, no disk; each command is decided where it is handed in."""

from collections import deque
from collections.abc import Callable

from facilitation.desk import Envelope, Published, Receipt, Saved, Turned
from facilitation.desk.timers import Ring, ring_due
from facilitation.domain.commands import By, EndTimer, PlanSession, Refused
from facilitation.domain.evolve import evolve
from facilitation.domain.rules import decide
from facilitation.domain.session import Session
from facilitation.eventlog import Recorded


class Table:
    """The desk, the log (which keeps nothing) and the news of a hall, all in one thread."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self._clock = clock
        self._session = Session()
        self._numbers: dict[str, int] = {}
        self._news: deque[Published] = deque()
        self._rung: Ring | None = None

    def plan(self, command: PlanSession, by: By) -> Receipt:
        """Begin the session."""
        return self.submit(command.session, Envelope(by, command))

    def submit(self, session_id: str, envelope: Envelope) -> Receipt:
        """Decide, and believe what came of it."""
        if envelope.number is not None:
            self._numbers[envelope.stream] = envelope.number
        command, before = envelope.command, self._session
        decision = command if isinstance(command, Refused) else decide(before, command, envelope.by, self._clock())
        if isinstance(decision, Refused):
            return Turned(envelope.number, decision)
        for event in decision:
            self._session = evolve(self._session, event)
        if decision:
            self._news.append(Published(session_id, before, tuple(decision), self._session))
        return Saved(envelope.number, self._session.seq)

    def session(self, session_id: str) -> Session:
        """The session as it stands."""
        return self._session

    def next_number(self, session_id: str, stream: str) -> int:
        """The number that the next command of `stream` carries."""
        return self._numbers.get(stream, 0) + 1

    def ring(self, session_id: str) -> None:
        """Ring once when the time of the current step is up."""
        due = ring_due(self._session, self._clock())
        if due is not None and due != self._rung:
            self._rung = due
            self.submit(session_id, Envelope(By("clock"), EndTimer(due.step)))

    def get(self, *, timeout: float) -> Published:
        """The next batch. It is there already: nothing is ever under way here."""
        return self._news.popleft()

    def read(self, session_id: str) -> tuple[Recorded, ...]:
        """The log: nothing is kept of what is only looked at."""
        return ()
