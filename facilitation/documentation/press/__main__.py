"""The process of the press: a shelf and an order on standard input; progress and the PDF on standard output."""

import json
import logging
import re
import sys
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.guidebook.page import guidebook_html
from facilitation.documentation.leaflets.page import leaflet_html
from facilitation.documentation.press.chapter_shelf import ChapterShelf
from facilitation.documentation.press.confinement import confine
from facilitation.documentation.press.orders import (
    AnyOrder,
    DossierOrder,
    GuidebookOrder,
    LeafletOrder,
    Order,
    PacketOrder,
    read_order,
)
from facilitation.documentation.record import record_html
from facilitation.documentation.slips.packet import packet_html

try:
    from facilitation.documentation import paper
    from facilitation.documentation.press.hands import HandLost, Hands
except OSError:  # how a missing system library shows: Pango and its kin
    NO_PANGO = True
else:
    NO_PANGO = False

STEPS = 8
"""Reading the order, the seven steps that WeasyPrint names, and handing over."""

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
    """Make one document. 0: done; 2: Pango is missing."""
    out = sys.stdout.buffer
    if NO_PANGO:
        _line(out, {"failed": "no-pango"})
        return 2
    # Typefaces are unpacked, and hands hired, before there is an order: a process that waits is ready.
    paper.digits()
    hands = Hands()
    confine()
    teller = Teller(out)
    logger = logging.getLogger("weasyprint.progress")
    logger.setLevel(logging.INFO)
    logger.addHandler(teller)
    shelf = _shelf(sys.stdin.buffer.readline())
    order = read_order(sys.stdin.buffer.read())
    teller.say(0)
    try:
        made = _archival(order) or paper.pdf_of(_html(order), lambda chapters: hands.draw(chapters, shelf, teller.part))
    except (MemoryError, HandLost):
        _line(out, {"failed": "too-large"})
        return 1
    _line(out, {"done": STEPS, "total": STEPS, "bytes": len(made)})
    out.write(made)
    out.flush()
    return 0


def _archival(order: AnyOrder) -> bytes:
    """The variant for archives, which is drawn in one piece; nothing for any other order."""
    match order:
        case DossierOrder(dossier=dossier, locale=locale, made_at=made_at, kind=kind, archival=True):
            return paper.render_archival(dossier, locale, made_at, kind)
    return b""


def _html(order: AnyOrder) -> str:
    match order:
        case GuidebookOrder(guide=guide, locale=locale, made_at=made_at):
            return guidebook_html(guide, locale, made_at, paper.can_draw)
        case LeafletOrder(leaflet=leaflet, made_at=made_at):
            return leaflet_html(leaflet, made_at, paper.can_draw)
        case PacketOrder(packet=packet, locale=locale, made_at=made_at):
            return packet_html(packet, locale, made_at, paper.can_draw)
        case DossierOrder(dossier=dossier, locale=locale, made_at=made_at, kind=kind):
            return dossier_html(dossier, locale, made_at, kind, paper.can_draw)
        case Order(outcome=outcome, locale=locale, made_at=made_at, experiment=experiment):
            return record_html(outcome, locale, made_at, experiment, paper.can_draw)


def _shelf(line: bytes) -> ChapterShelf:
    folder = json.loads(line)["chapters"]
    return ChapterShelf(Path(folder) if folder else None)


def _line(out: BinaryIO, said: dict[str, int | str]) -> None:
    out.write(json.dumps(said).encode() + b"\n")
    out.flush()


if __name__ == "__main__":
    sys.exit(main())
