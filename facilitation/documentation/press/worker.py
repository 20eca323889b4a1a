"""This side of one run of the press: start the process, follow it, take the PDF, end it when it takes too long."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from signal import SIGKILL
from threading import Event, Timer

from facilitation import places

PATIENCE = 120.0
"""Seconds of wall time; the processor time has its own, shorter bound on the other side."""

STEPS = 8
"""In how many parts the other side says how far it is."""

COMMAND = (sys.executable, "-m", "facilitation.documentation.press")


@dataclass(frozen=True, slots=True)
class Made:
    """A finished PDF."""

    pdf: bytes


@dataclass(frozen=True, slots=True)
class NotMade:
    """No PDF: `no-pango`, `too-large`, `too-long` or `broken`. `told` is what the process said last, for the log."""

    why: str
    told: str = ""


Processes = set["subprocess.Popen[bytes]"]


def make(
    order: bytes,
    follow: Callable[[int, int], None],
    patience: float = PATIENCE,
    running: Processes | None = None,
    *,
    chapters: Path | None = None,
    ready: "subprocess.Popen[bytes] | None" = None,
) -> Made | NotMade:
    """Run the press once, blocking. `follow(done, total)` is called as the work goes on.

    While it runs its process is among `running`, for `end_all`. `chapters` is a folder where finished chapters
    of a long document are kept, and looked for; `ready` a process that `begin` gave before.
    """
    running = set() if running is None else running
    with ready or begin() as process:
        running.add(process)
        late = Event()
        clock = Timer(patience, _end, (process, late))
        clock.daemon = True
        clock.start()
        try:
            # Whoever called it off before there was a process to end is heard here: one that never speaks ends too.
            follow(0, STEPS)
            shelf = json.dumps({"chapters": str(chapters) if chapters else None}).encode() + b"\n"
            found = _converse(process, shelf + order, follow)
        finally:
            clock.cancel()
            end(process)
            running.discard(process)
    if isinstance(found, NotMade) and found.why == "broken" and (late.is_set() or _out_of_time(process.returncode)):
        return NotMade("too-long", found.told)
    return found


def end_all(running: Processes) -> None:
    """End whatever runs: the server stops."""
    for process in tuple(running):
        end(process)


def begin() -> "subprocess.Popen[bytes]":
    """A process that waits for an order."""
    return subprocess.Popen(
        COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        cwd=os.sep,
        start_new_session=True,
    )


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process, and those that it forked."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, SIGKILL)
    process.kill()


def _converse(process: "subprocess.Popen[bytes]", order: bytes, follow: Callable[[int, int], None]) -> Made | NotMade:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(order)
        process.stdin.close()
    except BrokenPipeError:
        pass  # it ended before reading: what it says, or does not say, tells why
    while line := process.stdout.readline():
        try:
            said = json.loads(line)
        except ValueError:
            return NotMade("broken", repr(line[:200]))
        if "failed" in said:
            return NotMade(str(said["failed"]))
        follow(said["done"], said["total"])
        if "bytes" in said:
            pdf = process.stdout.read(said["bytes"])
            return Made(pdf) if len(pdf) == said["bytes"] else NotMade("broken", "cut short")
    process.wait()
    return NotMade("broken", f"ended with {process.returncode}")


def _end(process: "subprocess.Popen[bytes]", late: Event) -> None:
    late.set()
    end(process)


def _out_of_time(code: int | None) -> bool:
    return code in (-24, -9)  # SIGXCPU; SIGKILL where the hard bound was met


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "FONTCONFIG_FILE") if name in os.environ}
    return {**kept, "PYTHONPATH": str(places.PACKAGE.parent), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
