"""Planting the rows of an experiment that came from another house: new numbers, nothing of this house written over."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Connection, Integer, Table, insert, select, update
from sqlalchemy.exc import DataError, IntegrityError

from facilitation.database import metadata
from facilitation.records.join_codes import new_code
from facilitation.records.meeting import meet
from facilitation.records.referring import REFERRING, renumbered
from facilitation.records.travelling import POINTING, SHARED, Row, Rows, in_order, pointed_at, value_of

ANEW: Mapping[tuple[str, str], Callable[[], str]] = {
    ("live_sessions", "join_code"): new_code,
    ("live_sessions", "secret"): lambda: secrets.token_urlsafe(18),
}
"""How the secrets that stayed at home are made here."""

BELOW = {"sites": "site_checklist", "editions": "partnerships", "organisations": "logos"}
"""What belongs to a shared row, and stands here already where the shared row does."""

Numbers = dict[tuple[str, int], int]
"""The number that each row has here, by its table and its number in the archive."""


class Misfit(ValueError):
    """A row that the tables of this house cannot take: the table it is meant for."""


@dataclass(slots=True)
class _Planting:
    connection: Connection
    numbers: Numbers
    met: frozenset[tuple[str, int]] = field(default_factory=frozenset)
    later: list[tuple[Table, Column[Any], int, int]] = field(default_factory=list)
    """Rows that point at one of their own table, which may not be here yet."""
    naming: list[tuple[Table, Column[Any], int, str]] = field(default_factory=list)
    """Rows whose words name others by their numbers."""


def plant(connection: Connection, rows: Rows) -> int:
    """Plant everything in the transaction of `connection`; the number of the experiment here. Raises Misfit."""
    try:
        numbers = {(each.table, each.number): each.here for each in meet(connection, rows) if each.here is not None}
        work = _Planting(connection, numbers, frozenset(numbers))
        for table in in_order():
            for row in rows.get(table.name, ()):
                _plant(work, table, row)
        for table, column, number, told in work.later:
            here = {column.name: work.numbers[table.name, told]}
            connection.execute(update(table).where(table.c.id == work.numbers[table.name, number]).values(here))
        for table, column, number, words in work.naming:
            named = {column.name: renumbered(words, work.numbers)}
            connection.execute(update(table).where(table.c.id == work.numbers[table.name, number]).values(named))
        return work.numbers["experiments", rows["experiments"][0]["id"]]
    except (KeyError, IndexError, ValueError, TypeError, AttributeError, IntegrityError, DataError) as wrong:
        raise Misfit(str(wrong)) from wrong


def here_already(connection: Connection, rows: Rows) -> bool:
    """Whether this experiment is in this house: one of its sessions is, or one of its title made at the same moment."""
    known, sessions = metadata.tables["experiments"].c, metadata.tables["live_sessions"].c
    ids = [row["id"] for row in rows["live_sessions"]]
    if connection.execute(select(sessions.id).where(sessions.id.in_(ids))).first() is not None:
        return True
    first = rows["experiments"][0]
    twin = select(known.id).where(known.title == first["title"], known.created_at == first["created_at"])
    return connection.execute(twin).first() is not None


def _plant(work: _Planting, table: Table, row: Row) -> None:
    if (table.name in SHARED and (table.name, row["id"]) in work.met) or _stands_already(work, table, row):
        return
    key = work.connection.execute(insert(table).values(_values(work, table, row))).inserted_primary_key
    if _is_numbered(table) and key:
        work.numbers[table.name, row["id"]] = int(key[0])


def _stands_already(work: _Planting, table: Table, row: Row) -> bool:
    owners = (target for column in table.columns if (target := _owner(column)) and row[column.name] is not None)
    return any((owner, row[column]) in work.met for owner, column in owners)


def _owner(column: Column[Any]) -> tuple[str, str] | None:
    target = pointed_at(column)
    belongs = target is not None and BELOW.get(target.table.name) == column.table.name
    return (target.table.name, column.name) if target is not None and belongs else None


def _values(work: _Planting, table: Table, row: Row) -> Row:
    values: Row = {}
    for column in table.columns:
        name = column.name
        if (table.name, name) in ANEW:
            values[name] = ANEW[table.name, name]()
        elif name in row and not (name == "id" and _is_numbered(table)):
            target = pointed_at(column)
            if target is not None and target.table is table and row[name] is not None:
                work.later.append((table, column, row["id"], row[name]))
            else:
                values[name] = _here(work, column, row[name])
            if (table.name, name) in REFERRING and row[name]:
                work.naming.append((table, column, row["id"], str(values[name])))
    return values


def _here(work: _Planting, column: Column[Any], told: Any) -> Any:
    value, target = value_of(column, told), pointed_at(column)
    if value is None or target is None or not _is_numbered(target.table) or target.name != "id":
        return value
    if (column.table.name, column.name) in POINTING and value <= 0:
        return value  # it says that there is nothing to point at
    return work.numbers[target.table.name, value]


def _is_numbered(table: Table) -> bool:
    """Whether a house numbers the rows of a table itself."""
    key = list(table.primary_key.columns)
    return [column.name for column in key] == ["id"] and isinstance(key[0].type, Integer)
