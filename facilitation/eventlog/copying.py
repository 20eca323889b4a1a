"""The log of a session as it travels to another house: its rows as they are, words apart, nothing that was erased."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, Integer, Table, insert, select
from sqlalchemy.exc import DataError, IntegrityError

from facilitation.domain.session import Session
from facilitation.eventlog import tables
from facilitation.eventlog.codec import SPELLING
from facilitation.eventlog.entry import Verification
from facilitation.eventlog.verify import verified

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


@dataclass(frozen=True, slots=True)
class Checked:
    """A log that arrived and was read whole: dense, sealed, played again to its `state`."""

    session: str
    rows: Mapping[str, Sequence[Row]]
    state: Session


def checked(session: str, parts: Parts) -> Checked:
    """Hold a log against what the tables take, and read it as `verify` does; nothing is written.

    Raises Misfit, FromLater, or Broken.
    """
    if any(_is_later(row.get("spelling")) for row in parts["log"]):
        raise FromLater(session)
    try:
        rows = {part: _in_order(part, _all_fitting(table, session, parts[part])) for part, table in PARTS.items()}
        head = rows["head"]
        if len(head) != 1:
            raise Misfit(session)
        found, state = verified(session, head[0], rows["log"], rows["words"], rows["receipts"])
    except (KeyError, TypeError, ValueError) as wrong:
        raise Misfit(session) from wrong
    if not found.ok or state is None:
        raise Broken(found)
    return Checked(session, rows, state)


def planted(connection: Connection, log: Checked) -> None:
    """Write a log that was checked. Raises Misfit; then the transaction of `connection` must not be committed."""
    try:
        for part, table in PARTS.items():
            if log.rows[part]:
                connection.execute(insert(table), log.rows[part])
    except (IntegrityError, DataError) as wrong:
        raise Misfit(log.session) from wrong


def _is_later(spelling: object) -> bool:
    return isinstance(spelling, int) and spelling > SPELLING


def _in_order(part: str, rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row["stream"] if part == "receipts" else "", row[_ORDER[part]]))


def _rows(connection: Connection, part: str, session: str) -> list[Row]:
    table = PARTS[part]
    wanted = select(table).where(table.c.session_id == session)
    if part == "receipts":
        wanted = wanted.order_by(table.c.stream)
    return [row._asdict() for row in connection.execute(wanted.order_by(table.c[_ORDER[part]]))]


def _all_fitting(table: Table, session: str, told: Sequence[Row]) -> list[Row]:
    return [_fitting(table, session, row) for row in told]


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
