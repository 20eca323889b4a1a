"""The process of the press: an order on standard input; lines of progress, then the PDF, on standard output."""

import json
import logging
import re
import sys
from typing import BinaryIO

from facilitation.documentation.press.confinement import confine
from facilitation.documentation.press.orders import AnyOrder, DossierOrder, LeafletOrder, Order, PacketOrder, read_order

try:
    from facilitation.documentation import paper
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


def main() -> int:
    """Make one document. 0: done; 2: Pango is missing."""
    out = sys.stdout.buffer
    if NO_PANGO:
        _line(out, {"failed": "no-pango"})
        return 2
    confine()
    teller = Teller(out)
    logger = logging.getLogger("weasyprint.progress")
    logger.setLevel(logging.INFO)
    logger.addHandler(teller)
    order = read_order(sys.stdin.buffer.read())
    teller.say(0)
    try:
        made = _made(order)
    except MemoryError:
        _line(out, {"failed": "too-large"})
        return 1
    _line(out, {"done": STEPS, "total": STEPS, "bytes": len(made)})
    out.write(made)
    out.flush()
    return 0


def _made(order: AnyOrder) -> bytes:
    match order:
        case LeafletOrder(leaflet=leaflet, made_at=made_at):
            return paper.render_leaflet(leaflet, made_at)
        case PacketOrder(packet=packet, locale=locale, made_at=made_at):
            return paper.render_packet(packet, locale, made_at)
        case DossierOrder(dossier=dossier, locale=locale, made_at=made_at, kind=kind):
            return paper.render_dossier(dossier, locale, made_at, kind)
        case Order(outcome=outcome, locale=locale, made_at=made_at, experiment=experiment):
            return paper.render(outcome, locale, made_at, experiment)


def _line(out: BinaryIO, said: dict[str, int | str]) -> None:
    out.write(json.dumps(said).encode() + b"\n")
    out.flush()


if __name__ == "__main__":
    sys.exit(main())
