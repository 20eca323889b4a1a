"""`facilitation verify`: whole logs pass, tampered ones are found, and what is no database is said to be none."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import SESSION, Typing


@pytest.fixture
def tampered(kept: str, tmp_path: Path) -> Path:
    """A copy of the database, to be spoilt."""
    path = tmp_path / "tampered.db"
    shutil.copy(kept.removeprefix("sqlite:///"), path)
    return path


def test_a_whole_log_passes_and_shows_its_state(typed: Typing, kept: str) -> None:
    one, every = typed("verify", SESSION, "--database", kept), typed("verify", "--all", "--database", kept)
    assert one.code == every.code == 0
    assert one.out == every.out
    assert SESSION in one.out
    assert len(one.out.split()[-1]) >= 32


def test_a_missing_event_is_found(typed: Typing, tampered: Path) -> None:
    with sqlite3.connect(tampered) as database:
        (table,) = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%seq%' AND name LIKE '%event%'"
        ).fetchone()
        database.execute(f"DELETE FROM {table} WHERE seq = 10")
    database.close()
    told = typed("verify", SESSION, "--database", f"sqlite:///{tampered}")
    assert told.code == 1
    assert "FAULTS" in told.out


@pytest.mark.parametrize("words", [["nobody"], [], ["nobody", "--all"]])
def test_an_unknown_session_or_none_could_not_run(typed: Typing, kept: str, words: list[str]) -> None:
    told = typed("verify", *words, "--database", kept)
    assert told.code == 2
    assert told.out == ""
    assert told.err


def test_what_is_no_database_could_not_run(typed: Typing, tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear database, " * 200)
    sqlite3.connect(tmp_path / "empty.db").execute("CREATE TABLE other (a)").connection.close()
    for address in ("letter.db", "empty.db", "nowhere.db"):
        told = typed("verify", "--all", "--database", f"sqlite:///{tmp_path / address}")
        assert (address, told.code) == (address, 2)
        assert len(told.err) > 10
    assert not (tmp_path / "nowhere.db").exists()
    assert typed("verify", "--all", "--database", "mysql://x").code == 2
    assert typed("verify", "--all", "--database", "not an address").code == 2
