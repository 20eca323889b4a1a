"""Where a rehearsal takes place: a real desk on a real, temporary database, and screens fed by their channels."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any, Protocol

from facilitation.database import Database, migrate, open_database
from facilitation.desk import Desk, Envelope, Expected, Published, Receipt, Saved, Turned
from facilitation.domain.commands import By, Command, ParticipantCommand, PlanSession, Refused
from facilitation.domain.plain import from_plain
from facilitation.domain.session import Milliseconds, Session
from facilitation.eventlog import EventLog, Recorded
from facilitation.projections.channels import channels_of, drawn_from, touched
from facilitation.rehearsal.agenda import Agenda, Schedule
from facilitation.rehearsal.sight import Sight

PATIENCE = 60.0
"""Real seconds to wait for a batch that was acknowledged to be published: longer means a bug."""

THROWAWAY = "sqlite://"

Watcher = Callable[[Published], None]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A command that was turned down during the rehearsal."""

    at: Milliseconds
    by: str
    step: str | None
    command: str
    reason: str
    detail: Mapping[str, str] = field(default_factory=dict)


class Counter(Protocol):
    """A desk, as a hall uses it."""

    def plan(self, command: PlanSession, by: By) -> Receipt: ...
    def submit(self, session_id: str, envelope: Envelope) -> Receipt: ...
    def session(self, session_id: str) -> Session: ...
    def next_number(self, session_id: str, stream: str) -> int: ...
    def ring(self, session_id: str) -> Future[Receipt] | None: ...


class Log(Protocol):
    """Where the events are read back from."""

    def read(self, session_id: str) -> tuple[Recorded, ...]: ...


class News(Protocol):
    """Where committed batches arrive."""

    def get(self, *, timeout: float) -> Published: ...


@dataclass(slots=True)
class Hall:
    """One session under way. Watchers are told of every committed batch, in order."""

    agenda: Schedule
    session_id: str
    log: Log
    desk: Counter
    published: News
    refusals: list[Refusal] = field(default_factory=list)
    mistakes: list[Refusal] = field(default_factory=list)
    watchers: list[Watcher] = field(default_factory=list)
    database: Database | None = None
    """Where it lies, if it is this hall's own."""
    _seen: int = 0
    _shown: dict[str, dict[str, Any]] = field(default_factory=dict)
    _drawing: Session | None = None
    _draw: Callable[[str], dict[str, Any]] = field(default=lambda channel: {})

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self.desk.session(self.session_id)

    def recorded(self) -> tuple[Recorded, ...]:
        """The whole log, as it is on disk: withdrawn words are gone."""
        return self.log.read(self.session_id)

    def plan(self, command: PlanSession) -> None:
        """Plan the session this hall was opened for."""
        by = By("facilitator")
        self._heed(self.desk.plan(command, by), by, command)

    def say(self, by: By, command: Command) -> Refused | None:
        """A command without a number: the facilitator's, the door's, the clock's."""
        return self._heed(self.desk.submit(self.session_id, Envelope(by, command)), by, command)

    def send(self, person: str, plain: dict[str, Any], on_purpose: bool = False) -> Refused | None:
        """A participant's numbered command in its plain form, read as the sockets read it.

        One that is wrong `on_purpose` is a mistake when it is refused, not a finding.
        """
        command: Command = from_plain(ParticipantCommand, plain)
        by, number = By("participant", person), self.desk.next_number(self.session_id, person)
        envelope = Envelope(by, command, stream=person, number=number, id=f"{person}-{number}")
        receipt = self.desk.submit(self.session_id, envelope)
        return self._heed(receipt, by, command, self.mistakes if on_purpose else self.refusals)

    def sight(self, person: str, locale: str) -> Sight:
        """What a participant's screen holds now."""
        session = self.session
        documents = {channel: self._document(session, channel) for channel in channels_of(session, person)}
        return Sight(person, locale, self.agenda.now, documents)

    def staff(self) -> dict[str, Any]:
        """What the console shows."""
        return self._document(self.session, "staff")

    def book(self, observer: str) -> dict[str, Any]:
        """What the notebook of an observer shows."""
        return self._document(self.session, "observers") | self._document(self.session, f"observer:{observer}")

    def ring(self) -> None:
        """Let the desk ring the timer of this session if it is due, as its timekeeper does."""
        rung = self.desk.ring(self.session_id)
        if rung:
            rung.result()
        self._catch_up()

    def _catch_up(self) -> None:
        """Take in what was committed, here and now: the desk publishes from a thread of its own, in its own time."""
        while self._seen < self.session.seq:
            self.take_in(self.published.get(timeout=PATIENCE))

    def take_in(self, batch: Published) -> None:
        """One batch that was committed: what it touches is drawn anew, and whoever watches is told."""
        self._seen = batch.after.seq
        for channel in touched(batch.before, batch.events, batch.after):
            self._shown.pop(channel, None)
        for watcher in self.watchers:
            watcher(batch)

    def _document(self, session: Session, channel: str) -> dict[str, Any]:
        if channel not in self._shown:
            if self._drawing is not session:
                self._drawing, self._draw = session, drawn_from(session)
            self._shown[channel] = self._draw(channel)
        return self._shown[channel]

    def _heed(
        self,
        receipt: Saved | Turned | Expected,
        by: By,
        command: Command,
        kept: list[Refusal] | None = None,
    ) -> Refused | None:
        self._catch_up()
        match receipt:
            case Turned(refused=refused):
                pass
            case Expected(expect=expect):
                refused = Refused("out-of-order", {"expect": str(expect)})
            case _:
                return None
        step = self.desk.session(self.session_id).current
        who = by.id or by.kind
        noted = self.refusals if kept is None else kept
        noted.append(Refusal(self.agenda.now, who, step, type(command).__name__, refused.reason, refused.detail))
        return refused


@contextmanager
def opened(agenda: Agenda, session_id: str, database_url: str = THROWAWAY) -> Iterator[Hall]:
    """A hall on a database of its own, which is gone when the rehearsal is over unless another one is named."""
    database = open_database(database_url)
    published: SimpleQueue[Published] = SimpleQueue()
    log = EventLog(database)
    desk = Desk(log, agenda.clock, published.put)
    try:
        migrate(database)
        yield Hall(agenda, session_id, log, desk, published, database=database)
    finally:
        desk.close()
        database.close()
