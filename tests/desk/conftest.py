"""A desk on a real file, and one that can be closed and opened again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facilitation.database import Database, migrate, open_database
from facilitation.desk import Desk
from facilitation.eventlog import EventLog
from tests.desk.room import Room


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty store."""
    database = open_database(f"sqlite:///{tmp_path / 'workshop.db'}")
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def room(database: Database) -> Iterator[Room]:
    """A desk with people writing, and everything it publishes."""
    room = Room(EventLog(database))
    room.open()
    yield room
    room.desk.close()


@pytest.fixture
def restart(tmp_path: Path) -> Iterator[Callable[[], Room]]:
    """Opens the same file again, each time as a new process would."""
    opened: list[tuple[Database, Desk]] = []

    def close() -> None:
        while opened:
            database, desk = opened.pop()
            desk.close()
            database.close()

    def again() -> Room:
        close()
        database = open_database(f"sqlite:///{tmp_path / 'again.db'}")
        migrate(database)
        room = Room(EventLog(database))
        opened.append((database, room.desk))
        return room

    yield again
    close()
