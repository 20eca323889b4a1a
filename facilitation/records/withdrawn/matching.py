"""Where a text repeats words that were taken back: whatever the accents, capitals and signs between them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

MARK: Final = "[mots retirés]"
MARKS: Final = {"fr": MARK, "en": "[words withdrawn]"}
"""What stands where such words stood, so that the team sees where a sentence is to be mended."""

RUN: Final = 6
LETTERS: Final = 20
"""So many words in a row, of so many letters in all, are nobody's by chance."""

WHOLE: Final = 3
"""A contribution of at least so many words is found whole, however short; one of fewer between quotation marks."""

_WORD = re.compile(r"[^\W_]+")
_OPENS, _CLOSES = "«\u201c\u201e\"'\u2018>", "»\u201d\"'\u2019"
_BETWEEN = " \u00a0\u202f*_\n\t.,;:!?…"


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int


def without(text: str, withdrawn: Iterable[str], mark: str = MARK, ours: Iterable[str] = ()) -> str:
    """A text with a mark where it repeats any of some words. What is `ours` stays: answers repeat the question."""
    for words in withdrawn:
        spans = list(_joined(_found(text, words, ours)))
        for start, end in reversed(spans):
            text = text[:start] + mark + text[end:]
    return text


def _found(text: str, words: str, ours: Iterable[str]) -> Iterator[tuple[int, int]]:
    sought = [token.word for token in _tokens(words)]
    standing = _tokens(text)
    own = {gram for said in ours for gram in _grams([token.word for token in _tokens(said)])}
    yield from _whole(text, standing, sought)
    grams = {gram for gram in _grams(sought) if sum(map(len, gram)) >= LETTERS} - own
    yield from (
        (standing[at].start, standing[at + RUN - 1].end)
        for at, gram in enumerate(_grams([token.word for token in standing]))
        if gram in grams
    )


def _whole(text: str, standing: Sequence[_Token], sought: Sequence[str]) -> Iterator[tuple[int, int]]:
    for at in range(len(standing) - len(sought) + 1 if sought else 0):
        here = standing[at : at + len(sought)]
        if [token.word for token in here] == list(sought):
            start, end = here[0].start, here[-1].end
            if len(sought) >= WHOLE or _is_quoted(text, start, end):
                yield start, end


def _is_quoted(text: str, start: int, end: int) -> bool:
    before, after = text[:start].rstrip(_BETWEEN), text[end:].lstrip(_BETWEEN)
    return before[-1:] in _OPENS and before != "" and after[:1] in _CLOSES and after != ""


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans that overlap as one."""
    last: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if last is not None and start <= last[1]:
            last = last[0], max(last[1], end)
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last


def _grams(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]


def _tokens(text: str) -> list[_Token]:
    return [_Token(_plain(found.group()), found.start(), found.end()) for found in _WORD.finditer(text)]


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
