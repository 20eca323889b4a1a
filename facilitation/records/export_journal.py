"""The journal of exports: who took what out of the house, and when. Never what was in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, Integer, String, Table, func, insert, select

from facilitation.database import Database, metadata
from facilitation.records.live_sessions import live_sessions

export_journal = Table(
    "export_journal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account_id", Integer, nullable=False),
    Column("session_id", String(40), nullable=False, index=True),
    Column("what", String(40), nullable=False),
    Column("at", BigInteger, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Export:
    """One line of the journal."""

    account: int
    session: str
    what: str
    at: int


def note(database: Database, account: int, session: str, what: str, now: int) -> None:
    """Write a line."""
    note_all(database, account, (session,), what, now)


def note_all(database: Database, account: int, sessions: Iterable[str], what: str, now: int) -> None:
    """Write a line for each of these sessions, all or none."""
    rows = [{"account_id": account, "session_id": each, "what": what, "at": now} for each in sessions]
    if not rows:
        return
    with database.writing() as connection:
        connection.execute(insert(export_journal), rows)


def last_of(database: Database, experiment: int, what: str) -> int | None:
    """When something of this kind was last taken out of any session of an experiment."""
    mine = select(live_sessions.c.id).where(live_sessions.c.experiment_id == experiment)
    lines = export_journal.c
    wanted = select(func.max(lines.at)).where(lines.session_id.in_(mine), lines.what == what)
    with database.reading() as connection:
        found: int | None = connection.scalar(wanted)
    return found


def of_session(database: Database, session: str) -> tuple[Export, ...]:
    """The lines about one session, newest first."""
    lines = export_journal.c
    wanted = select(export_journal).where(lines.session_id == session).order_by(lines.id.desc())
    with database.reading() as connection:
        return tuple(Export(row.account_id, row.session_id, row.what, row.at) for row in connection.execute(wanted))
