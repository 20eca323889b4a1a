"""The engine and the metadata: one connection that writes and checkpoints, others that only read."""

from sqlalchemy import Connection

from facilitation.database.gate import Busy
from facilitation.database.migrating import MIGRATIONS, migrate, revision
from facilitation.database.opening import open_database
from facilitation.database.promises import PROMISED, WRITER, postgresql_problems, sqlite_problems
from facilitation.database.store import Database, DatabaseRefused, metadata

__all__ = [
    "MIGRATIONS",
    "PROMISED",
    "WRITER",
    "Busy",
    "Connection",
    "Database",
    "DatabaseRefused",
    "metadata",
    "migrate",
    "open_database",
    "postgresql_problems",
    "revision",
    "sqlite_problems",
]
