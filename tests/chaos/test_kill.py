"""kill -9 in mid-traffic: no acknowledged post is lost, none is doubled, and erased words stay erased."""

import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facilitation.database import migrate, open_database
from facilitation.desk import Desk, Envelope
from facilitation.eventlog import EventLog, Recorded
from tests.chaos.checker import Told, check
from tests.chaos.client import Client
from tests.eventlog.scan import occurrences
from tests.eventlog.workshop import FACILITATOR, NOON, SESSION, opening, plan

CLIENTS = 20
POSTS = 40
TAKEN_BACK = "repris"


class Run:
    """Twenty clients, and a server that is killed each time so many more posts were acknowledged."""

    def __init__(self, folder: Path, *defect: str) -> None:
        self.url = f"sqlite:///{folder / 'store' / 'workshop.db'}"
        self.address = str(folder / "socket")
        self.defect = defect
        self.acks = threading.Semaphore(0)
        self.kills = 0
        self.serving: subprocess.Popen[str] | None = None
        self.prepare()

    def prepare(self) -> None:
        """A session in which everybody is in, and writing."""
        database = open_database(self.url)
        migrate(database)
        desk = Desk(EventLog(database), lambda: NOON)
        desk.plan(plan(), FACILITATOR)
        for by, command in opening(CLIENTS)[1:]:
            desk.submit(SESSION, Envelope(by, command))
        desk.close()
        database.close()

    def serve(self) -> None:
        """A server that is up."""
        command = [sys.executable, "-m", "tests.chaos.server", self.url, self.address, *self.defect]
        self.serving = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.serving.stdout is not None
        assert self.serving.stdout.readline() == "ready\n"

    def kill(self) -> None:
        """At once, with whatever it is doing."""
        if self.serving is not None:
            self.serving.kill()
            self.serving.communicate()
            self.serving = None
            self.kills += 1

    def play(self, kills: int, acks_between: int) -> list[Told]:
        """Everything that all clients were told."""
        clients = [Client(f"p{n}", script(n), self.address, self.acks.release) for n in range(1, CLIENTS + 1)]
        for client in clients:
            client.start()
        for _ in range(kills):
            self.serve()
            for _ in range(acks_between):
                assert self.acks.acquire(timeout=180)
            self.kill()
        self.serve()
        for client in clients:
            client.join(timeout=180)
            assert not client.is_alive()
        self.kill()
        return [told for client in clients for told in client.history]

    def log(self) -> tuple[Recorded, ...]:
        """The log that survived, which must be whole."""
        database = open_database(self.url)
        log = EventLog(database)
        verification = log.verify(SESSION)
        recorded = log.read(SESSION)
        database.close()
        assert verification.ok, verification.faults
        return recorded


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a short name: that of a local socket may not be long."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.fixture
def start(folder: Path) -> Iterator[Callable[..., Run]]:
    """Starts a run; whatever happens, no server is left behind."""
    runs: list[Run] = []

    def started(*defect: str) -> Run:
        runs.append(Run(folder, *defect))
        return runs[-1]

    yield started
    for run in runs:
        run.kill()


def script(client: int) -> list[str]:
    """Unique words; one in ten is taken back at once."""
    words = []
    for n in range(POSTS):
        words += [f"{TAKEN_BACK} {client}.{n}", ""] if n % 10 == 5 else [f"mots {client}.{n}"]
    return words


@pytest.mark.slow
def test_ten_kills_under_twenty_posting_clients(start: Callable[..., Run], folder: Path) -> None:
    run = start()
    history = run.play(kills=10, acks_between=70)
    recorded = run.log()
    assert run.kills == 11
    assert sum(told.heard == "nothing" for told in history) > 0
    assert sum(told.heard == "saved" for told in history) == sum(len(script(n)) for n in range(1, CLIENTS + 1))
    assert check(history, recorded) == []
    assert occurrences(TAKEN_BACK, folder / "store") == 0
    assert occurrences("mots ", folder / "store") >= CLIENTS * POSTS * 0.9


@pytest.mark.slow
def test_an_acknowledgement_before_the_commit_is_caught(start: Callable[..., Run]) -> None:
    run = start("hasty")
    history = run.play(kills=2, acks_between=150)
    assert "lost" in {anomaly.kind for anomaly in check(history, run.log())}
