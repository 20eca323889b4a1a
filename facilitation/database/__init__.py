"""The engine and the metadata: one connection that writes and checkpoints, others that only read."""

from facilitation.database.migrating import MIGRATIONS, migrate
from facilitation.database.opening import open_database
from facilitation.database.promises import PROMISED, WRITER, postgresql_problems, sqlite_problems
from facilitation.database.store import Database, DatabaseRefused, metadata

__all__ = [
    "MIGRATIONS",
    "PROMISED",
    "WRITER",
    "Database",
    "DatabaseRefused",
    "metadata",
    "migrate",
    "open_database",
    "postgresql_problems",
    "sqlite_problems",
]
