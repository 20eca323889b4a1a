"""The process that draws: one page of HTML on standard input; progress, then the PDF, on standard output."""

import json
import logging
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO

from facilitation.typesetting.chapter_shelf import ChapterShelf
from facilitation.typesetting.chapters.block import Block, Chapter
from facilitation.typesetting.confinement import confine
from facilitation.typesetting.sooner import sooner
from facilitation.typesetting.steps import STEPS

try:
    with sooner():
        from facilitation.typesetting import setting
        from facilitation.typesetting.hands import HandLost, Hands
        from facilitation.typesetting.warming import warm
except OSError:  # how a missing system library shows: Pango and its kin
    NO_PANGO = True
else:
    NO_PANGO = False

_STEP = re.compile(r"Step (\d)")


class Teller(logging.Handler):
    """Turns the steps of the layout into lines of progress."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__(logging.INFO)
        self._out = out
        self._lock = Lock()
        self.said = 0

    def emit(self, record: logging.LogRecord) -> None:
        """One line, whenever a later step than the last one begins."""
        found = _STEP.match(record.getMessage())
        if found and int(found.group(1)) > self.said:
            self.say(int(found.group(1)))

    def say(self, step: int) -> None:
        """How far the work is."""
        self.said = step
        _line(self._out, {"done": step, "total": STEPS})

    def part(self, done: int, total: int) -> None:
        """How many chapters of a long document are drawn, or being drawn; told from two threads."""
        with self._lock:
            step = 1 + done * (STEPS - 2) // total
            if step > self.said:
                self.say(step)


def main() -> int:
    """Make one document. 0: done; 1: no page came, or it is too large; 2: Pango is missing."""
    out = sys.stdout.buffer
    if NO_PANGO:
        _line(out, {"failed": "no-pango"})
        return 2
    # Before there is a page, and before hands are hired: a process that waits is ready.
    warm()
    hands = Hands()
    confine()
    teller = Teller(out)
    logger = logging.getLogger("weasyprint.progress")
    logger.setLevel(logging.INFO)
    logger.addHandler(teller)
    given = sys.stdin.buffer.read()
    if not given:
        return 1
    asked = json.loads(given)
    if "failed" in asked:
        _line(out, asked)
        return 1
    teller.say(1)
    try:
        made = _made(asked, hands, teller)
    except (MemoryError, HandLost):
        _line(out, {"failed": "too-large"})
        return 1
    _line(out, {"done": STEPS, "total": STEPS, "bytes": len(made)})
    out.write(made)
    out.flush()
    return 0


def _made(asked: Mapping[str, Any], hands: "Hands", teller: Teller) -> bytes:
    shelf = ChapterShelf(Path(asked["chapters"]) if asked["chapters"] else None)

    def drawn(chapters: Sequence[Chapter]) -> Sequence[Block]:
        return hands.draw(chapters, shelf, teller.part)

    if asked["enclosed"] is not None:
        return setting.archival_pdf_of(asked["html"], asked["enclosed"], asked["made_at"], drawn)
    return setting.pdf_of(asked["html"], drawn)


def _line(out: BinaryIO, said: dict[str, int | str]) -> None:
    out.write(json.dumps(said).encode() + b"\n")
    out.flush()


if __name__ == "__main__":
    sys.exit(main())
