"""The rows of an experiment that travel to another house: read in one snapshot, without accounts and secrets."""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Date,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    String,
    Table,
    and_,
    or_,
    select,
)

from facilitation.database import metadata

Row = dict[str, Any]
"""The columns of one row as JSON has them: a day is written 2026-11-26, a picture in base 64."""

Rows = Mapping[str, Sequence[Row]]
"""The rows of each table, in the order of their keys."""

DOWN = (
    "experiments",
    "edition_experiments",
    "partnerships",
    "logos",
    "site_checklist",
    "hypotheses",
    "hypothesis_versions",
    "protocol_versions",
    "protocol_instruments",
    "protocol_tests",
    "photo_clearances",
    "texts",
    "learnings",
    "live_sessions",
    "college_counts",
    "commitments",
    "comments",
    "opinions",
    "revisits",
    "reading_windows",
    "confirmations",
    "objections",
    "pairings",
    "later_answers",
    "themes",
    "theme_wordings",
    "theme_examples",
    "codings",
    "agreed_codings",
    "verbatims",
    "dossier_versions",
    "validations",
)
"""Tables whose rows are an experiment's own: they point at what was gathered before them."""

SHARED = ("sites", "editions", "programmes", "organisations")
"""Tables whose rows several experiments may share: they go along when something that was gathered points at them."""

POINTING = {("codings", "theme_id"): ("themes", "id"), ("agreed_codings", "theme_id"): ("themes", "id")}
"""Columns that point at a row without the database knowing."""

SESSIONS_NAMED = {"pairings": ("session_id", "earlier_session"), "later_answers": ("session_id",)}
"""Columns that name a session without the database knowing: such a row travels where all that it names does."""

STAYS = {
    "coding_steps": "who works here takes back what they did here",
    "later_links": "whoever holds such a link answers here, and in no other house",
    "accounts": "who works here is this house's own",
    "members": "and so is who may do what",
    "sign_in_links": "secrets",
    "sign_ins": "secrets",
    "signing_keys": "secrets",
    "tickets": "they lead to persons, and open only what is here",
    "lent_devices": "devices of a day",
    "retired_codes": "ways into sessions of this house",
    "export_journal": "who took what out of this house",
    "purges": "what this house erased",
    "own_formats": "the text of a format that was played goes with its session",
    "own_format_versions": "the text of a format that was played goes with its session",
    "own_format_drafts": "unfinished",
    "rereadings": "read again before the texts travel, or in the texts that stand here",
    "restorations": "what came to this house from others",
}
"""Tables that never travel, and why. A new table is named here or above, or a test fails."""

SECRETS: Mapping[str, frozenset[str]] = {"live_sessions": frozenset({"join_code", "secret"})}
"""Columns that open doors of this house: made anew where the rows arrive."""

_GATHERED = (
    "experiments",
    "edition_experiments",
    "editions",
    "programmes",
    "partnerships",
    "sites",
    "organisations",
    "logos",
    "site_checklist",
    *DOWN[DOWN.index("hypotheses") :],
)


def rows_of(connection: Connection, experiment: int) -> Rows:
    """Everything of an experiment; of its sessions, those that are over. No experiment, no rows."""
    found: dict[str, list[Row]] = {}
    for name in _GATHERED:
        table = metadata.tables[name]
        wanted = select(table).where(_which(table, found, experiment)).order_by(*table.primary_key.columns)
        found[name] = _told_apart(table, [_told(table, row._asdict()) for row in connection.execute(wanted)])
    return {table.name: found[table.name] for table in in_order()}


def in_order() -> tuple[Table, ...]:
    """The tables that travel, each after those it points at."""
    found = [table for table in metadata.sorted_tables if table.name in (*DOWN, *SHARED)]
    late = {table for table, _ in POINTING}
    return tuple(sorted(found, key=lambda table: table.name in late))


def carried(table: Table) -> tuple[Column[Any], ...]:
    """The columns that travel."""
    secret = SECRETS.get(table.name, frozenset())
    return tuple(column for column in table.columns if column.name not in secret)


NOBODY = 0
"""What stands in an archive for any account: no account has this number."""

ELSEWHERE = -1
"""What stands here for the accounts of another house, and every number below: whoever it was, it was nobody here."""


def names_account(column: Column[Any]) -> bool:
    """Whether a column says which account did something: that somebody did travels, and not who."""
    return column.name.endswith("account_id") or (column.name.endswith("_by") and isinstance(column.type, Integer))


def pointed_at(column: Column[Any]) -> Column[Any] | None:
    """The column of a table that travels at which this one points in the end: the number of a row, most often."""
    if pointed := POINTING.get((column.table.name, column.name)):
        return metadata.tables[pointed[0]].c[pointed[1]]
    for key in column.foreign_keys:
        if key.column.table.name in (*DOWN, *SHARED):
            further = pointed_at(key.column)
            return key.column if further is None else further
    return None


def value_of(column: Column[Any], told: Any) -> Any:
    """A value as the database wants it. Raises ValueError for one that does not fit its column."""
    if told is None:
        if column.nullable:
            return None
        raise ValueError(column.name)
    if isinstance(column.type, Date):
        return date.fromisoformat(_of_sort(column, told, str))
    if isinstance(column.type, LargeBinary):
        return b64decode(_of_sort(column, told, str), validate=True)
    if names_account(column):
        return ELSEWHERE - (abs(_of_sort(column, told, int)) if column.primary_key else 0)
    kept = _of_sort(column, told, column.type.python_type)
    if isinstance(kept, str):
        if "\x00" in kept or (isinstance(column.type, String) and len(kept) > (column.type.length or len(kept))):
            raise ValueError(column.name)
        kept.encode()
    elif abs(kept) >= (2**63 if isinstance(column.type, BigInteger) else 2**31):
        raise ValueError(column.name)
    return kept


def _of_sort(column: Column[Any], told: Any, sort: type) -> Any:
    # True is an int to Python, and not to a database.
    if not isinstance(told, sort) or (isinstance(told, bool) and sort is not bool):
        raise ValueError(column.name)
    return told


def _told_apart(table: Table, rows: list[Row]) -> list[Row]:
    """Two coders stay two: where the account is part of what a row is, it is numbered 0, -1, -2, as no account is."""
    for column in table.primary_key.columns:
        if names_account(column):
            numbers: dict[int, int] = {}
            for row in rows:
                row[column.name] = numbers.setdefault(row[column.name], -len(numbers))
    return rows


def _told(table: Table, row: Mapping[str, Any]) -> Row:
    return {column.name: _written(column, row[column.name]) for column in carried(table)}


def _written(column: Column[Any], value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case bytes():
            return b64encode(value).decode()
        case int() if names_account(column) and not column.primary_key:
            return NOBODY
    return value


def _which(table: Table, found: Rows, experiment: int) -> ColumnElement[bool]:
    if table.name == "experiments":
        return table.c.id == experiment
    if table.name in SHARED:
        return table.c.id.in_(_pointers(table, found))
    if table.name in SESSIONS_NAMED:
        sessions = [row["id"] for row in found["live_sessions"]]
        return and_(*(table.c[name].in_(sessions) for name in SESSIONS_NAMED[table.name]))
    held = [
        _held(key, found)
        for key in table.foreign_key_constraints
        if key.referred_table.name in found and (table.name, key.referred_table.name) not in _ASIDE
    ]
    chosen = or_(*held)
    return chosen & (table.c.status == "closed") if table.name == "live_sessions" else chosen


_ASIDE = (("edition_experiments", "editions"), ("partnerships", "organisations"))
"""An edition has other experiments, an organisation other partnerships, which are not ours to take along."""


def _held(key: ForeignKeyConstraint, found: Rows) -> ColumnElement[bool]:
    rows = found[key.referred_table.name]
    pairs = [(each.parent, each.column.name) for each in key.elements]
    return and_(*(column.in_(sorted({row[name] for row in rows})) for column, name in pairs))


def _pointers(table: Table, found: Rows) -> Iterable[int]:
    numbers = {
        row[column.name]
        for name, rows in found.items()
        for column in metadata.tables[name].columns
        if any(key.column.table is table for key in column.foreign_keys)
        for row in rows
    }
    return sorted(number for number in numbers if number is not None)
