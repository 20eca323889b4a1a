"""What may be told of few people who answered twice: a number is kept back with all from which it could be found."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

Pair = tuple[Fraction, Fraction]
Counts = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Directions:
    """How many answered higher, the same, lower the second time; absent where that is kept back.

    Those that are kept back come to `together`.
    """

    up: int | None
    same: int | None
    down: int | None
    together: int = 0

    @property
    def cells(self) -> tuple[int | None, int | None, int | None]:
        """The three, in that order."""
        return (self.up, self.same, self.down)


def counted(pairs: Sequence[Pair]) -> Counts:
    """How many of some pairs go up, stay, go down."""
    ways = Counter(_way(first, second) for first, second in pairs)
    return (ways[0], ways[1], ways[2])


def directions(counts: Counts, fewest: int) -> Directions:
    """The three numbers, without those below `fewest`, nor any from which those could be worked out.

    Beside a small number only the largest is told, and that where the others come to `fewest` people and could be
    parted in more than one way, also for those who know this rule; otherwise none of them.
    """
    if not any(0 < count < fewest for count in counts):
        return Directions(*counts)
    whole, largest = sum(counts), max(counts)
    rest = whole - largest
    if largest < fewest or counts.count(largest) > 1 or rest < fewest or _ways_to_part(rest, largest, fewest) < 2:
        return Directions(None, None, None, whole)
    up, same, down = (count if count == largest else None for count in counts)
    return Directions(up, same, down, rest)


def _ways_to_part(rest: int, largest: int, fewest: int) -> int:
    """In how many ways two numbers, one of them small, come to the rest below the largest."""
    parted = ((one, rest - one) for one in range(rest + 1))
    return sum(max(both) < largest and any(0 < count < fewest for count in both) for both in parted)


def spread_is_safe(pairs: Sequence[Pair], fewest: int) -> bool:
    """Whether the two distributions leave open what the directions keep back.

    They do if other pairs, with the same answers at each moment, would be told in the same words: found by letting two
    people exchange their second answers.
    """
    counts = counted(pairs)
    told = directions(counts, fewest)
    closed = {place for place, count in enumerate(counts) if 0 < count < fewest}
    for other in _exchanged(pairs, counts) if closed else ():
        if directions(other, fewest) == told:
            closed -= {place for place in closed if other[place] != counts[place]}
        if not closed:
            break
    return not closed


def _exchanged(pairs: Sequence[Pair], counts: Counts) -> Iterator[Counts]:
    kinds = sorted(set(pairs))
    for at, (first, second) in enumerate(kinds):
        for third, fourth in kinds[at + 1 :]:
            found = list(counts)
            for place in (_way(first, second), _way(third, fourth)):
                found[place] -= 1
            for place in (_way(first, fourth), _way(third, second)):
                found[place] += 1
            yield (found[0], found[1], found[2])


def _way(first: Fraction, second: Fraction) -> int:
    return 0 if second > first else 1 if second == first else 2


def apart(one: frozenset[str], other: frozenset[str], fewest: int) -> bool:
    """Whether what is told of these people, beside what is told of those, tells of fewer than `fewest` of them."""
    return any(0 < len(rest) < fewest for rest in (one - other, other - one))
