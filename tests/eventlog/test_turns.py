"""One writer at a time, for greenlets of the server's loop and for its native threads alike: nobody waits for ever."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import TimeoutError

from facilitation.database import open_database, store

BOTH = """
from gevent import monkey
monkey.patch_all()
from facilitation.locks import share_locks
share_locks()
import sys
import gevent
from gevent.threadpool import ThreadPool
from sqlalchemy import text
from facilitation.database import open_database

database, disk, beside = open_database(f"sqlite:///{sys.argv[1]}"), ThreadPool(1), ThreadPool(2)
with database.writing() as connection:
    connection.execute(text("create table lines (number integer)"))

def line(connection):
    with connection.begin():
        connection.execute(text("insert into lines values (1)"))

def follow():
    for _ in range(4):
        with database.writing() as connection:
            connection.execute(text("insert into lines values (2)"))

def session():
    for _ in range(20):
        with database.writer() as connection:
            disk.apply(line, (connection,))
        beside.apply(follow)

gevent.joinall([gevent.spawn(session) for _ in range(4)])
with database.reading() as connection:
    print(connection.execute(text("select count(*) from lines")).scalar())
database.close()
"""


def test_greenlets_and_native_threads_write_in_turn(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", BOTH, str(tmp_path / "turns.db")],
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert done.stdout.split() == ["400"]


def test_whoever_waits_too_long_for_the_writer_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.01)
    database = open_database(f"sqlite:///{tmp_path}/busy.db")
    with database.writer(), pytest.raises(TimeoutError), database.writer():
        raise AssertionError
    with database.writer():
        """It is given back."""
    database.close()
