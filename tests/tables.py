"""The tables of a new database, made once by the real migrations and copied into each database that is born empty.

Only the statements are copied: every test still has a database of its own. What has tables already, what is PostgreSQL
and what another process opens is really migrated; so is everything under `replaced(real)`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect

from facilitation.database import migrate, open_database

Upgrade = Callable[[Config, str], None]

real: Upgrade = command.upgrade


@contextmanager
def replaced(upgrade: Upgrade) -> Iterator[None]:
    """Alembic's own way to bring tables up to date, for a while another."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(command, "upgrade", upgrade)
        yield


def copied(config: Config, revision: str) -> None:
    """Give an empty SQLite database its tables as they were made once."""
    connection: Connection = config.attributes["connection"]
    if connection.dialect.name != "sqlite" or inspect(connection).get_table_names():
        real(config, revision)
        return
    for statement in statements():
        connection.exec_driver_sql(statement)


@cache
def statements() -> tuple[str, ...]:
    """All that the migrations leave in an empty database, as SQL."""
    database = open_database("sqlite://")
    with replaced(real):
        migrate(database)
    with database.reading() as connection:
        driver = connection.connection.driver_connection
        assert driver
        _, *found, _ = driver.iterdump()  # without its BEGIN and its COMMIT: migrating is one transaction already
    database.close()
    return tuple(found)
