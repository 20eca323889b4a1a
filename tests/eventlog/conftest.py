"""Every test of the log runs on both stores."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitation.database import Database, migrate, open_database
from facilitation.eventlog import EventLog
from tests.eventlog.postgres import emptied, postgresql


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server for the whole run."""
    with postgresql(tmp_path_factory.mktemp("postgresql")) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty store."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'workshop.db'}"
    return emptied(request.getfixturevalue("server"))


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    """An open database with its tables."""
    database = open_database(address)
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def log(database: Database) -> EventLog:
    """A log in which nothing has happened."""
    return EventLog(database)
