"""Typefaces that all chapters share: a chapter says which glyphs it shows, and the joined document has them once."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from typing import Any

import pydyf  # type: ignore[import-untyped]  # it has no stubs
import weasyprint.pdf  # type: ignore[import-untyped]  # it has no stubs
from weasyprint import DEFAULT_OPTIONS
from weasyprint.pdf import build_fonts_dictionary, generate_pdf
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # it has no stubs

from facilitation.typesetting.chapters.block import TYPEFACES, Objects, Shown
from facilitation.typesetting.chapters.figures import Digits
from facilitation.typesetting.chapters.objects import as_bytes, numbering, reached, said
from facilitation.typesetting.chapters.page import page_of, sheets_of
from facilitation.typesetting.typefaces import MONOSPACED, cuts, font_faces

OPTIONS = {**DEFAULT_OPTIONS, "pdf_variant": "pdf/ua-1", "pdf_version": "1.7", "pdf_tags": True}

FIGURES = "0123456789 /"
IN_FIGURES = '400 8pt "Record Sans", "DejaVu Sans"'
"""How page numbers are set."""

SPECIMEN = "a\u0100"
"""One letter of each half in which a typeface is packaged."""


class Meanings(dict[int, str]):
    """What each glyph of a font stands for. A space that does not break has the glyph of any space, and where it comes
    first all of them would be read as such: no word beside one would be found.
    """

    def __setitem__(self, glyph: int, words: str) -> None:
        super().__setitem__(glyph, words.replace("\u00a0", " "))


class Fonts(dict[Any, Any]):
    """The fonts of a chapter, as WeasyPrint meets them."""

    def __setitem__(self, key: Any, font: Any) -> None:
        font.to_unicode = Meanings()
        super().__setitem__(key, font)


@contextmanager
def left_out(shared: Collection[str] | None = None) -> Iterator[list[Shown]]:
    """Meanwhile WeasyPrint embeds none of these typefaces, or none at all; what each would have shown is told."""
    usual, told = weasyprint.pdf.build_fonts_dictionary, list[Shown]()

    def own_alone(pdf: Any, fonts: Mapping[Any, Any], *given: Any) -> Any:
        apart = {key: font for key, font in fonts.items() if shared is None or _is_shared(font, shared)}
        told.extend(map(_shown, apart.values()))
        return usual(pdf, {key: font for key, font in fonts.items() if key not in apart}, *given)

    weasyprint.pdf.build_fonts_dictionary = own_alone
    try:
        yield told
    finally:
        weasyprint.pdf.build_fonts_dictionary = usual


def _is_shared(font: Any, shared: Collection[str]) -> bool:
    # Letters that a typeface lacks get numbers as they come, other ones in each chapter.
    return font.hash in shared and not font.missing and not font.used_in_forms


def _shown(font: Any) -> Shown:
    return Shown(font.hash, tuple((glyph, words, font.widths[glyph]) for glyph, words in font.to_unicode.items()))


class TypeCase:
    """The typefaces that a process has at hand, by the names that WeasyPrint gives them: a specimen was set of each."""

    def __init__(self, fetcher: Any, fonts: FontConfiguration) -> None:
        lines = [f"<p style='font: {IN_FIGURES}'>{FIGURES}</p>"]
        lines += [f"<p style='font: {cut}'>{SPECIMEN}</p>" for cut in (*cuts(), MONOSPACED)]
        head = f"<head><title>{FIGURES}</title><style>{font_faces()}</style></head>"
        page = f'<html lang="fr">{head}<body>{"".join(lines)}</body></html>'
        read = page_of(page, fetcher)
        # Its fonts live as long as it does.
        self._specimen = read.render(font_config=fonts, **{**OPTIONS, "stylesheets": sheets_of(read, fonts)})
        with numbering(0), left_out():
            self._specimen.fonts = Fonts()
            generate_pdf(self._specimen, None, 1, **OPTIONS)
        self._fonts = {font.hash: font for font in self._specimen.fonts.values()}
        first = _shown(next(iter(self._specimen.fonts.values())))
        glyphs = {sign: (glyph, width) for glyph, sign, width in first.glyphs if sign in FIGURES}
        self.digits = Digits(first.typeface, glyphs)

    @property
    def names(self) -> frozenset[str]:
        """Their names."""
        return frozenset(self._fonts)

    def embedded(self, shown: Iterable[Shown]) -> tuple[Mapping[str, str], Objects]:
        """Each typeface of which something is shown, once, with the glyphs of all; where each of them stands."""
        met = dict[str, dict[int, tuple[str, float]]]()
        for one in shown:
            known = met.setdefault(one.typeface, {})
            for glyph, words, width in one.glyphs:
                known.setdefault(glyph, (words, width))
        with numbering(TYPEFACES):
            pdf = pydyf.PDF()
        fonts = {name: self._with(name, glyphs) for name, glyphs in sorted(met.items())}
        named = build_fonts_dictionary(pdf, fonts, True, True, OPTIONS)
        objects = {one.number: one for one in pdf.objects}
        kept = [
            objects[number] for number in sorted(set[int]().union(*(reached(at, objects) for at in named.values())))
        ]
        return {name: said(at) for name, at in named.items()}, as_bytes(kept, TYPEFACES + 90)

    def _with(self, name: str, glyphs: Mapping[int, tuple[str, float]]) -> Any:
        font = copy(self._fonts[name])
        font.to_unicode = {glyph: words for glyph, (words, _) in sorted(glyphs.items())}
        font.widths = {glyph: width for glyph, (_, width) in glyphs.items()}
        return font
