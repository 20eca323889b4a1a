"""When those who took part may read a dossier: from when, until when; and who of them found it right."""

from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)

from facilitation.database import Database, metadata
from facilitation.records.live_sessions import live_sessions
from facilitation.records.tickets import tickets

reading_windows = Table(
    "reading_windows",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("experiment_id", Integer, ForeignKey("experiments.id"), nullable=False, index=True),
    Column("opened_at", BigInteger, nullable=False),
    Column("closes_at", BigInteger, nullable=False),
    Column("why", Text, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("could_read", Integer),
    Column("unread_why", Text, nullable=False, server_default=""),
)

confirmations = Table(
    "confirmations",
    metadata,
    Column("window_id", Integer, ForeignKey("reading_windows.id"), primary_key=True, autoincrement=False),
    Column("session_id", String(40), ForeignKey("live_sessions.id"), primary_key=True),
    Column("person", String(40), primary_key=True),
)


@dataclass(frozen=True, slots=True)
class Window:
    """`closes_at` moves when it is prolonged, or closed early: then `why` says for what reason. `codes` is how many
    withdrawal codes worked when it opened, unknown of one from before they were counted; where none did, nobody could
    read it, and `unread_why` says why it was opened all the same.
    """

    id: int
    experiment: int
    opened_at: int
    closes_at: int
    why: str = ""
    codes: int | None = None
    unread_why: str = ""

    @property
    def counts(self) -> bool:
        """Whether those who took part could read it, or the team has said why they could not."""
        return self.codes != 0 or bool(self.unread_why)

    def is_open(self, now: int) -> bool:
        """Whether it can be read at this moment."""
        return self.opened_at <= now < self.closes_at


def begin(database: Database, experiment: int, closes_at: int, account: int, now: int, unread_why: str = "") -> None:
    """Open a window. The tickets of its sessions that still work go on working until it closes."""
    row = {"experiment_id": experiment, "opened_at": now, "closes_at": closes_at, "why": "", "account_id": account}
    row |= {"could_read": tickets_left(database, experiment, now), "unread_why": unread_why}
    with database.writing() as connection:
        connection.execute(insert(reading_windows).values(row))
    _keep_tickets(database, experiment, closes_at, now)


def move(database: Database, window: Window, closes_at: int, why: str, now: int) -> None:
    """Let a window close on another day, or now."""
    with database.writing() as connection:
        mine = reading_windows.c.id == window.id
        connection.execute(update(reading_windows).where(mine).values(closes_at=closes_at, why=why))
    _keep_tickets(database, window.experiment, closes_at, now)


def of_experiment(database: Database, experiment: int) -> tuple[Window, ...]:
    """The windows of an experiment, oldest first."""
    mine = select(reading_windows).where(reading_windows.c.experiment_id == experiment)
    with database.reading() as connection:
        return tuple(_window(row) for row in connection.execute(mine.order_by(reading_windows.c.id)))


def open_now(database: Database, experiment: int, now: int) -> Window | None:
    """The window that is open, if one is."""
    return next((each for each in reversed(of_experiment(database, experiment)) if each.is_open(now)), None)


def confirm(database: Database, window: int, session: str, person: str) -> None:
    """Note that somebody read it and found it right. Twice is once."""
    row = {"window_id": window, "session_id": session, "person": person}
    if not has_confirmed(database, window, session, person):
        with database.writing() as connection:
            connection.execute(insert(confirmations).values(row))


def take_back(database: Database, session: str, person: str, window: int | None = None) -> None:
    """Forget that somebody found it right: in one window, or in every one."""
    c = confirmations.c
    mine = delete(confirmations).where(c.session_id == session, c.person == person)
    with database.writing() as connection:
        connection.execute(mine if window is None else mine.where(c.window_id == window))


def has_confirmed(database: Database, window: int, session: str, person: str) -> bool:
    """Whether somebody did."""
    c = confirmations.c
    mine = select(c.person).where(c.window_id == window, c.session_id == session, c.person == person)
    with database.reading() as connection:
        return connection.execute(mine).first() is not None


def confirmed(database: Database, window: int) -> int:
    """How many did."""
    mine = select(func.count()).select_from(confirmations).where(confirmations.c.window_id == window)
    with database.reading() as connection:
        return int(connection.scalar(mine) or 0)


def tickets_left(database: Database, experiment: int, now: int) -> int:
    """How many withdrawal codes of its sessions still work: nobody else can come to read."""
    mine = select(live_sessions.c.id).where(live_sessions.c.experiment_id == experiment)
    c = tickets.c
    people = select(c.person).where(c.session_id.in_(mine), c.kind == "slip", c.expires_at > now).distinct()
    with database.reading() as connection:
        return int(connection.scalar(select(func.count()).select_from(people.subquery())) or 0)


def _keep_tickets(database: Database, experiment: int, until: int, now: int) -> None:
    mine = select(live_sessions.c.id).where(live_sessions.c.experiment_id == experiment)
    c = tickets.c
    short = update(tickets).where(c.session_id.in_(mine), c.expires_at > now, c.expires_at < until)
    with database.writing() as connection:
        connection.execute(short.values(expires_at=until))


def _window(row: Row[tuple[object, ...]]) -> Window:
    return Window(row.id, row.experiment_id, row.opened_at, row.closes_at, row.why, row.could_read, row.unread_why)
