"""A text as one compares it: no capitals, no accents, no sign that nobody sees, whatever form its letters have."""

import unicodedata
from functools import lru_cache

_APART = str.maketrans({"œ": "oe", "æ": "ae", "\u2019": "'", "\u02bc": "'"})

_UNSEEN = frozenset({"Mn", "Me", "Cf"})
"""Accents that stand as signs of their own; and soft hyphens, joiners, marks of direction, signs of no width."""

_BLANK = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters to Unicode that no font draws."""


def plain(text: str) -> str:
    """The whole text."""
    return text.lower() if text.isascii() else "".join(map(_plain, text))


def plain_with_places(text: str) -> tuple[str, list[int]]:
    """The same, and of each of its letters where it stood."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    found, places = [], []
    for place, sign in enumerate(text):
        for letter in _plain(sign):
            found.append(letter)
            places.append(place)
    return "".join(found), places


def is_unseen(sign: str) -> bool:
    """Whether nothing is left of a sign: it belongs to what stands before it."""
    return not _plain(sign)


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """A letter may become two, as in a ligature; one in a circle, of double width or of a formula itself."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold().translate(_APART))
    return "".join(
        letter for letter in apart.casefold() if unicodedata.category(letter) not in _UNSEEN and letter not in _BLANK
    )
