"""PostgreSQL when more ask for it than may: each waits for their turn, in whatever kind of thread, and not for ever."""

import subprocess
import sys

import pytest
from sqlalchemy import text

from facilitation.database import Busy, open_database
from tests.eventlog.postgres import emptied

CROWD = """
import sys
from gevent import monkey
monkey.patch_all()
from facilitation.locks import share_locks
share_locks()
import os
import gevent
from gevent.threadpool import ThreadPool
from sqlalchemy import text
from facilitation.database import open_database

sys.setswitchinterval(0.00002)
database, beside, done = open_database(sys.argv[1]), ThreadPool(12), []

def look(name):
    with database.reading() as connection:
        connection.execute(text("SELECT 1"))
    done.append(name)

def here():
    for _ in range(20):
        look("here")

def elsewhere():
    for _ in range(6):
        beside.apply(lambda: [look("elsewhere") for _ in range(10)])

gevent.joinall([gevent.spawn(here) for _ in range(40)] + [gevent.spawn(elsewhere) for _ in range(12)], timeout=90)
print(done.count("here"), done.count("elsewhere"), flush=True)
os._exit(0)
"""


def test_greenlets_and_native_threads_each_have_their_turn(server: str) -> None:
    command = [sys.executable, "-W", "error", "-c", CROWD, emptied(server)]
    said = subprocess.run(command, capture_output=True, text=True, timeout=150)
    assert said.stdout.split() == ["800", "720"], said.stderr[-2000:]


def test_who_asks_when_all_are_taken_is_told_so_and_comes_in_afterwards(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitation.database.store.PATIENCE", 0.05)
    database = open_database(emptied(server))
    taken = [database.reading() for _ in range(15)]
    for each in taken:
        each.__enter__()
    for way in (database.reading, database.writing):
        with pytest.raises(Busy), way():
            pass
    for each in taken:
        each.__exit__(None, None, None)
    with database.writing() as connection:
        assert connection.scalar(text("SELECT 1")) == 1
    database.close()
