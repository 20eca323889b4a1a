"""A whole page of HTML → a tagged PDF. With `chapters/` and `fetching.py`, what imports WeasyPrint."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache

from weasyprint import Attachment  # type: ignore[import-untyped]  # it has no stubs
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # it has no stubs

from facilitation.typesetting.chapters.block import ROOMS, Block, Chapter
from facilitation.typesetting.chapters.cutting import cut
from facilitation.typesetting.chapters.drawing import Crowded, draw
from facilitation.typesetting.chapters.enclosing import Enclosure
from facilitation.typesetting.chapters.joining import join
from facilitation.typesetting.chapters.page import page_of, unsmoothed
from facilitation.typesetting.chapters.sharing import TypeCase
from facilitation.typesetting.fetching import PackagedOnly

DrawAll = Callable[[Sequence[Chapter]], Sequence[Block]]
"""Draws the chapters of a document, in their order; raises Crowded."""


def drawn_chapter(chapter: Chapter) -> Block:
    """One chapter. Equal arguments give equal bytes. Raises Crowded."""
    return draw(chapter, packaged(), typefaces(), case().names)


def one_after_another(chapters: Sequence[Chapter]) -> Sequence[Block]:
    """Every chapter, drawn here."""
    return [drawn_chapter(chapter) for chapter in chapters]


def pdf_of(html: str, drawn: DrawAll = one_after_another) -> bytes:
    """A PDF that aims at PDF/UA-1, from a whole page of HTML; nothing outside the package is read.

    A long one is drawn chapter by chapter, by `drawn`: the bytes are the same, whoever draws.
    """
    pages = cut(html)
    for room in ROOMS if len(pages) > 1 else ():
        with suppress(Crowded):
            return join(drawn([Chapter(page, place * room, room) for place, page in enumerate(pages, 1)]), case())
    made: bytes = page_of(html, PackagedOnly()).write_pdf(
        pdf_variant="pdf/ua-1", font_config=typefaces(), presentational_hints=False
    )
    return made


def archival_pdf_of(html: str, enclosed: Mapping[str, str], made_at: int, drawn: DrawAll = one_after_another) -> bytes:
    """A PDF for archives: it aims at PDF/A-3a, and carries files by name. `made_at` is in milliseconds since 1970.

    A long one is drawn chapter by chapter, as any other.
    """
    day = datetime.fromtimestamp(made_at / 1000, UTC)
    pages, enclosure = cut(html), Enclosure(enclosed, day.strftime("D:%Y%m%d%H%M%SZ"))
    for room in ROOMS if len(pages) > 1 else ():
        with suppress(Crowded):
            blocks = drawn([Chapter(page, place * room, room, archival=True) for place, page in enumerate(pages, 1)])
            return join(blocks, case(), enclosure)
    made: bytes = page_of(html, PackagedOnly()).write_pdf(
        pdf_variant="pdf/a-3a",
        font_config=typefaces(),
        presentational_hints=False,
        stylesheets=[unsmoothed()],
        uncompressed_pdf=True,  # as PDF/A has it: no metadata that only a programme can read
        attachments=[
            Attachment(
                string=content.encode(), name=name, description=name, created=day, modified=day, relationship="Data"
            )
            for name, content in enclosed.items()
        ],
    )
    return made


@lru_cache(maxsize=1)
def typefaces() -> FontConfiguration:
    """The packaged typefaces: unpacked once in a process, which takes longer than many a page."""
    return FontConfiguration()


@lru_cache(maxsize=1)
def packaged() -> PackagedOnly:
    """What the chapters of a document may name: one for them all, as their style sheets are the same ones."""
    return PackagedOnly()


@lru_cache(maxsize=1)
def case() -> TypeCase:
    """The typefaces of this process, all unpacked once somebody has asked for them."""
    return TypeCase(packaged(), typefaces())
