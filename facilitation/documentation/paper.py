"""HTML to a tagged PDF. With `chapters/drawing`, what imports WeasyPrint: it needs Pango on the machine."""

import re
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from weasyprint import CSS, HTML, Attachment  # type: ignore[import-untyped]  # it has no stubs
from weasyprint.text.ffi import ffi, gobject, pango, pangoft2  # type: ignore[import-untyped]  # it has no stubs
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # it has no stubs
from weasyprint.urls import URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]  # it has no stubs

from facilitation.documentation.card import ExperimentCard
from facilitation.documentation.chapters.block import ROOM, Block, Digits
from facilitation.documentation.chapters.cutting import cut
from facilitation.documentation.chapters.drawing import Crowded, draw
from facilitation.documentation.chapters.drawing import digits as figures
from facilitation.documentation.chapters.joining import join
from facilitation.documentation.dossier.data import dossier_csv, dossier_json
from facilitation.documentation.dossier.kinds import Kind
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.guidebook.page import guidebook_html
from facilitation.documentation.guidebook.shapes import Guidebook
from facilitation.documentation.leaflets.page import leaflet_html
from facilitation.documentation.leaflets.shapes import Leaflet
from facilitation.documentation.record import Voice, environment_for, font_files, record_html
from facilitation.documentation.slips.packet import packet_html
from facilitation.projections.outcome import Outcome
from facilitation.projections.packet import Packet

_FONT = re.compile(r"app:fonts/([a-z0-9-]+\.woff2)")
_LOGO = "data:image/png;base64,"


class PackagedOnly(URLFetcher):  # type: ignore[misc]  # for want of stubs its class is Any
    """Gives the packaged fonts and the logos that stand in the page itself; every other address is refused unopened."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=())
        self._fonts = font_files()
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """The bytes of a packaged font. Raises ValueError, which makes WeasyPrint go on without the resource."""
        if url.startswith(_LOGO):
            return URLFetcherResponse(url, b64decode(url.removeprefix(_LOGO)), {"Content-Type": "image/png"})
        asked = _FONT.fullmatch(url)
        path = self._fonts.get(asked.group(1)) if asked else None
        if path is None:
            self.refused.append(url)
            raise ValueError("only the packaged fonts may be fetched")
        # The same letters, packed in a way that is unpacked in a twentieth of the time.
        quicker = path.with_suffix(".woff")
        path = quicker if quicker.is_file() else path
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": f"font/{path.suffix[1:]}"})


@lru_cache(maxsize=65536)
def can_draw(letter: str) -> bool:
    """Whether a font of the machine has a glyph for a character; Latin ones are in the packaged fonts."""
    if letter <= "\u00ff":
        return True
    context = _drawing_context()
    layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    words = letter.encode()
    pango.pango_layout_set_text(layout, words, len(words))
    return not pango.pango_layout_get_unknown_glyphs_count(layout)


@lru_cache(maxsize=1)
def _drawing_context() -> Any:
    ffi.cdef("int pango_layout_get_unknown_glyphs_count (PangoLayout *layout);")
    fonts = ffi.gc(pangoft2.pango_ft2_font_map_new(), gobject.g_object_unref)
    return ffi.gc(pango.pango_font_map_create_context(fonts), gobject.g_object_unref)


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
    document = HTML(string=html, url_fetcher=PackagedOnly(), base_url=None)
    made: bytes = document.write_pdf(
        pdf_variant="pdf/a-3a",
        font_config=typefaces(),
        presentational_hints=False,
        # What PDF/A forbids: pictures made smooth by the reader, metadata that only a programme can read.
        stylesheets=[CSS(string="img { image-rendering: pixelated }", url_fetcher=PackagedOnly())],
        uncompressed_pdf=True,
        attachments=_attached(dossier, locale, made_at),
    )
    return made


def _attached(dossier: Dossier, locale: str, made_at: int) -> list[Attachment]:
    """The data of the same readers: nothing that the document does not tell to them."""
    day = datetime.fromtimestamp(made_at / 1000, UTC)
    files = {f"{name}.csv": dossier_csv(dossier, locale, name) for name in ("contributions", "answers", "votes")}
    files["dossier.json"] = dossier_json(dossier, locale, made_at)
    return [
        Attachment(string=content, name=name, description=name, created=day, modified=day, relationship="Data")
        for name, content in files.items()
    ]


def pdf_of(html: str, drawn: "DrawAll | None" = None) -> bytes:
    """A PDF that aims at PDF/UA-1, from a whole page of HTML; nothing outside the package is read.

    A long one is drawn chapter by chapter, by `drawn` if it is given: the bytes are the same.
    """
    chapters = cut(html)
    if len(chapters) > 1:
        try:
            return join((drawn or one_after_another)(chapters), digits())
        except Crowded:
            pass  # a part that cannot be cut, with more on its pages than a chapter may have
    document = HTML(string=html, url_fetcher=PackagedOnly(), base_url=None)
    made: bytes = document.write_pdf(pdf_variant="pdf/ua-1", font_config=typefaces(), presentational_hints=False)
    return made


DrawAll = Callable[[Sequence[str]], Sequence[Block]]
"""Draws the chapters of a document, in their order; raises Crowded."""


def one_after_another(chapters: Sequence[str]) -> Sequence[Block]:
    """Every chapter, drawn here."""
    return [drawn_chapter(html, first_of(place)) for place, html in enumerate(chapters)]


def first_of(place: int) -> int:
    """From which number on the objects of a chapter are numbered, counted from 0."""
    return (place + 2) * ROOM


def drawn_chapter(html: str, first: int) -> Block:
    """One chapter. Equal arguments give equal bytes."""
    return draw(html, first, PackagedOnly(), typefaces())


@lru_cache(maxsize=1)
def typefaces() -> FontConfiguration:
    """The packaged typefaces: unpacked once in a process, which takes longer than many a page."""
    return FontConfiguration()


@lru_cache(maxsize=1)
def digits() -> Digits:
    """The figures that page numbers are set from."""
    head = environment_for(Voice("fr", can_draw)).get_template("head.html")
    return figures(head.render(made_at=0, fonts=frozenset(font_files())), PackagedOnly(), typefaces())
