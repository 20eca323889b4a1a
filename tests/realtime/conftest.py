"""A real server process on a free loopback port, one per test module, and a way to run pages against it."""

import json
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.realtime.page import Page
from tests.realtime.workshop import SESSION

CONSENTS = {"kind": "Consents", "report": True, "quotation": False, "publication": False}


@dataclass
class Server:
    """A running server process. `errors` is the file that holds everything it says on its error stream."""

    process: "subprocess.Popen[str]"
    port: int
    errors: Path

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def post(self, path: str, body: Any = None, method: str = "POST") -> Any:
        """Through the back door."""
        data = json.dumps(body).encode() if body is not None else b""
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(
            self.address + path, data=data if method == "POST" else None, headers=headers, method=method
        )
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=180) as answer:
            return json.load(answer)

    def plan(self, session: str = SESSION, format: str = "") -> None:
        """Make sure the session exists; of the library's `format`, if one is named."""
        self.post(f"/back/plan/{session}" + (f"?format={format}" if format else ""))

    def facilitate(self, kind: str, session: str = SESSION, **fields: Any) -> str:
        """An unnumbered command of the facilitator; what became of it."""
        return str(self.submit("facilitator", "a1", kind, session, **fields))

    def join(self, person: str, session: str = SESSION) -> None:
        """Somebody comes in."""
        self.submit("door", "", "Join", session, person=person, channel="phone", consents=CONSENTS)

    def submit(self, kind_of: str, name: str, kind: str, session: str = SESSION, **fields: Any) -> Any:
        """Any command, by anybody."""
        path = f"/back/submit/{session}?kind={kind_of}&id={name}"
        return self.post(path, {"kind": kind, **fields})["receipt"]

    def ticket(self, kind: str, name: str = "", session: str = SESSION) -> str:
        """A fresh socket ticket for a participant, a console (`facilitator`) or a projector (`screen`)."""
        return str(self.post(f"/back/ticket/{session}?kind={kind}&id={name}")["ticket"])

    async def page(self, kind: str, name: str = "", session: str = SESSION, tab: str = "") -> Page:
        """An open page that has said hello."""
        page = await Page(self.address).open()
        answer = await page.hello(self.ticket(kind, name, session), tab)
        assert answer["ok"], answer
        return page

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End the process and wait for it."""
        self.process.send_signal(how)
        self.process.wait(120)
        assert self.process.stdout
        self.process.stdout.close()


def start(database: Path, errors: Path, port: int = 0, more: tuple[str, ...] = ()) -> Server:
    """Start a server process on a database file and wait until it answers."""
    command = [sys.executable, "-m", "tests.realtime.launch", f"sqlite:///{database}", str(port), *more]
    with errors.open("a") as stream:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stream, text=True)
    assert process.stdout
    line = process.stdout.readline()
    assert line.strip().isdigit(), f"the server did not start: {errors.read_text()[-3000:]}"
    return Server(process, int(line), errors)


@contextmanager
def a_server(folder: Path) -> Iterator[Server]:
    """A server with a planned session, ended whatever happens."""
    server = start(folder / "live.db", folder / "errors.txt")
    try:
        server.plan()
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One for the tests of a module: each test uses its own session where it changes things."""
    with a_server(tmp_path_factory.mktemp("server")) as running:
        yield running


STEPS = (None, "alone", "pairs", "number", "all", "vote", "end")


def a_session(server: Server, name: str, people: int = 4, step: str | None = "alone") -> str:
    """A session of its own, with `people` inside (p1, p2, …), gone as far as `step`."""
    server.plan(name)
    server.facilitate("OpenDoor", name)
    for number in range(1, people + 1):
        server.join(f"p{number}", name)
    if step:
        for after in STEPS[: STEPS.index(step)]:
            assert "Saved" in server.facilitate("Advance", name, after=after)
    return name
