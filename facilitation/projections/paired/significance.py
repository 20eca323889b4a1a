"""Two exact tests on answers of the same people, for whoever asked for one beforehand, and never by default.

The sign test counts who went up and who went down, those who stayed left out (W. J. Dixon and A. M. Mood, “The
statistical sign test”, Journal of the American Statistical Association 41, 1946). The signed-rank test also ranks how
far each went: zeros are left out before ranking, equal distances share the middle of their ranks (F. Wilcoxon,
“Individual comparisons by ranking methods”, Biometrics Bulletin 1, 1945), and the p-value is counted over every way in
which the signs could fall on these very ranks, so that ties are exact too. Both look to both sides.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb
from typing import Literal

Named = Literal["sign", "signed-rank"]

MOST = 100
"""Pairs up to which every way is counted; above, the signed-rank test would take seconds of a live house."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a test gave. `used` people went one way or the other; `stayed` gave the same answer twice. `p` is absent
    where nobody moved, or too many did for every way to be counted.
    """

    test: Named
    used: int
    stayed: int
    p: Fraction | None


def reckoned(test: Named, differences: Sequence[Fraction]) -> Reckoned:
    """One test on how far each person went."""
    moved = [each for each in differences if each]
    found = sign_test(moved) if test == "sign" else signed_rank_test(moved)
    return Reckoned(test, len(moved), len(differences) - len(moved), found)


def sign_test(moved: Sequence[Fraction]) -> Fraction | None:
    """How often as uneven a split as this one, or more, where up and down are as likely."""
    n, few = len(moved), min(sum(each > 0 for each in moved), sum(each < 0 for each in moved))
    return min(Fraction(1), Fraction(2 * sum(comb(n, k) for k in range(few + 1)), 2**n)) if n else None


def signed_rank_test(moved: Sequence[Fraction]) -> Fraction | None:
    """How often as uneven a sum of ranks as this one, or more, where each difference could as well have been its
    opposite.
    """
    if not 0 < len(moved) <= MOST:
        return None
    ranks = twice_the_ranks(moved)
    up = sum(rank for rank, each in zip(ranks, moved, strict=True) if each > 0)
    few = min(up, sum(ranks) - up)
    ways = Counter({0: 1})
    for rank in ranks:
        further: Counter[int] = Counter(ways)
        for total, count in ways.items():
            further[total + rank] += count
        ways = further
    at_most = sum(count for total, count in ways.items() if total <= few)
    return min(Fraction(1), Fraction(2 * at_most, 2 ** len(moved)))


def twice_the_ranks(moved: Sequence[Fraction]) -> list[int]:
    """For each difference, twice its rank by distance: equal distances share the middle, which may be a half."""
    places: dict[Fraction, list[int]] = {}
    for place, distance in enumerate(sorted(map(abs, moved)), 1):
        places.setdefault(distance, []).append(place)
    return [places[abs(each)][0] + places[abs(each)][-1] for each in moved]
