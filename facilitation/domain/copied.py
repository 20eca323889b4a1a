"""Where a text repeats what somebody else wrote: whatever accents and signs, seen or not, stand between; or nearly."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from facilitation.domain.plain_letters import is_unseen, plain, plain_with_places
from facilitation.domain.similar import plain_words

MARK: Final = "[mots retirés]"
MARKS: Final = {"fr": MARK, "en": "[words withdrawn]"}
"""What stands where words that were taken back stood, so that the team sees where a sentence is to be mended."""

SHORT_MARKS: Final = {"fr": "[retiré]", "en": "[withdrawn]"}
"""The same, where a column is too short."""

RUN: Final = 6
LETTERS: Final = 20
"""So many words in a row, of so many letters in all, are nobody's by chance."""

WHOLE: Final = 3
"""A contribution of at least so many words is found whole, however short; one of fewer between quotation marks."""

FEW: Final = 2
"""Telling words that make a whole title somebody's own, if all of them are theirs: a single one is everybody's."""

NEAR: Final = 3
"""So many telling words in a row are nearly a quotation: words that say nothing are left out, endings do not count."""

MANY: Final = 4
"""So many telling words of one contribution in one sentence say it in another order, if they are most of it."""

_WORD = re.compile(r"[^\W_]+")

_SENTENCE = re.compile(r"[^.!?…\n]*[^.!?…\s][^.!?…\n]*[.!?…]*")
_OPENS, _CLOSES = "«\u201c\u201e\"'\u2018>", "»\u201d\"'\u2019"
_BETWEEN = " \u00a0\u202f*_\n\t.,;:!?…"

Words = tuple[str, ...]
Span = tuple[int, int]
"""Where something begins and ends in a text."""


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sought:
    """Contributions to be found again. `runs` are those of their runs that nobody else is known to have written."""

    runs: frozenset[Words]
    whole: Mapping[int, frozenset[Words]]
    whole_from: int


def sought(said: Iterable[str], ours: Iterable[str] = (), whole_from: int = WHOLE) -> Sought:
    """What to look for. What is `ours`, or is said by somebody else, stays: answers repeat the question.

    A whole contribution of fewer than `whole_from` words counts only between quotation marks.
    """
    wanted = {words for each in said if (words := _words(each))}
    own = {words for each in ours if (words := _words(each))}
    common = {gram for words in own for gram in _grams(words)}
    whole: dict[int, set[Words]] = {}
    for words in wanted - own:
        whole.setdefault(len(words), set()).add(words)
    runs = {gram for words in wanted for gram in _grams(words) if sum(map(len, gram)) >= LETTERS}
    return Sought(
        frozenset(runs - common), {length: frozenset(each) for length, each in whole.items()}, max(whole_from, 1)
    )


def copies_in(text: str, wanted: Sought) -> tuple[Span, ...]:
    """Where a text repeats what is sought; what overlaps is one place. One walk through it, however much is sought."""
    standing = list(_tokens(text))
    return tuple(_joined(_found(text, [token.word for token in standing], standing, wanted)))


def without(text: str, wanted: Sought, mark: str = MARK) -> str:
    """A text with a mark where it repeats what is sought."""
    for start, end in reversed(copies_in(text, wanted)):
        text = text[:start] + mark + text[end:]
    return text


def nearly(title: str, said: str) -> bool:
    """Whether a few words were taken, whole or in part, from what somebody wrote: whatever order, endings, between."""
    words, own = plain_words(title), plain_words(said)
    if len(words) >= FEW and set(words) <= set(own):
        return True
    return not _near_grams(words).isdisjoint(_near_grams(own))


@dataclass(frozen=True, slots=True)
class Near:
    """What to look for nearly: what was `said`; what was `asked`, whose words say nothing; what `others` said."""

    said: tuple[str, ...]
    asked: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def near_in(text: str, wanted: Near) -> tuple[Span, ...]:
    """The sentences of a text that say nearly what somebody wrote: for a person to judge, and never by themselves."""
    common = {gram for each in (*wanted.asked, *wanted.others) for gram in _near_grams(plain_words(each))}
    known = {word for each in wanted.asked for word in plain_words(each)}
    said = [plain_words(each) for each in wanted.said]
    runs = {gram for words in said for gram in _near_grams(words)} - common
    told = [set(words) - known for words in said]
    return tuple(
        (one.start(), one.end()) for one in _SENTENCE.finditer(text) if _is_near(plain_words(one.group()), runs, told)
    )


def _is_near(words: list[str], runs: set[Words], told: Sequence[set[str]]) -> bool:
    if not _near_grams(words).isdisjoint(runs):
        return True
    here = set(words)
    return any(len(here & each) >= MANY and 2 * len(here & each) > len(each) for each in told)


def _found(text: str, words: Sequence[str], standing: Sequence[_Token], wanted: Sought) -> Iterator[Span]:
    for at, gram in enumerate(_grams(words)):
        if gram in wanted.runs:
            yield standing[at].start, standing[at + RUN - 1].end
    for length, each in wanted.whole.items():
        for at in range(len(words) - length + 1):
            if tuple(words[at : at + length]) in each:
                start, end = standing[at].start, standing[at + length - 1].end
                if length >= wanted.whole_from or _is_quoted(text, start, end):
                    yield start, end


def _is_quoted(text: str, start: int, end: int) -> bool:
    before, after = text[:start].rstrip(_BETWEEN), text[end:].lstrip(_BETWEEN)
    return before[-1:] in _OPENS and before != "" and after[:1] in _CLOSES and after != ""


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans that overlap as one."""
    last: Span | None = None
    for start, end in sorted(spans):
        if last is not None and start <= last[1]:
            last = last[0], max(last[1], end)
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last


def _grams(words: Sequence[str]) -> list[Words]:
    return [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]


def _near_grams(words: Sequence[str]) -> set[Words]:
    return {tuple(words[at : at + NEAR]) for at in range(len(words) - NEAR + 1)}


def _tokens(text: str) -> Iterator[_Token]:
    found, places = plain_with_places(text)
    for one in _WORD.finditer(found):
        end = places[one.end() - 1] + 1
        while end < len(text) and is_unseen(text[end]):
            end += 1
        yield _Token(one.group(), places[one.start()], end)


def _words(text: str) -> Words:
    return tuple(_WORD.findall(plain(text)))
