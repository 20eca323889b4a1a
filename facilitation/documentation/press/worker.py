"""This side of one run of the press: start the process, follow it, take the PDF, end it when it takes too long."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from signal import SIGKILL
from threading import Event, Timer

from facilitation import places
from facilitation.typesetting.confinement import niceness
from facilitation.typesetting.steps import STEPS

PATIENCE = 120.0
"""Seconds of wall time; the processor time has its own, shorter bound on the other side."""

OUT_OF_TIME = {-24, -9}
"""How a process ends that has used its processor time up: by SIGXCPU, or SIGKILL where the hard bound was met."""

COMMAND = (sys.executable, "-m", "facilitation.typesetting")
"""What draws, and answers."""

WRITING = (sys.executable, "-m", "facilitation.documentation.press")
"""What writes the page that is drawn. Both begin at once, each on a core of its own if there are two."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished PDF."""

    pdf: bytes


@dataclass(frozen=True, slots=True)
class NotMade:
    """No PDF: `no-pango`, `too-large`, `too-long` or `broken`. `told` is what the process said last, for the log."""

    why: str
    told: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two processes: one is given the order and writes a page, the other is given the page and draws it."""

    writes: "subprocess.Popen[bytes]"
    draws: "subprocess.Popen[bytes]"

    def end(self) -> None:
        """End both, and those that they forked."""
        for process in (self.draws, self.writes):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, SIGKILL)
            process.kill()

    def has_ended(self) -> bool:
        """Whether it is of no use any more."""
        return self.draws.poll() is not None or self.writes.poll() is not None

    def bury(self) -> None:
        """Wait for both, and close what was open to them."""
        for process in (self.draws, self.writes):
            with suppress(BrokenPipeError), process:
                pass


Processes = set[Pair]


def make(
    order: bytes,
    follow: Callable[[int, int], None],
    patience: float = PATIENCE,
    running: Processes | None = None,
    *,
    chapters: Path | None = None,
    templates: Path | None = None,
    ready: Pair | None = None,
) -> Made | NotMade:
    """Run the press once, blocking. `follow(done, total)` is called as the work goes on.

    While it runs its processes are among `running`, for `end_all`. `chapters` is a folder where finished chapters
    of a long document are kept, and looked for; `templates` one where compiled templates are; `ready` a pair that
    `begin` gave before.
    """
    running = set() if running is None else running
    pair = ready or begin(templates)
    running.add(pair)
    late = Event()
    clock = Timer(patience, _end, (pair, late))
    clock.daemon = True
    clock.start()
    try:
        # Whoever called it off before there was a process to end is heard here: one that never speaks ends too.
        follow(0, STEPS)
        shelf = json.dumps({"chapters": str(chapters) if chapters else None}).encode() + b"\n"
        found = _converse(pair, shelf + order, follow)
    finally:
        clock.cancel()
        pair.end()
        pair.bury()
        running.discard(pair)
    if isinstance(found, NotMade) and found.why == "broken" and late.is_set():
        return NotMade("too-long", found.told)
    return found


def end_all(running: Processes) -> None:
    """End whatever runs: the server stops."""
    for pair in tuple(running):
        pair.end()


def begin(templates: Path | None = None) -> Pair:
    """Two processes that wait for an order. `templates` is a folder where compiled templates are kept."""
    page_out, page_in = os.pipe()
    try:
        draws = _begun(COMMAND, page_out, subprocess.PIPE)
        return Pair(_begun((*WRITING, *([str(templates)] if templates else [])), subprocess.PIPE, page_in), draws)
    finally:
        os.close(page_out)
        os.close(page_in)


def _begun(command: Sequence[str], stdin: int, stdout: int) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(
        command,
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        cwd=os.sep,
        # A group to be ended as one, and no session of its own: Linux shares the processor between sessions first, and
        # only within one does it ask which process gives way.
        process_group=0,
    )
    # From the first moment on: it works for a second before it can give way by itself, and phones would feel that.
    with suppress(ProcessLookupError, PermissionError):
        os.setpriority(os.PRIO_PROCESS, process.pid, niceness())
    return process


def _converse(pair: Pair, order: bytes, follow: Callable[[int, int], None]) -> Made | NotMade:
    told, answer = pair.writes.stdin, pair.draws.stdout
    assert told is not None
    assert answer is not None
    try:
        told.write(order)
        told.close()
    except BrokenPipeError:
        pass  # it ended before reading: what the other says, or does not say, tells why
    while line := answer.readline():
        try:
            said = json.loads(line)
        except ValueError:
            return NotMade("broken", repr(line[:200]))
        if "failed" in said:
            return NotMade(str(said["failed"]))
        follow(said["done"], said["total"])
        if "bytes" in said:
            pdf = answer.read(said["bytes"])
            return Made(pdf) if len(pdf) == said["bytes"] else NotMade("broken", "cut short")
    codes = (pair.draws.wait(), pair.writes.poll())
    return NotMade("too-long" if OUT_OF_TIME & set(codes) else "broken", f"ended with {codes}")


def _end(pair: Pair, late: Event) -> None:
    late.set()
    pair.end()


def _environment() -> dict[str, str]:
    kept = {
        name: os.environ[name]
        for name in ("PATH", "HOME", "TMPDIR", "FONTCONFIG_FILE", "PRESS_NICE")
        if name in os.environ
    }
    return {**kept, "PYTHONPATH": str(places.PACKAGE.parent), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
