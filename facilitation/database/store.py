"""An open database: one connection that writes and checkpoints, others that only read."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, QueuePool, text

from facilitation.database.gate import Gate
from facilitation.database.promises import PROMISED, WRITER, postgresql_problems, sqlite_problems
from facilitation.domain.format import Text

PATIENCE = 30.0
"""Seconds for which somebody waits for the writer of SQLite, or for a connection to PostgreSQL."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class DatabaseRefused(Exception):
    """The database cannot be opened as asked; `message` says why to a person."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True, slots=True)
class Database:
    """Where everything is kept. `embedded` is SQLite, in one file served by one process; otherwise PostgreSQL."""

    engine: Engine
    readers: Engine
    embedded: bool
    read_only: bool
    let_go: Callable[[], None]
    gate: Gate = field(default_factory=lambda: Gate(1))
    """Of SQLite, the one place of whoever writes; of PostgreSQL, a place for each connection."""

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction on the writer; it is committed at the end of the block, or rolled back."""
        with self.writer() as connection, connection.begin():
            yield connection

    @contextmanager
    def writer(self) -> Iterator[Connection]:
        """The writing connection outside a transaction. Waits for its turn: with SQLite there is only one.

        Whoever has a connection asks for no second one: fifteen who did would wait for each other. Raises Busy.
        """
        if self.read_only:
            raise DatabaseRefused(
                Text("La base est ouverte en lecture seule.", "The database is open for reading only.")
            )
        with self.gate.place(PATIENCE), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One snapshot of what is committed; nothing can be written through it. Nobody waits who only reads SQLite."""
        turn: AbstractContextManager[None] = nullcontext() if self.embedded else self.gate.place(PATIENCE)
        with turn, self.readers.connect() as connection, connection.begin():
            yield connection

    def checkpoint(self, connection: Connection) -> bool:
        """Empty SQLite's write-ahead log, so that erased words are in no file. False while a reader still needs it."""
        if not self.embedded:
            return True
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA busy_timeout=50")
        try:
            busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError:
            # A full or failing disk: what was committed stands, and emptying the log is tried again later.
            return False
        finally:
            driver.execute(f"PRAGMA busy_timeout={WRITER['busy_timeout']}")
        return not busy

    def check_at_start(self) -> tuple[Text, ...]:
        """What keeps this database from holding its promises; nothing where all is well."""
        if not self.embedded:
            with self.reading() as connection:
                shown = {name: str(connection.scalar(text(f"SHOW {name}"))) for name in ("fsync", "synchronous_commit")}
            return postgresql_problems(shown)
        if self.read_only:
            return ()
        with self.writer() as connection:
            driver: Any = connection.connection.driver_connection
            found = {name: driver.execute(f"PRAGMA {name}").fetchone() for name in PROMISED}
        pragmas = {name: str(row[0]) if row else "0" for name, row in found.items()}
        return sqlite_problems(sqlite3.sqlite_version_info, single_writer=_is_alone(self.engine), pragmas=pragmas)

    def close(self) -> None:
        """Close every connection and let another process open the database."""
        self.readers.dispose()
        self.engine.dispose()
        self.let_go()


def _is_alone(engine: Engine) -> bool:
    return isinstance(engine.pool, QueuePool) and engine.pool.size() == 1 and engine.pool._max_overflow == 0
