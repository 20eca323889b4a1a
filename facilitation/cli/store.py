"""Opening the database beside a running server: to read, never to write."""

from collections.abc import Iterator
from contextlib import contextmanager

from facilitation.cli.ending import CannotRun
from facilitation.database import Database, DatabaseRefused, open_database
from facilitation.domain.format.text import Text
from facilitation.eventlog import EventLog, Unavailable

USUAL = "sqlite:///facilitation.db"
DATABASE = Text(f"Base de données ({USUAL}).", f"Database ({USUAL}).")


@contextmanager
def reading(url: str) -> Iterator[tuple[Database, EventLog]]:
    """A database and its log, opened for reading only. Raises CannotRun where that is not possible."""
    try:
        database = open_database(url, read_only=True)
    except DatabaseRefused as refused:
        raise CannotRun(refused.message) from None
    try:
        yield database, EventLog(database)
    except Unavailable as unavailable:
        raise CannotRun(unavailable.reason) from None
    finally:
        database.close()


def unknown(session: str) -> CannotRun:
    """No session has that id."""
    return CannotRun(Text(f"Aucune séance «\u00a0{session}\u00a0».", f"No session “{session}”."))
