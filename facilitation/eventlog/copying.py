"""The log of a session as it travels to another house: its rows as they are, words apart, nothing that was erased."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, Integer, Table, insert, select
from sqlalchemy.exc import DataError, IntegrityError

from facilitation.eventlog import tables
from facilitation.eventlog.codec import SPELLING
from facilitation.eventlog.entry import Verification
from facilitation.eventlog.verify import verify

Row = dict[str, Any]

PARTS: Mapping[str, Table] = {
    "head": tables.heads,
    "log": tables.events,
    "words": tables.contents,
    "receipts": tables.receipts,
}
"""The parts of a copy, each with its table, in the order in which they can be planted."""

_ORDER = {"head": "session_id", "log": "seq", "words": "content_id", "receipts": "number"}

Parts = Mapping[str, Sequence[Row]]


class Misfit(ValueError):
    """Rows that are no log of this house."""


class FromLater(ValueError):
    """Events in a spelling that this version does not know yet."""


class Broken(Exception):
    """A log that arrived, and is not whole: `found` says where."""

    def __init__(self, found: Verification) -> None:
        super().__init__(found.session)
        self.found = found


def copied(connection: Connection, session: str) -> Parts:
    """The rows of a log. Words that were withdrawn or erased are not there to be copied: their rows are empty."""
    return {part: _rows(connection, part, session) for part in PARTS}


def here_already(connection: Connection, session: str) -> bool:
    """Whether a session has a log in this house."""
    return (
        connection.execute(select(tables.heads.c.seq).where(tables.heads.c.session_id == session)).first() is not None
    )


def planted(connection: Connection, session: str, parts: Parts) -> None:
    """Write a log that came from another house, and read it again: dense, sealed, whole. Raises Misfit, FromLater, or
    Broken; then the transaction of `connection` must not be committed.
    """
    if any(row.get("spelling", 0) > SPELLING for row in parts["log"]):
        raise FromLater(session)
    try:
        for part, table in PARTS.items():
            rows = [_fitting(table, session, row) for row in parts[part]]
            if rows:
                connection.execute(insert(table), rows)
    except (KeyError, TypeError, IntegrityError, DataError) as wrong:
        raise Misfit(session) from wrong
    found = verify(connection, session)
    if not found.ok:
        raise Broken(found)


def _rows(connection: Connection, part: str, session: str) -> list[Row]:
    table = PARTS[part]
    wanted = select(table).where(table.c.session_id == session)
    if part == "receipts":
        wanted = wanted.order_by(table.c.stream)
    return [row._asdict() for row in connection.execute(wanted.order_by(table.c[_ORDER[part]]))]


def _fitting(table: Table, session: str, told: Row) -> Row:
    row = {column.name: told.get(column.name) for column in table.columns}
    if not told.keys() <= row.keys() or row["session_id"] != session:
        raise Misfit(session)
    if not all(_fits(column, row[column.name]) for column in table.columns):
        raise Misfit(session)
    return row


def _fits(column: Column[Any], value: Any) -> bool:
    if value is None:
        return bool(column.nullable)
    if isinstance(column.type, Integer):
        most = 2**63 if isinstance(column.type, BigInteger) else 2**31
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < most
    return isinstance(value, str) and "\x00" not in value
