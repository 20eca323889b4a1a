"""A text as one compares it: no capitals, no accents, no sign that nobody sees, whatever form its letters have."""

import re
import unicodedata
from functools import lru_cache

from facilitation.domain.look_alikes import LOOK_ALIKES

_APART = str.maketrans({"œ": "oe", "æ": "ae", "\u2019": "'", "\u02bc": "'"})

_UNSEEN = frozenset({"Mn", "Me", "Cf"})
"""Accents that stand as signs of their own; and soft hyphens, joiners, marks of direction, signs of no width."""

_BLANK = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters to Unicode that no font draws."""

_WORD = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """The whole text."""
    return text.lower() if text.isascii() else "".join(map(_plain, text))


def as_seen(text: str) -> str:
    """The same, as it looks: a word is Latin if each of its letters, of whatever alphabet, looks like a Latin one."""
    return readings(text)[-1][0]


def readings(text: str) -> tuple[tuple[str, list[int]], ...]:
    """The whole text, and of each of its letters where it stood; then the same as it looks, if that is another one."""
    if text.isascii():
        return ((text.lower(), list(range(len(text)))),)
    found, places, looks = [], [], []
    for place, sign in enumerate(text):
        for letter, look in zip(_plain(sign), _looks(sign), strict=True):
            found.append(letter)
            looks.append(look)
            places.append(place)
    letters = "".join(found)
    seen = _seen(letters, "".join(looks))
    return ((letters, places),) if seen == letters else ((letters, places), (seen, places))


def _seen(letters: str, looks: str) -> str:
    if letters == looks:
        return letters
    return _WORD.sub(lambda word: seen if (seen := looks[slice(*word.span())]).isascii() else word.group(), letters)


def is_unseen(sign: str) -> bool:
    """Whether nothing is left of a sign: it belongs to what stands before it."""
    return not _plain(sign)


@lru_cache(maxsize=4096)
def _looks(sign: str) -> str:
    """What each letter of `_plain` looks like. A capital may look like another letter than its small one."""
    letters = _plain(sign)
    look = LOOK_ALIKES.get(ord(sign)) or LOOK_ALIKES.get(ord(unicodedata.normalize("NFKD", sign)[0]))
    return look if look and len(letters) == 1 else letters.translate(LOOK_ALIKES)


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """A letter may become two, as in a ligature; one in a circle, of double width or of a formula itself."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold().translate(_APART))
    return "".join(
        letter for letter in apart.casefold() if unicodedata.category(letter) not in _UNSEEN and letter not in _BLANK
    )
