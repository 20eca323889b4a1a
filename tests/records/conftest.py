"""A real, migrated database for each test."""

from collections.abc import Iterator

import pytest

from facilitation.database import Database, migrate, open_database


@pytest.fixture
def database() -> Iterator[Database]:
    opened = open_database("sqlite://")
    migrate(opened)
    yield opened
    opened.close()
