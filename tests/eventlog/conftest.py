"""Every test of the log runs on both stores."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from facilitation.database import Database, migrate, open_database
from facilitation.eventlog import EventLog
from tests.eventlog.postgres import emptied, postgresql


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL server for the whole run."""
    # Not in pytest's own folder: pytest closes that one to other users, and PostgreSQL never runs as root.
    with (
        TemporaryDirectory(prefix="postgresql-", ignore_cleanup_errors=True) as folder,
        postgresql(Path(folder)) as here,
    ):
        yield here


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
