"""How long things are kept: what will be erased and when, as the protocols say; reports of what was."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    Select,
    String,
    Table,
    delete,
    func,
    insert,
    or_,
    select,
)

from facilitation.database import Database, metadata
from facilitation.records import later, pairings, protocols, taken_back, versions
from facilitation.records.export_journal import export_journal
from facilitation.records.kept_for import Kept, kept_for
from facilitation.records.live_sessions import live_sessions
from facilitation.records.months import months_later
from facilitation.records.quoted_in_themes import Standing, forget_in_themes
from facilitation.records.reading import objections
from facilitation.records.sign_in_links import sign_in_links
from facilitation.records.tickets import tickets

purges = Table(
    "purges",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("what", String(20), nullable=False),
    Column("session_id", String(40), nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
)

What = Literal["contributions", "journal", "tickets", "links"]

Heard = Callable[[], Mapping[str, int]]
"""When the last thing happened in each session: the log, which is another room, knows."""

SILENT = 30 * 24 * 60 * 60 * 1000
"""Nobody comes back to a session in which nothing has happened for so long: it is over, though nobody closed it."""


@dataclass(frozen=True, slots=True)
class Due:
    """What will be erased at a moment: the words written in a session, or the first lines of its journal of exports."""

    what: What
    session: str
    title: str
    on: int
    kept: Kept
    experiment: int


@dataclass(frozen=True, slots=True)
class Purged:
    """What was erased: how many, of which session (none for tickets and sign-in links), when."""

    what: str
    session: str
    count: int
    at: int


@dataclass(frozen=True, slots=True)
class Purging:
    """How far a purge is: the session whose turn it is, how many of how many are erased, and all that was so far."""

    session: str
    done: int
    of: int
    told: tuple[Purged, ...]


def months_after(moment: int, months: int) -> int:
    """The same day and hour so many months later; the last day, where that month has no such day."""
    was = datetime.fromtimestamp(moment / 1000, UTC)
    return int(datetime.combine(months_later(was.date(), months), was.timetz()).timestamp() * 1000)


def coming(database: Database, now: int, heard: Heard) -> tuple[Due, ...]:
    """What will be erased, and has not been, soonest first. A session that is going on waits."""
    with database.reading() as connection:
        rows = connection.execute(select(live_sessions)).all()
        done: dict[str, int] = {
            row.session_id: row.at
            for row in connection.execute(select(purges).where(purges.c.what == "contributions").order_by(purges.c.id))
        }
        told = {row.session_id: row.first for row in connection.execute(_first_lines())}
    found, last = [], heard()
    for row in rows:
        began = row.started_at or row.created_at
        # In a session that never began, nobody wrote anything.
        ended = _ended(row.closed_at, last.get(row.id) if row.started_at else None, now)
        protocol = protocols.of_experiment(database, row.experiment_id)
        kept = kept_for(protocol, began, ended or now)
        if ended is not None and done.get(row.id, -1) < ended:
            on = months_after(ended, kept.contributions_months)
            found.append(Due("contributions", row.id, row.title, on, kept, row.experiment_id))
        if kept.journal_months and row.id in told:
            on = months_after(told[row.id], kept.journal_months)
            found.append(Due("journal", row.id, row.title, on, kept, row.experiment_id))
    return tuple(sorted(found, key=lambda due: (due.on, due.session, due.what)))


def _ended(closed: int | None, heard: int | None, now: int) -> int | None:
    """When a session was over: when it was closed, or else at the last that was heard of it, once it is silent."""
    if closed is not None or heard is None:
        return closed
    return heard if heard <= now - SILENT else None


def _first_lines() -> Select[Any]:
    lines = export_journal.c
    return select(lines.session_id, func.min(lines.at).label("first")).group_by(lines.session_id)


def erase_journal(database: Database, session: str, months: int, now: int) -> int:
    """Erase the lines about a session, each so many months after it was written; returns how many."""
    lines = export_journal.c
    with database.writing() as connection:
        written = connection.scalars(select(lines.at).where(lines.session_id == session).distinct())
        old = [at for at in written if months_after(at, months) <= now]
        gone = connection.execute(delete(export_journal).where(lines.session_id == session, lines.at.in_(old)))
    return gone.rowcount


def erase_expired(database: Database, now: int) -> dict[What, int]:
    """Erase tickets and sign-in links whose time is over; returns how many of each."""
    links = sign_in_links.c
    with database.writing() as connection:
        no_seat = connection.execute(delete(tickets).where(tickets.c.expires_at <= now)).rowcount
        used = or_(links.expires_at <= now, links.used_at.is_not(None))
        no_link = connection.execute(delete(sign_in_links).where(used)).rowcount
    return {"tickets": no_seat, "links": no_link}


def purge(
    database: Database,
    erase_words: Callable[[str], int],
    now: int,
    heard: Heard,
    follow: Callable[[Purging], None] = lambda purging: None,
    words_of: Callable[[str], tuple[str, ...]] = lambda session: (),
) -> tuple[Purged, ...]:
    """Erase what is due, session by session. `erase_words` erases the words of a session from its log, wherever else
    they are held, and says how many there were. `words_of` says which are still there.

    `follow` is told before each session; what it raises ends the purge there. Each line is reported once all that it
    tells is erased, and only then: what was not finished, whatever ended the purge, is due again.
    """
    told = [Purged(what, "", count, now) for what, count in erase_expired(database, now).items() if count]
    for line in told:
        report(database, line)
    sessions = _by_session(due for due in coming(database, now, heard) if due.on <= now)
    standing = Standing(words_of)
    for done, (session, dues) in enumerate(sessions.items()):
        follow(Purging(session, done, len(sessions), tuple(told)))
        for due in dues:
            told.append(Purged(due.what, session, _erased(database, due, erase_words, standing, now), now))
            report(database, told[-1])
    return tuple(told)


def _by_session(found: Iterable[Due]) -> dict[str, list[Due]]:
    sessions: dict[str, list[Due]] = {}
    for due in found:
        sessions.setdefault(due.session, []).append(due)
    return sessions


def _erased(
    database: Database,
    due: Due,
    erase_words: Callable[[str], int],
    standing: Standing,
    now: int,
) -> int:
    if due.what == "journal":
        return erase_journal(database, due.session, due.kept.journal_months or 0, now)
    pairings.forget(database, due.session)
    later.forget(database, due.session)
    objections.forget_session(database, due.session)
    forget_in_themes(database, due.session, standing)
    gone = erase_words(due.session)
    standing.erased(due.session)
    # Last, so that no document of the new version is made from words that are still there.
    taken_back.note(database, due.session, now)
    versions.amend(database, due.session, "erased", now)
    return gone


def report(database: Database, purged: Purged) -> None:
    """Keep a line of the report."""
    row = {"what": purged.what, "session_id": purged.session, "number": purged.count, "at": purged.at}
    with database.writing() as connection:
        connection.execute(insert(purges).values(row))


def reports(database: Database, most: int = 100) -> tuple[Purged, ...]:
    """What was erased, newest first."""
    with database.reading() as connection:
        rows = connection.execute(select(purges).order_by(purges.c.id.desc()).limit(most)).all()
    return tuple(Purged(row.what, row.session_id, row.number, row.at) for row in rows)
