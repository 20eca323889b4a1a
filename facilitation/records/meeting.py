"""What the shared rows of an archive meet in this house: sites, programmes, editions, organisations known already."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from facilitation.database import metadata
from facilitation.records.travelling import Row, Rows, carried, names_account, pointed_at, value_of


@dataclass(frozen=True, slots=True)
class Met:
    """A shared row of an archive. It is one that stands here (`same`), differs from one of the same name (`other`), or
    is new. `here` is the number of the row that it becomes, where that stands already.
    """

    table: str
    number: int
    name: str
    how: Literal["same", "other", "new"]
    here: int | None = None


Here = Mapping[tuple[str, int], int | None]
"""Where shared rows stand already, by their table and their number in the archive."""

_ORDER = ("programmes", "organisations", "editions", "sites")


def meet(connection: Connection, rows: Rows) -> tuple[Met, ...]:
    """Hold every shared row against those of this house. Nothing here is ever changed by an archive."""
    found: list[Met] = []
    for name in _ORDER:
        for row in rows.get(name, ()):
            found.append(_met(connection, rows, name, row, {(each.table, each.number): each.here for each in found}))
    return tuple(found)


def _met(connection: Connection, rows: Rows, name: str, row: Row, here: Here) -> Met:
    namesakes = list(_namesakes(connection, name, row))
    if name == "organisations":
        # One name is one organisation: its role in the experiment is what counts, and this house says what it is.
        same = next((each for each in namesakes), None)
        differs = same is not None and (
            same["category"] != row["category"] or _logo(rows, row["id"]) != _logo_here(connection, same["id"])
        )
        return Met(name, row["id"], row["name"], _how(same, differs), same["id"] if same else None)
    same = next((each for each in namesakes if _is(connection, rows, name, row, each, here)), None)
    return Met(name, row["id"], row["name"], _how(same or namesakes, same is None), same["id"] if same else None)


def _how(namesake: object, differs: bool) -> Literal["same", "other", "new"]:
    return "new" if not namesake else "other" if differs else "same"


def _namesakes(connection: Connection, name: str, row: Row) -> Iterator[Mapping[str, Any]]:
    table = metadata.tables[name]
    wanted = select(table).where(table.c.name == row["name"]).order_by(table.c.id)
    yield from (dict(row) for row in connection.execute(wanted).mappings())


def _is(connection: Connection, rows: Rows, name: str, row: Row, other: Mapping[str, Any], here: Here) -> bool:
    table = metadata.tables[name]
    for column in carried(table):
        told = value_of(column, row.get(column.name))
        target = pointed_at(column)
        if target is not None and told is not None:
            told = here.get((target.table.name, told))
        if column.name != "id" and not names_account(column) and told != other[column.name]:
            return False
    match name:
        case "editions":
            return _partners(rows, row["id"]) == _partners_here(connection, other["id"])
        case "sites":
            return _checklist(rows, row["id"]) == _checklist_here(connection, other["id"])
    return True


def _partners(rows: Rows, edition: int) -> set[tuple[str, str]]:
    names = {row["id"]: row["name"] for row in rows["organisations"]}
    return {
        (names[row["organisation_id"]], row["role"]) for row in rows["partnerships"] if row["edition_id"] == edition
    }


def _partners_here(connection: Connection, edition: int) -> set[tuple[str, str]]:
    parts, names = metadata.tables["partnerships"], metadata.tables["organisations"]
    joined = parts.join(names, parts.c.organisation_id == names.c.id)
    wanted = select(names.c.name, parts.c.role).select_from(joined).where(parts.c.edition_id == edition)
    return {(row.name, row.role) for row in connection.execute(wanted)}


def _checklist(rows: Rows, site: int) -> dict[str, tuple[Any, ...]]:
    columns = _settled()
    return {
        row["item"]: tuple(value_of(column, row.get(column.name)) for column in columns)
        for row in rows["site_checklist"]
        if row["site_id"] == site
    }


def _checklist_here(connection: Connection, site: int) -> dict[str, tuple[Any, ...]]:
    table = metadata.tables["site_checklist"]
    rows = connection.execute(select(table).where(table.c.site_id == site)).mappings()
    return {row["item"]: tuple(row[column.name] for column in _settled()) for row in rows}


def _logo(rows: Rows, organisation: int) -> bytes | None:
    png = metadata.tables["logos"].c.png
    return next((value_of(png, row["png"]) for row in rows["logos"] if row["organisation_id"] == organisation), None)


def _logo_here(connection: Connection, organisation: int) -> bytes | None:
    table = metadata.tables["logos"]
    found: bytes | None = connection.scalar(select(table.c.png).where(table.c.organisation_id == organisation))
    return found


def _settled() -> tuple[Any, ...]:
    columns = metadata.tables["site_checklist"].columns
    return tuple(column for column in columns if column.name != "site_id" and not names_account(column))
