"""The engine and the metadata: one connection that writes and checkpoints, others that only read."""

import fcntl
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, MetaData, QueuePool, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from facilitation.domain.format import Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

SEVERAL_WRITERS_SINCE = (3, 51, 3)
"""Before this SQLite, two connections that write or checkpoint at once can corrupt the file ("WAL-reset")."""

WRITER = {
    "busy_timeout": "5000",
    "journal_mode": "wal",
    "synchronous": "2",
    "secure_delete": "1",
    "foreign_keys": "1",
    "mmap_size": "0",
    "temp_store": "2",
    "trusted_schema": "0",
}
READER = {"busy_timeout": "5000", "query_only": "1", "wal_autocheckpoint": "0", "mmap_size": "0", "temp_store": "2"}
PROMISED = ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "mmap_size")

MIGRATIONS = Path(__file__).parent / "migrations"


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

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction on the writer; it is committed at the end of the block, or rolled back."""
        with self.writer() as connection, connection.begin():
            yield connection

    @contextmanager
    def writer(self) -> Iterator[Connection]:
        """The writing connection outside a transaction. Waits for its turn: with SQLite there is only one."""
        if self.read_only:
            raise DatabaseRefused(
                Text("La base est ouverte en lecture seule.", "The database is open for reading only.")
            )
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One snapshot of what is committed; nothing can be written through it."""
        with self.readers.connect() as connection, connection.begin():
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


def migrate(database: Database) -> None:
    """Bring the tables up to date. Raises DatabaseRefused if a newer version of the programme made them."""
    with database.writing() as connection:
        if not database.embedded:
            connection.execute(text("SELECT pg_advisory_xact_lock(20261122)"))
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError:
            raise DatabaseRefused(
                Text(
                    "Cette base vient d'une version plus récente du programme.",
                    "This database was made by a newer version of the programme.",
                )
            ) from None


def sqlite_problems(version: tuple[int, ...], *, single_writer: bool, pragmas: dict[str, str]) -> tuple[Text, ...]:
    """What is wrong with these settings of SQLite."""
    problems = [
        Text(
            f"SQLite : {name} vaut {pragmas.get(name)}, il faut {WRITER[name]}.",
            f"SQLite: {name} is {pragmas.get(name)}, must be {WRITER[name]}.",
        )
        for name in PROMISED
        if pragmas.get(name) != WRITER[name]
    ]
    if version < SEVERAL_WRITERS_SINCE and not single_writer:
        problems.append(
            Text(
                "SQLite est antérieur à 3.51.3 et plusieurs connexions écrivent : le fichier peut être abîmé.",
                "SQLite is older than 3.51.3 and several connections write: the file may be corrupted.",
            )
        )
    return tuple(problems)


def postgresql_problems(shown: dict[str, str]) -> tuple[Text, ...]:
    """What is wrong with these settings of PostgreSQL: what is acknowledged must be on disk."""
    return tuple(
        Text(f"PostgreSQL : {name} est désactivé.", f"PostgreSQL: {name} is off.")
        for name, value in shown.items()
        if value == "off"
    )


def _open_postgresql(address: URL, read_only: bool) -> Database:
    # hide_parameters: an error message must never quote what a person wrote.
    engine = create_engine(address.set(drivername="postgresql+psycopg"), pool_pre_ping=True, hide_parameters=True)
    return Database(engine, engine, embedded=False, read_only=read_only, let_go=_nothing)


def _open_sqlite(path: str | None, read_only: bool) -> Database:
    if not path or path == ":memory:":
        folder = tempfile.TemporaryDirectory(prefix="facilitation-")
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
    engine = create_engine(address, poolclass=QueuePool, pool_size=8, max_overflow=24, hide_parameters=True)
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
                f"{file.name} est déjà servi par un autre processus : arrêtez-le d'abord.",
                f"{file.name} is already served by another process: stop that one first.",
            )
        ) from None
    # A forked child would keep the lock after our death: it gives up its copy at birth.
    os.register_at_fork(after_in_child=handle.close)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    return handle.close


def _is_alone(engine: Engine) -> bool:
    return isinstance(engine.pool, QueuePool) and engine.pool.size() == 1 and engine.pool._max_overflow == 0


def _nothing() -> None:
    """PostgreSQL lets everybody in."""
