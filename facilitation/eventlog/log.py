"""The log of every session: appended in batches, read back, erased from where the law says so."""

import secrets
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from facilitation.database import Database
from facilitation.eventlog import tables
from facilitation.eventlog.codec import GENESIS
from facilitation.eventlog.entry import Answered, Appended, Batch, Conflict, Head, Recorded, Verification
from facilitation.eventlog.outages import said_plainly
from facilitation.eventlog.rows import Rows, answered, prepare, recorded
from facilitation.eventlog.verify import verify

Run = Callable[[Callable[[], None]], None]
"""Carries out a piece of work and waits for its end."""


def at_once(work: Callable[[], None]) -> None:
    """Carry out in the calling thread."""
    work()


class EventLog:
    """Appended, never edited; erasing a person's words is the one, named exception."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._sweep_due = False

    def new_head(self) -> Head:
        """The head of a log that does not exist yet."""
        return Head(0, secrets.token_urlsafe(12), GENESIS)

    def append(self, batch: Batch, run: Run = at_once) -> Appended:
        """Store a batch in one transaction; once this returns, it is on disk.

        `run` carries out the transaction (the server gives gevent's thread pool, so that waiting for the disk stops
        nobody). Raises Conflict or Unavailable; then nothing was stored. Anything else is a value that cannot be
        encoded, noticed before the transaction.
        """
        rows, appended = prepare(batch)
        if rows.empty:
            return appended
        with said_plainly(), self._database.writer() as connection:
            # A greenlet waits for the writer; only the transaction itself may run in a native thread.
            carry_out = run if self._database.embedded else at_once
            carried(carry_out, lambda: self._commit(connection, batch.head, appended.head, rows))
        return appended

    def read(self, session: str) -> tuple[Recorded, ...]:
        """All events of a session, in order; none for a session that does not exist."""
        return self.since(session, 0)

    def since(self, session: str, seq: int) -> tuple[Recorded, ...]:
        """The events after `seq`."""
        with said_plainly(), self._database.reading() as connection:
            return tuple(recorded(row) for row in connection.execute(_events_after(session, seq)))

    def head(self, session: str) -> Head | None:
        """How far a session's log goes; None if there is no such session."""
        with said_plainly(), self._database.reading() as connection:
            row = connection.execute(select(tables.heads).where(tables.heads.c.session_id == session)).one_or_none()
        return Head(row.seq, row.epoch, row.chain) if row else None

    def last_number(self, session: str, stream: str) -> int:
        """The last number that `stream` used; 0 if none."""
        return self.last_numbers(session).get(stream, 0)

    def last_numbers(self, session: str) -> dict[str, int]:
        """The last number that each stream used."""
        with said_plainly(), self._database.reading() as connection:
            rows = connection.execute(_numbers_of(session))
            return {row.stream: row.number for row in rows}

    def receipt(self, session: str, stream: str, number: int) -> Answered | None:
        """What the command with this number was answered; None if the number was not used."""
        c = tables.receipts.c
        wanted = select(tables.receipts).where(c.session_id == session, c.stream == stream, c.number == number)
        with said_plainly(), self._database.reading() as connection:
            row = connection.execute(wanted).one_or_none()
        return answered(row) if row else None

    def sessions(self) -> tuple[str, ...]:
        """Every session that has a log."""
        with said_plainly(), self._database.reading() as connection:
            return tuple(connection.scalars(select(tables.heads.c.session_id).order_by(tables.heads.c.session_id)))

    def last_moments(self) -> dict[str, int]:
        """When the last thing happened in each session."""
        e, h = tables.events, tables.heads
        at_head = (e.c.session_id == h.c.session_id) & (e.c.seq == h.c.seq)
        with said_plainly(), self._database.reading() as connection:
            rows = connection.execute(select(e.c.session_id, e.c.at).select_from(h.join(e, at_head)))
            return {row.session_id: row.at for row in rows}

    def running(self) -> tuple[str, ...]:
        """The sessions that have started and are not closed: their timers run."""
        c = tables.events.c
        closed = select(c.session_id).where(c.kind == "SessionClosed")
        wanted = select(c.session_id).where(c.kind == "StageStarted", c.session_id.not_in(closed)).distinct()
        with said_plainly(), self._database.reading() as connection:
            return tuple(sorted(connection.scalars(wanted)))

    def erase(self, session: str, subject: str, reason: str) -> None:
        """Erase the words of one subject outside the usual withdrawal (the end of the time they may be kept)."""
        with said_plainly(), self._database.writer() as connection:
            with connection.begin():
                _erase(connection, session, subject, reason)
            self._sweep_due = True
            self._sweep(connection)

    def erase_all(self, session: str, reason: str) -> int:
        """Erase every word of a session that is still there; returns how many. What happened, and when, stays."""
        c = tables.contents
        theirs = (c.c.session_id == session) & c.c.erased.is_(None)
        with said_plainly(), self._database.writer() as connection:
            with connection.begin():
                gone = connection.execute(update(c).where(theirs).values(value=None, salt=None, erased=reason)).rowcount
            self._sweep_due = True
            self._sweep(connection)
        return gone

    def sweep(self) -> None:
        """Try again to empty the write-ahead log of erased words, if a reader was in the way. Cheap when not due."""
        if self._sweep_due:
            with said_plainly(), self._database.writer() as connection:
                self._sweep(connection)

    def sweep_behind(self) -> None:
        """Empty the write-ahead log of words that were erased elsewhere in the same file: now, or as soon as may be."""
        self._sweep_due = True
        self.sweep()

    def probe(self, session: str) -> None:
        """Write a row as it already stands: raises Unavailable for as long as nothing can be stored."""
        h = tables.heads
        with said_plainly(), self._database.writing() as connection:
            connection.execute(update(h).where(h.c.session_id == session).values(seq=h.c.seq))

    def verify(self, session: str) -> Verification:
        """Read a whole log again and say what is wrong with it. Raises KeyError for an unknown session."""
        with said_plainly(), self._database.reading() as connection:
            return verify(connection, session)

    def _commit(self, connection: Connection, before: Head, after: Head, rows: Rows) -> None:
        with connection.begin():
            _move_head(connection, rows.session, before, after)
            for subject in rows.erased:
                _erase(connection, rows.session, subject, "withdrawn")
            for table, values in (
                (tables.contents, rows.contents),
                (tables.events, rows.events),
                (tables.receipts, rows.receipts),
            ):
                if values:
                    connection.execute(insert(table), values)
        self._sweep_due = self._sweep_due or bool(rows.erased)
        self._sweep(connection)

    def _sweep(self, connection: Connection) -> None:
        if self._sweep_due:
            self._sweep_due = not self._database.checkpoint(connection)


def carried(run: Run, work: Callable[[], None]) -> None:
    """Carry out, and raise here what went wrong there: gevent's thread pool would print it, with its arguments."""
    wrong: list[Exception] = []

    def kept() -> None:
        try:
            work()
        except Exception as error:
            wrong.append(error)

    run(kept)
    if wrong:
        raise wrong[0]


def _move_head(connection: Connection, session: str, before: Head, after: Head) -> None:
    """The head moves only from where the writer believed it to be: the optimistic lock of the session."""
    h = tables.heads
    values = {"seq": after.seq, "chain": after.chain}
    if before.chain == GENESIS:
        connection.execute(insert(h).values(session_id=session, epoch=after.epoch, **values))
        return
    here = (h.c.session_id == session) & (h.c.chain == before.chain) & (h.c.epoch == before.epoch)
    if connection.execute(update(h).where(here).values(**values)).rowcount != 1:
        raise Conflict(session)


def _erase(connection: Connection, session: str, subject: str, reason: str) -> None:
    c = tables.contents
    of_subject = (c.c.session_id == session) & (c.c.subject == subject) & c.c.erased.is_(None)
    connection.execute(update(c).where(of_subject).values(value=None, salt=None, erased=reason))


def _events_after(session: str, seq: int) -> Select[Any]:
    e, c = tables.events, tables.contents
    joined = e.outerjoin(c, e.c.content_id == c.c.content_id)
    wanted = select(e, c.c.value).select_from(joined)
    return wanted.where(e.c.session_id == session, e.c.seq > seq).order_by(e.c.seq)


def _numbers_of(session: str) -> Select[Any]:
    c = tables.receipts.c
    return select(c.stream, func.max(c.number).label("number")).where(c.session_id == session).group_by(c.stream)
