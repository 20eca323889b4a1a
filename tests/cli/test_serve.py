"""`facilitation serve`: a process of its own that says where it is, answers, and stops when asked."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

import facilitation

ROOT = Path(facilitation.__file__).parents[1]
SERVE = [sys.executable, "-m", "facilitation.cli", "serve"]


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port somebody else listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_it_says_where_it_is_answers_and_stops_when_asked(database_url: str) -> None:
    words = [*SERVE, "--port", "0", "--database", database_url]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = re.search(r"http://[\w.:]+/", server.stdout.readline())
            assert address, "the first line says the address"
            with urlopen(f"{address[0]}health") as answer:
                assert answer.status == 200
        finally:
            server.send_signal(signal.SIGTERM)
            server.communicate(timeout=180)
    assert server.returncode == 0


def test_a_port_that_is_taken_could_not_run(taken_port: int, database_url: str) -> None:
    words = [*SERVE, "--port", str(taken_port), "--database", database_url]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 2
    assert str(taken_port) in told.stderr


def test_a_database_that_would_forget_what_it_acknowledged_could_not_run() -> None:
    told = subprocess.run([*SERVE, "--port", "0", "--database", "sqlite://"], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 2
    assert "SQLite\u00a0: synchronous vaut 0, il faut 2." in told.stderr
    assert "SQLite: synchronous is 0, must be 2." in told.stderr
    assert told.stdout == "", "it said that it was open"


def test_a_database_that_cannot_be_opened_could_not_run() -> None:
    told = subprocess.run([*SERVE, "--port", "0", "--database", "mysql://x"], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 2
    assert "SQLite" in told.stderr
