"""Any document as a PDF, made in this process: the press does the same in two of its own."""

from facilitation.documentation.card import ExperimentCard
from facilitation.documentation.dossier.enclosing import enclosed
from facilitation.documentation.dossier.kinds import Kind
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.guidebook.page import guidebook_html
from facilitation.documentation.guidebook.shapes import Guidebook
from facilitation.documentation.leaflets.page import leaflet_html
from facilitation.documentation.leaflets.shapes import Leaflet
from facilitation.documentation.record import record_html
from facilitation.documentation.slips.packet import packet_html
from facilitation.projections.outcome import Outcome
from facilitation.projections.packet import Packet
from facilitation.typesetting.glyphs import can_draw
from facilitation.typesetting.setting import archival_pdf_of, pdf_of


def render(outcome: Outcome, locale: str, made_at: int, experiment: ExperimentCard | None = None) -> bytes:
    """The session record as PDF. Equal arguments give equal bytes, in this process or another."""
    return pdf_of(record_html(outcome, locale, made_at, experiment, can_draw))


def render_packet(packet: Packet, locale: str, made_at: int) -> bytes:
    """What is printed for a room without phones, as PDF. Equal arguments give equal bytes."""
    return pdf_of(packet_html(packet, locale, made_at, can_draw))


def render_leaflet(leaflet: Leaflet, made_at: int) -> bytes:
    """A short document about personal data, as PDF. Equal arguments give equal bytes."""
    return pdf_of(leaflet_html(leaflet, made_at, can_draw))


def render_guidebook(guide: Guidebook, locale: str, made_at: int) -> bytes:
    """The guide of a format as PDF. Equal arguments give equal bytes."""
    return pdf_of(guidebook_html(guide, locale, made_at, can_draw))


def render_dossier(dossier: Dossier, locale: str, made_at: int, kind: Kind = "research") -> bytes:
    """The dossier of an experiment as PDF. Equal arguments give equal bytes."""
    return pdf_of(dossier_html(dossier, locale, made_at, kind, can_draw))


def render_archival(dossier: Dossier, locale: str, made_at: int, kind: Kind = "research") -> bytes:
    """The same for archives: it aims at PDF/A-3a, and carries its data. Equal arguments give equal bytes."""
    html = dossier_html(dossier, locale, made_at, kind, can_draw, aim="PDF/A-3a")
    return archival_pdf_of(html, enclosed(dossier, locale, made_at), made_at)
