"""The database opens for one server at a time, keeps its promises, and says why when it cannot."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from facilitation.database import (
    WRITER,
    Database,
    DatabaseRefused,
    migrate,
    open_database,
    postgresql_problems,
    sqlite_problems,
)

SOUND = {name: WRITER[name] for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "mmap_size")}


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'workshop.db'}"


@pytest.fixture
def serving(address: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that serves the file until it is killed."""
    code = (
        "import sys; from facilitation.database import *; d = open_database(sys.argv[1]); migrate(d);"
        "print('open', flush=True); sys.stdin.read()"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", code, address], **pipes) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_a_second_server_on_the_same_file_refuses_to_start(serving: subprocess.Popen[str], address: str) -> None:
    with pytest.raises(DatabaseRefused, match="already served by another process") as refused:
        open_database(address)
    assert "déjà servi" in refused.value.message.fr


def test_a_killed_server_leaves_the_file_free(serving: subprocess.Popen[str], address: str) -> None:
    serving.kill()
    serving.wait()
    open_database(address).close()


FORKS_AND_DIES = """
import os, sys, time
from facilitation.database import open_database
database = open_database(sys.argv[1])
child = os.fork()
if child == 0:
    os.close(1)
    os.close(2)
    time.sleep(60)
    os._exit(0)
print(child, flush=True)
os.kill(os.getpid(), 9)
"""


def test_a_child_of_a_killed_server_does_not_keep_the_file(address: str) -> None:
    said = subprocess.run([sys.executable, "-c", FORKS_AND_DIES, address], capture_output=True, text=True, check=False)
    try:
        open_database(address).close()
    finally:
        os.kill(int(said.stdout), signal.SIGKILL)


def test_two_servers_in_one_process_are_refused_as_well(database: Database, address: str) -> None:
    with pytest.raises(DatabaseRefused):
        open_database(address)


def test_reading_beside_a_running_server(serving: subprocess.Popen[str], address: str) -> None:
    beside = open_database(address, read_only=True)
    with beside.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM heads")) == 0
    with pytest.raises(DatabaseRefused), beside.writing():
        pass
    beside.close()


def test_reading_what_a_killed_server_left(serving: subprocess.Popen[str], address: str) -> None:
    serving.kill()
    serving.wait()
    beside = open_database(address, read_only=True)
    with beside.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM heads")) == 0
    beside.close()


def test_a_reader_cannot_write(database: Database) -> None:
    with database.reading() as connection, pytest.raises(OperationalError, match="readonly"):
        connection.execute(text("DELETE FROM heads"))


def test_readers_never_checkpoint_and_never_map_the_file(database: Database) -> None:
    with database.reading() as connection:
        asked = ("wal_autocheckpoint", "query_only", "mmap_size")
        assert [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked] == [0, 1, 0]


def test_only_one_connection_can_write(database: Database) -> None:
    with database.writing() as first:
        assert database.engine.pool.checkedout() == 1  # type: ignore[attr-defined]
        assert database.engine.pool.size() == 1  # type: ignore[attr-defined]
        first.execute(text("INSERT INTO heads VALUES ('s', 1, 'e', 'c')"))
        with database.reading() as reader:
            assert reader.scalar(text("SELECT count(*) FROM heads")) == 0


def test_a_transaction_that_fails_leaves_the_writer_usable(database: Database) -> None:
    def fail_halfway() -> None:
        with database.writing() as connection:
            connection.execute(text("INSERT INTO heads VALUES ('s', 1, 'e', 'c')"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with database.writing() as connection:
        assert connection.scalar(text("SELECT count(*) FROM heads")) == 0


def test_the_file_is_for_its_owner_alone(database: Database, tmp_path: Path) -> None:
    assert (tmp_path / "workshop.db").stat().st_mode & 0o077 == 0
    assert (tmp_path / "workshop.db-wal").stat().st_mode & 0o077 == 0


def test_a_sound_database_has_no_problem(database: Database) -> None:
    assert database.check_at_start() == ()


def test_a_throwaway_database_is_not_for_serving() -> None:
    database = open_database("sqlite://")
    assert any("synchronous" in problem.en for problem in database.check_at_start())
    database.close()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "delete"),
        ("journal_mode", "off"),
        ("journal_mode", "memory"),
        ("synchronous", "0"),
        ("synchronous", "1"),
        ("secure_delete", "0"),
        ("secure_delete", "2"),
        ("foreign_keys", "0"),
        ("mmap_size", "268435456"),
    ],
)
def test_a_broken_promise_is_named(name: str, value: str) -> None:
    (problem,) = sqlite_problems((3, 51, 3), single_writer=True, pragmas={**SOUND, name: value})
    assert name in problem.en
    assert value in problem.fr


@pytest.mark.parametrize("name", sorted(SOUND))
def test_a_promise_that_cannot_be_read_is_a_broken_one(name: str) -> None:
    pragmas = {other: value for other, value in SOUND.items() if other != name}
    assert len(sqlite_problems((3, 51, 3), single_writer=True, pragmas=pragmas)) == 1


@pytest.mark.parametrize(
    ("version", "single", "problems"),
    [
        ((3, 40, 1), True, 0),
        ((3, 40, 1), False, 1),
        ((3, 51, 2), False, 1),
        ((3, 51, 3), False, 0),
        ((4, 0, 0), False, 0),
    ],
)
def test_an_old_sqlite_is_only_for_a_single_writer(version: tuple[int, ...], single: bool, problems: int) -> None:
    assert len(sqlite_problems(version, single_writer=single, pragmas=SOUND)) == problems


def test_postgresql_must_write_before_it_answers() -> None:
    assert postgresql_problems({"fsync": "on", "synchronous_commit": "on"}) == ()
    assert len(postgresql_problems({"fsync": "off", "synchronous_commit": "off"})) == 2


def test_postgresql_as_it_comes_is_sound(server: str) -> None:
    database = open_database(server)
    assert database.check_at_start() == ()
    database.close()


@pytest.mark.parametrize("address", ["", "nonsense", "mysql://localhost/x", "sqlite:////nowhere/at/all.db"])
def test_an_address_that_leads_nowhere_is_refused_with_a_sentence(address: str) -> None:
    with pytest.raises(DatabaseRefused) as refused:
        open_database(address, read_only=True)
    assert refused.value.message.fr
    assert refused.value.message.en


def test_a_file_that_is_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("Des notes, pas une base. " * 100)
    for _ in range(2):
        with pytest.raises(DatabaseRefused, match="does not open"):
            open_database(f"sqlite:///{tmp_path / 'notes.db'}")
    assert (tmp_path / "notes.db").read_text().startswith("Des notes")


def test_a_database_of_a_newer_programme_is_refused(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseRefused, match="newer version"):
        migrate(database)


def test_what_a_killed_process_left_of_a_throwaway_database_is_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left, alive, foreign = (
        tmp_path / name
        for name in (f"facilitation-{ended.pid}-abcd1234", f"facilitation-{os.getpid()}-abcd1234", "facilitation-notes")
    )
    for folder in (left, alive, foreign):
        folder.mkdir()
        (folder / "throwaway.db").write_text("words")
    opened = open_database("sqlite://")
    assert [left.exists(), alive.exists(), foreign.exists()] == [False, True, True]
    opened.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([alive.name, foreign.name])
