"""Where a text says nearly what somebody else wrote, in other words, another order: for a person to judge."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from facilitation.domain.copied import Span, Words
from facilitation.domain.similar import plain_words

FEW: Final = 2
"""Telling words that make a whole title somebody's own, if all of them are theirs: a single one is everybody's."""

NEAR: Final = 3
"""So many telling words in a row are nearly a quotation: words that say nothing are left out, endings do not count."""

MANY: Final = 4
"""So many telling words of one contribution in one sentence say it in another order, if they are most of it."""

_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")


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


def _near_grams(words: Sequence[str]) -> set[Words]:
    return {tuple(words[at : at + NEAR]) for at in range(len(words) - NEAR + 1)}
