"""How far two people who coded apart agree: counted, and corrected for chance by Cohen's kappa.

Kappa is Cohen's of 1960 (A coefficient of agreement for nominal scales, Educational and Psychological Measurement
20(1), 37-46): (observed - expected) / (1 - expected), where `expected` is how often two people who see the theme as
often as these two do, but blindly, would say the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

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


def _agreement(theme: int, pairs: Iterable[tuple[frozenset[int], frozenset[int]]]) -> Agreement:
    said = [(theme in one, theme in other) for one, other in pairs]
    return Agreement(
        both=said.count((True, True)),
        first=said.count((True, False)),
        second=said.count((False, True)),
        neither=said.count((False, False)),
    )
