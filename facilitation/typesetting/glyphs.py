"""Which characters the machine can draw, asked of Pango itself: WeasyPrint would take a second to begin."""

import os
from collections.abc import Sequence
from contextlib import suppress
from ctypes import CDLL, c_char_p, c_int, c_void_p
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "libpango-1.0-0", "pango-1.0")
_PANGO_FT2 = (
    "libpangoft2-1.0.so.0",
    "libpangoft2-1.0.dylib",
    "libpangoft2-1.0-0.dll",
    "libpangoft2-1.0-0",
    "pangoft2-1.0",
)
_GOBJECT = ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll", "libgobject-2.0-0", "gobject-2.0")


@lru_cache(maxsize=65536)
def can_draw(letter: str) -> bool:
    """Whether a font of the machine has a glyph for a character; Latin ones are in the packaged fonts.

    Raises OSError on a machine without Pango.
    """
    return letter <= "\u00ff" or _easel().can_draw(letter)


@dataclass(frozen=True, slots=True)
class Easel:
    """Pango, and where it draws."""

    pango: Any
    gobject: Any
    context: int

    def can_draw(self, letter: str) -> bool:
        """Whether it knows a glyph for a character."""
        layout, words = self.pango.pango_layout_new(self.context), letter.encode(errors="replace")
        self.pango.pango_layout_set_text(layout, words, len(words))
        unknown = self.pango.pango_layout_get_unknown_glyphs_count(layout)
        self.gobject.g_object_unref(layout)
        return not unknown


@lru_cache(maxsize=1)
def _easel() -> Easel:
    pango, ft2, gobject = _library(_PANGO), _library(_PANGO_FT2), _library(_GOBJECT)
    calls: tuple[tuple[Any, list[Any], Any], ...] = (
        (ft2.pango_ft2_font_map_new, [], c_void_p),
        (pango.pango_font_map_create_context, [c_void_p], c_void_p),
        (pango.pango_layout_new, [c_void_p], c_void_p),
        (pango.pango_layout_set_text, [c_void_p, c_char_p, c_int], None),
        (pango.pango_layout_get_unknown_glyphs_count, [c_void_p], c_int),
        (gobject.g_object_unref, [c_void_p], None),
    )
    for function, takes, gives in calls:
        function.argtypes, function.restype = takes, gives
    return Easel(pango, gobject, pango.pango_font_map_create_context(ft2.pango_ft2_font_map_new()))


def _library(names: Sequence[str]) -> CDLL:
    for name in names:
        with suppress(OSError):
            return CDLL(name)
    raise OSError(f"none of these libraries is on this machine: {os.pathsep.join(names)}")
