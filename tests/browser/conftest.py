"""A real server process on a free port, and a real Chromium to visit it with."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house import ROOT


@dataclass
class Server:
    """A running `serve`. It can be killed and started again on the same file and port."""

    database: Path
    port: int = 0
    link: str = ""
    process: subprocess.Popen[str] | None = None

    @property
    def base(self) -> str:
        """The address of its first page."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start, and wait until it says where it is."""
        command = [sys.executable, "-m", "facilitation.serve", "--port", str(self.port)]
        command += ["--database", f"sqlite:///{self.database}"]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=dict(os.environ))
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline().rstrip("/\n").rpartition(":")[2])
        if not self.link:
            self.link = self.process.stdout.readline().split()[-1]

    def kill(self) -> None:
        """As a power cut would."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server with nothing in it but the demonstration."""
    found = Server(tmp_path / "workshop.sqlite3")
    found.start()
    yield found
    found.kill()
