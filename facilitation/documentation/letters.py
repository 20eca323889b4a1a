"""Letters that cannot be drawn or stored become something visible; all others stay as they are."""

import re
import unicodedata
from collections.abc import Callable

CanDraw = Callable[[str], bool]
"""Whether some font at hand has a glyph for this one character."""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSEEN = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f")
_BREAKS = re.compile(r"\n{3,}")


def drawable(words: str, can_draw: CanDraw) -> str:
    """The words with every character that has no glyph described in brackets, such as [emoji: thumbs up sign].

    Controls that turn the direction of the text around are left out: they have no shape, and would reach beyond
    the words. Line breaks stay, three or more in a row become two.
    """
    words = _BREAKS.sub("\n\n", _TURNING.sub("", words.replace("\r\n", "\n").replace("\r", "\n")))
    return "".join(_drawable(letter, can_draw) for letter in words)


def _drawable(letter: str, can_draw: CanDraw) -> str:
    if (letter.isascii() and letter.isprintable()) or letter == "\n":
        return letter
    if letter == "\t":
        return " "
    if letter in _UNSEEN or (unicodedata.category(letter) == "Mn" and 0xFE00 <= ord(letter) <= 0xFE0F):
        return letter
    if unicodedata.category(letter) in ("Cc", "Cs", "Cn", "Co", "Zl", "Zp"):
        return f"[U+{ord(letter):04X}]"
    return letter if can_draw(letter) else _described(letter)


def _described(letter: str) -> str:
    name = unicodedata.name(letter, "").lower()
    if not name or name.startswith(("cjk", "hangul syllable", "egyptian", "cuneiform")):
        return f"[U+{ord(letter):04X}]"
    return f"[emoji: {name}]" if unicodedata.category(letter) == "So" else f"[{name}]"
