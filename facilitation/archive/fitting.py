"""Whether the rows of an archive make sense in this house: the first that does not is named, and nothing written."""

from typing import Any

from sqlalchemy import Column, Table

from facilitation.archive.refusals import ArchiveRefused, Where
from facilitation.records.closed import fits
from facilitation.records.travelling import Row, Rows, carried, in_order, value_of


def hold_against_tables(rows: Rows) -> None:
    """Raises ArchiveRefused, which names the entry, its line, the column and what stands there."""
    for table in in_order():
        for line, row in enumerate(rows[table.name], 1):
            _hold(table, line, row)


def _hold(table: Table, line: int, row: Row) -> None:
    entry = f"records/{table.name}.jsonl"
    columns = {column.name: column for column in carried(table)}
    for name, told in row.items():
        if name not in columns:
            raise ArchiveRefused("misfit", Where(entry, line, name))
        if not _fits(columns[name], told):
            raise ArchiveRefused("misfit", Where(entry, line, name, told))


def _fits(column: Column[Any], told: Any) -> bool:
    try:
        return fits(column, value_of(column, told))
    except (ValueError, TypeError, AttributeError):
        return False
