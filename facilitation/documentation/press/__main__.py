"""The process that writes: an order on standard input; on standard output the page, for the process that draws."""

import gc
import json
import select
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from facilitation.documentation.compiled import compiled
from facilitation.documentation.dossier.enclosing import enclosed
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.guidebook.page import guidebook_html
from facilitation.documentation.leaflets.page import leaflet_html
from facilitation.documentation.press.orders import (
    AnyOrder,
    DossierOrder,
    GuidebookOrder,
    LeafletOrder,
    Order,
    PacketOrder,
    read_order,
)
from facilitation.documentation.record import Voice, environment_for, record_html
from facilitation.documentation.slips.packet import packet_html
from facilitation.typesetting.confinement import confine
from facilitation.typesetting.glyphs import can_draw


def main(arguments: Sequence[str]) -> int:
    """Write one page. Templates are kept, compiled, in the folder that is named, if there is one."""
    gc.disable()  # it ends with its page: nobody need look for what could be let go of before
    compiled().folder = Path(arguments[0]) if arguments else None
    confine()
    if not select.select([sys.stdin], [], [], 0)[0]:
        _compile()  # nobody waits yet
    chapters = json.loads(sys.stdin.buffer.readline() or b"null")
    if chapters is None:
        return 1
    try:
        order = read_order(sys.stdin.buffer.read())
        page = {"html": _html(order), "enclosed": _enclosed(order), "made_at": order.made_at, **chapters}
        written = json.dumps(page).encode()
    except MemoryError:
        written = b'{"failed": "too-large"}'
    sys.stdout.buffer.write(written)
    return 0


def _compile() -> None:
    environment = environment_for(Voice("fr", can_draw))
    for name in environment.list_templates(["html"]):
        environment.get_template(name)


def _html(order: AnyOrder) -> str:
    match order:
        case GuidebookOrder(guide=guide, locale=locale, made_at=made_at):
            return guidebook_html(guide, locale, made_at, can_draw)
        case LeafletOrder(leaflet=leaflet, made_at=made_at):
            return leaflet_html(leaflet, made_at, can_draw)
        case PacketOrder(packet=packet, locale=locale, made_at=made_at):
            return packet_html(packet, locale, made_at, can_draw)
        case DossierOrder(dossier=dossier, locale=locale, made_at=made_at, kind=kind):
            aim = "PDF/A-3a" if order.archival else "PDF/UA-1"
            return dossier_html(dossier, locale, made_at, kind, can_draw, aim=aim)
        case Order(outcome=outcome, locale=locale, made_at=made_at, experiment=experiment):
            return record_html(outcome, locale, made_at, experiment, can_draw)


def _enclosed(order: AnyOrder) -> Mapping[str, str] | None:
    """The data that the variant for archives carries; nothing for any other order."""
    match order:
        case DossierOrder(dossier=dossier, locale=locale, made_at=made_at, archival=True):
            return enclosed(dossier, locale, made_at)
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
