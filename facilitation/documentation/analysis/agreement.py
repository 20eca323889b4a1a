"""How far two people who coded apart agree: counted, and corrected for chance by Cohen's kappa.

Kappa is Cohen's of 1960 (A coefficient of agreement for nominal scales, Educational and Psychological Measurement
20(1), 37-46): (observed - expected) / (1 - expected), where `expected` is how often two people who see the theme as
often as these two do, but blindly, would say the same.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

Sets = Mapping[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One theme over what both have looked at: seen by both, by the first alone, by the second alone, by neither."""

    both: int
    first: int
    second: int
    neither: int

    @property
    def n(self) -> int:
        """How many contributions both have looked at."""
        return self.both + self.first + self.second + self.neither

    @property
    def same(self) -> int:
        """How often they said the same."""
        return self.both + self.neither

    @property
    def kappa(self) -> Fraction | None:
        """Agreement beyond chance; none where neither could have differed: both said always, or never."""
        if self.n == 0:
            return None
        one, other = Fraction(self.both + self.first, self.n), Fraction(self.both + self.second, self.n)
        expected = one * other + (1 - one) * (1 - other)
        return None if expected == 1 else (Fraction(self.same, self.n) - expected) / (1 - expected)


def agreement_on(one: Collection[str], other: Collection[str], apart: Iterable[str]) -> Agreement:
    """One theme over what two people have read apart, each with the references in which they saw it."""
    return _counted((ref in one, ref in other) for ref in apart)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two coders: on each theme, on whole sets of themes, and where they differ."""

    n: int
    same_sets: int
    by_theme: Mapping[int, Agreement]
    differing: tuple[str, ...]


def compared(one: Sets, other: Sets, themes: Iterable[int], refs: Iterable[str]) -> Compared:
    """Two coders over what both have looked at, among the references that still lead somewhere."""
    common = [ref for ref in refs if ref in one and ref in other]
    differing = tuple(ref for ref in common if one[ref] != other[ref])
    by_theme = {theme: _agreement(theme, [(one[ref], other[ref]) for ref in common]) for theme in themes}
    return Compared(len(common), len(common) - len(differing), by_theme, differing)


def closest(by_coder: Mapping[int, Sets]) -> tuple[tuple[Sets, Sets], tuple[str, ...]]:
    """The two coders who have read most in common, the first of those who have as much; and what that is."""
    pairs = [(pair, tuple(sorted(pair[0].keys() & pair[1].keys()))) for pair in combinations(_in_order(by_coder), 2)]
    return max(pairs, key=lambda found: len(found[1]), default=(({}, {}), ()))


def _in_order(by_coder: Mapping[int, Sets]) -> list[Sets]:
    return [by_coder[who] for who in sorted(by_coder)]


def _agreement(theme: int, pairs: Iterable[tuple[frozenset[int], frozenset[int]]]) -> Agreement:
    return _counted((theme in one, theme in other) for one, other in pairs)


def _counted(pairs: Iterable[tuple[bool, bool]]) -> Agreement:
    said = list(pairs)
    return Agreement(
        both=said.count((True, True)),
        first=said.count((True, False)),
        second=said.count((False, True)),
        neither=said.count((False, False)),
    )
