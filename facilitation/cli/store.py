"""Opening the database beside a running server: to read, never to write."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from facilitation.cli.ending import CannotRun
from facilitation.database import Database, DatabaseRefused, open_database
from facilitation.domain.format.text import Text
from facilitation.eventlog import EventLog, Unavailable, tables

FILE = "sqlite:///"
USUAL = "sqlite:///facilitation.db"
DATABASE = Text(f"Base de données ({USUAL}).", f"Database ({USUAL}).")


@contextmanager
def reading(url: str) -> Iterator[tuple[Database, EventLog]]:
    """A database and its log, opened for reading only. Raises CannotRun where that is not possible."""
    if url.startswith(FILE) and Path(url.removeprefix(FILE)).is_file():
        _look_inside(Path(url.removeprefix(FILE)))
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


def _look_inside(path: Path) -> None:
    """Any file can be opened as SQLite: what is not one, or not ours, would only show at the first question."""
    wanted = "SELECT 1 FROM sqlite_master WHERE name = ?"
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as database:
            ours = database.execute(wanted, (tables.heads.name,)).fetchone()
    except sqlite3.Error:
        ours = None
    if not ours:
        raise CannotRun(
            Text(f"{path.name} n'est pas une base de Facilitation.", f"{path.name} is not a Facilitation database.")
        )


def unknown(session: str) -> CannotRun:
    """No session has that id."""
    return CannotRun(Text(f"Aucune séance «\u00a0{session}\u00a0».", f"No session “{session}”."))
