"""Formats of a house by their id, from the database that it keeps them in."""

import sqlite3
from pathlib import Path

import pytest

from facilitation import places
from facilitation.database import migrate, open_database
from facilitation.records import own_formats
from facilitation.records.own_formats import Own
from tests.cli.conftest import Typing


@pytest.fixture
def house(database_url: str) -> str:
    """A database with one format of its own."""
    source = (places.workshop_formats() / "roti.yaml").read_text("utf-8").replace("format: roti", "format: our-roti")
    database = open_database(database_url)
    migrate(database)
    own_formats.add(database, Own("our-roti", 1, 1, None), "1.0.0", source)
    database.close()
    return database_url


def test_a_format_of_a_house_is_rehearsed_by_its_id(typed: Typing, house: str, tmp_path: Path) -> None:
    words = ("rehearse", "our-roti", "--participants", 3, "--out", tmp_path / "out")
    assert typed(*words).code == 2
    assert "our-roti" in typed(*words).err
    assert typed(*words, "--database", house).code == 0
    assert "our-roti" in (tmp_path / "out" / "events.ndjson").read_text()


def test_a_format_of_a_house_is_checked_by_its_id(typed: Typing, house: str) -> None:
    assert typed("check", "our-roti", "--database", house).code == 0
    told = typed("check", "our-rotti", "--database", house)
    assert told.code == 2
    assert "our-roti" in told.err


def test_a_database_of_an_earlier_version_has_none(typed: Typing, house: str) -> None:
    with sqlite3.connect(house.removeprefix("sqlite:///")) as file:
        for table in ("own_format_drafts", "own_format_versions", "own_formats"):
            file.execute(f"DROP TABLE {table}")
    told = typed("check", "our-roti", "--database", house)
    assert told.code == 2
    assert "No format “our-roti”" in told.err
    assert typed("check", "roti", "--database", house).code == 0
