"""Migrating gives exactly the tables that the code describes, on both stores; other tests begin with the same."""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest
from sqlalchemy import Connection, inspect

from facilitation import eventlog, records
from facilitation.database import metadata, migrate, open_database, revision
from facilitation.eventlog import tables
from facilitation.records import live_sessions
from tests.eventlog.postgres import emptied
from tests.tables import copied, real, replaced

pytestmark = pytest.mark.usefixtures("really_migrating")


@pytest.fixture(autouse=True, scope="module")
def every_table() -> None:
    """The code describes all its tables only once all of it is there."""
    for room in (eventlog, records):
        for module in iter_modules(room.__path__, f"{room.__name__}."):
            import_module(module.name)


def schema(connection: Connection) -> dict[str, Any]:
    """Everything that is known of the tables, in comparable form."""
    seen = inspect(connection)
    return {
        name: {
            "columns": [
                (
                    c["name"],
                    str(c["type"]),
                    c["nullable"],
                    str(c["default"]),
                    c.get("primary_key", 0),
                )
                for c in seen.get_columns(name)
            ],
            "key": seen.get_pk_constraint(name),
            "foreign": sorted(map(str, seen.get_foreign_keys(name))),
            "unique": sorted(map(str, seen.get_unique_constraints(name))),
            "indexes": sorted(map(str, seen.get_indexes(name))),
            "checks": sorted(map(str, seen.get_check_constraints(name))),
        }
        for name in sorted(set(seen.get_table_names()) - {"alembic_version"})
    }


@pytest.fixture(params=["sqlite", "postgresql"])
def two_stores(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    """The addresses of two empty stores, to be used one after the other."""
    if request.param == "sqlite":
        return [f"sqlite:///{tmp_path / name}.db" for name in ("migrated", "created")]
    return [request.getfixturevalue("server")] * 2


def test_migrated_is_created(two_stores: list[str]) -> None:
    schemas = []
    for address, create in zip(two_stores, (migrate, lambda d: metadata.create_all(d.engine)), strict=True):
        if address.startswith("postgresql"):
            emptied(address)
        database = open_database(address)
        create(database)
        with database.reading() as connection:
            schemas.append(schema(connection))
        database.close()
    migrated, created = schemas
    assert set(created) == set(metadata.tables)
    assert {tables.events.name, live_sessions.live_sessions.name} < set(created)
    assert migrated == created


def test_migrating_twice_changes_nothing(two_stores: list[str]) -> None:
    address = two_stores[0]
    if address.startswith("postgresql"):
        emptied(address)
    database = open_database(address)
    migrate(database)
    with database.reading() as connection:
        before = schema(connection)
    migrate(database)
    with database.reading() as connection:
        assert schema(connection) == before
    database.close()


def test_what_other_tests_begin_with_is_what_migrating_gives(tmp_path: Path) -> None:
    schemas = []
    for upgrade in (real, copied):
        database = open_database(f"sqlite:///{tmp_path / upgrade.__name__}.db")
        with replaced(upgrade):
            migrate(database)
        with database.reading() as connection:
            schemas.append((schema(connection), revision(connection)))
        database.close()
    assert schemas[0] == schemas[1]
