"""Brings the tables of a database up to date."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, text

from facilitation.database.store import Database, DatabaseRefused
from facilitation.domain.format import Text

MIGRATIONS = Path(__file__).parent.parent / "migrations"


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


def revision(connection: Connection) -> str:
    """The name of the last step that the tables have taken."""
    return str(connection.scalar(text("SELECT version_num FROM alembic_version")))
