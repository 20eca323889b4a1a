"""How a database is opened, and kept to one process where it must be."""

import fcntl
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from facilitation.database.gate import Gate
from facilitation.database.promises import READER, WRITER
from facilitation.database.store import Database, DatabaseRefused
from facilitation.domain.format import Text
from facilitation.leftovers import named_after_us

MOST_CONNECTIONS = 15
"""To PostgreSQL, which lets in a hundred of everybody's."""


def open_database(url: str, *, read_only: bool = False) -> Database:
    """Open `sqlite:///file`, `postgresql://…`, or `sqlite://` (a throwaway file, gone at `close()`).

    Only one process may open an SQLite file to write; others may open it `read_only` beside it.
    Raises DatabaseRefused with a sentence for a person.
    """
    try:
        address = make_url(url)
    except ArgumentError:
        raise DatabaseRefused(
            Text("Adresse de base de données illisible.", "The database address cannot be read.")
        ) from None
    match address.get_backend_name():
        case "sqlite":
            return _open_sqlite(address.database, read_only)
        case "postgresql":
            return _open_postgresql(address, read_only)
    raise DatabaseRefused(
        Text("Seules SQLite et PostgreSQL sont prises en charge.", "Only SQLite and PostgreSQL are supported.")
    )


def _open_postgresql(address: URL, read_only: bool) -> Database:
    # hide_parameters: an error message must never quote what a person wrote.
    # Without a limit: one waits at the gate, as the pool's queue cannot be waited for from several kinds of thread.
    engine = create_engine(
        address.set(drivername="postgresql+psycopg"), max_overflow=-1, pool_pre_ping=True, hide_parameters=True
    )
    # The same pool; each transaction of a reader says that it only reads.
    readers = engine.execution_options(postgresql_readonly=True)
    return Database(engine, readers, embedded=False, read_only=read_only, let_go=_nothing, gate=Gate(MOST_CONNECTIONS))


def _open_sqlite(path: str | None, read_only: bool) -> Database:
    if not path or path == ":memory:":
        folder = TemporaryDirectory(prefix=named_after_us("facilitation"))
        return _sqlite(Path(folder.name) / "throwaway.db", {**WRITER, "synchronous": "0"}, folder.cleanup)
    file = Path(path).absolute()
    if read_only:
        if not file.is_file():
            raise DatabaseRefused(Text(f"Il n'y a pas de base {file.name}.", f"There is no database {file.name}."))
        engine = _readers(file)
        return Database(engine, engine, embedded=True, read_only=True, let_go=_nothing)
    return _sqlite(file, WRITER, _hold(file))


def _sqlite(file: Path, pragmas: dict[str, str], let_go: Callable[[], None]) -> Database:
    # The pool of one connection is what makes everybody who writes wait for their turn.
    engine = create_engine(
        URL.create("sqlite", database=str(file)), poolclass=QueuePool, pool_size=1, max_overflow=0, hide_parameters=True
    )
    _prepare(engine, pragmas, "BEGIN IMMEDIATE")
    database = Database(engine, _readers(file), embedded=True, read_only=False, let_go=let_go)
    try:
        with database.writer() as connection:
            # A process that was killed between erasing and checkpointing left the words in the log: empty it now.
            database.checkpoint(connection)
    except SQLAlchemyError:
        database.close()
        raise DatabaseRefused(
            Text(f"{file.name} ne s'ouvre pas comme base SQLite.", f"{file.name} does not open as an SQLite database.")
        ) from None
    return database


def _readers(file: Path) -> Engine:
    address = URL.create("sqlite", database=f"file:{quote(str(file))}", query={"mode": "ro", "uri": "true"})
    # Without a limit: nobody waits in the pool's queue, which cannot be waited for from several kinds of thread.
    engine = create_engine(address, poolclass=QueuePool, pool_size=8, max_overflow=-1, hide_parameters=True)
    _prepare(engine, READER, "BEGIN")
    return engine


def _prepare(engine: Engine, pragmas: dict[str, str], begin: str) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: sqlite3.Connection, _: object) -> None:
        # Transactions begin where we say, not where Python's driver guesses.
        connection.isolation_level = None
        for name, value in pragmas.items():
            connection.execute(f"PRAGMA {name}={value}")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


def _hold(file: Path) -> Callable[[], None]:
    """Keep other processes out for as long as this one lives; returns how to let go."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = open(file.with_name(file.name + ".lock"), "a")  # noqa: SIM115 - held until the database is closed
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        handle.close()
        raise DatabaseRefused(
            Text(
                f"{file.name} est déjà servi par un autre processus : arrêtez-le d'abord.",
                f"{file.name} is already served by another process: stop that one first.",
            )
        ) from None
    # A forked child would keep the lock after our death: it gives up its copy at birth.
    os.register_at_fork(after_in_child=handle.close)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    return handle.close


def _nothing() -> None:
    """PostgreSQL lets everybody in."""
