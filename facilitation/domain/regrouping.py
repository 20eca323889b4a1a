"""Who meets whom next: new partners, tables that people move between, and the like or unlike put together."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from facilitation.domain.matching import shared_out

Groups = tuple[tuple[str, ...], ...]

MOST_TRIES = 40
"""Groups drawn before the best of them is kept, where no exact schedule is known."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a regrouping looks back on: earlier groups of its kind (oldest first), and what marks each person."""

    past: tuple[Groups, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    staying: frozenset[str] = frozenset()
    seed: str = ""
    in_rows: bool = False
    """Whether people are put together as they stand, as an example wants it."""


NOTHING_KNOWN = Known()


def even_sizes(people: int, count: int) -> list[int]:
    """Sizes of `count` groups, that differ by one at most, the larger ones first."""
    small, extra = divmod(people, count)
    return [small + (number < extra) for number in range(count)]


def cut(order: Sequence[str], sizes: Sequence[int]) -> Groups:
    """People in this order, in groups of these sizes."""
    groups, start = [], 0
    for size in sizes:
        groups.append(tuple(order[start : start + size]))
        start += size
    return tuple(groups)


def repeats(groups: Groups, past: Sequence[Groups]) -> int:
    """How many pairs of people are together again."""
    met = _met(past)
    return sum(frozenset(pair) in met for group in groups for pair in combinations(group, 2))


def _met(past: Sequence[Groups]) -> Counter[frozenset[str]]:
    return Counter(frozenset(pair) for groups in past for group in groups for pair in combinations(group, 2))


def new_partners(people: Sequence[str], sizes: Sequence[int], known: Known, draw: random.Random) -> Groups:
    """Groups in which as few people as possible meet again.

    Pairs follow the schedule of a tournament, which is exact; an odd person joins a pair, another one each time.
    Other sizes, or a room that has changed since, are drawn several times, and the best draw is kept.
    """
    met = _met(known.past)
    crowded = Counter(person for groups in known.past for person in _in_larger(groups))
    best: Groups = ()
    least: tuple[int, int] | None = None
    for groups in _proposals(people, sizes, known, met, draw):
        again = sum(frozenset(pair) in met for group in groups for pair in combinations(group, 2))
        cost = (again, sum(crowded[person] for person in _in_larger(groups)))
        if least is None or cost < least:
            best, least = groups, cost
        if least == (0, 0):
            break
    return best


def _in_larger(groups: Groups) -> list[str]:
    """Those whose group has one more than the others."""
    smallest = min(map(len, groups), default=0)
    return [person for group in groups if len(group) > smallest for person in group]


def _proposals(
    people: Sequence[str], sizes: Sequence[int], known: Known, met: Counter[frozenset[str]], draw: random.Random
) -> Iterator[Groups]:
    if sizes and max(sizes) <= 3 and min(sizes) == 2 and sizes.count(3) <= 1:
        order = sorted(people)
        random.Random(known.seed).shuffle(order)
        yield from _tournament(order, len(known.past))
    for _ in range(max(2, min(MOST_TRIES, 20_000 // max(1, len(people)) ** 2))):
        yield _drawn(people, sizes, met, draw)


def _tournament(order: Sequence[str], turn: int) -> Iterator[Groups]:
    """The pairs of one turn of a tournament; with an odd number, each way in which the one left over joins a pair."""
    odd = len(order) % 2
    around = order if odd else order[:-1]
    n = len(around)
    alone = around[turn % n]
    pairs = [(around[(turn + i) % n], around[(turn - i) % n]) for i in range(1, (n + 1) // 2)]
    if not odd:
        yield ((order[-1], alone), *pairs)
        return
    # The two people met on top belong to later turns of the tournament: the later these are, the better.
    half = (n + 1) // 2
    late = sorted(range(1, half), key=lambda i: -min((turn + i * half) % n, (turn - i * half) % n))
    for joined in late:
        yield tuple((*pair, alone) if i == joined else pair for i, pair in enumerate(pairs, 1))


def _drawn(people: Sequence[str], sizes: Sequence[int], met: Counter[frozenset[str]], draw: random.Random) -> Groups:
    left = list(people)
    draw.shuffle(left)
    groups: list[tuple[str, ...]] = []
    for size in sizes:
        group: list[str] = []
        for _ in range(size):
            who = min(left, key=lambda person: sum(met[frozenset((person, other))] for other in group))
            left.remove(who)
            group.append(who)
        groups.append(tuple(group))
    return tuple(groups)


def rotated(people: Sequence[str], known: Known, draw: random.Random) -> Groups:
    """The same tables, hosts where they were, everyone else at a table they have not been to, while there is one."""
    tables = known.past[-1]
    here = set(people)
    homes = [[person for person in table if person in here and person in known.staying] for table in tables]
    hosts = {person for home in homes for person in home}
    movers = [person for person in people if person not in hosts]
    draw.shuffle(movers)
    sizes = even_sizes(len(people), len(tables))
    room = [max(0, size - len(home)) for size, home in zip(sizes, homes, strict=True)]
    placed = _moved(movers, known.past, room)
    if min(sizes) > 1 and _someone_alone(homes, placed):
        # Better a table seen before than a table where one person sits alone.
        elsewhere = {person: [n for n, table in enumerate(tables) if person not in table] for person in movers}
        again = shared_out(elsewhere, room)
        placed = again if len(again) == len(movers) else placed
    return tuple(
        (*home, *(person for person in movers if placed[person] == number)) for number, home in enumerate(homes)
    )


def _someone_alone(homes: Sequence[Sequence[str]], placed: Mapping[str, int]) -> bool:
    coming = Counter(placed.values())
    return any(len(home) + coming[number] == 1 for number, home in enumerate(homes))


def _moved(movers: Sequence[str], past: Sequence[Groups], room: Sequence[int]) -> dict[str, int]:
    tables = range(len(room))
    been = {person: {n for groups in past for n in tables if person in groups[n]} for person in movers}
    new = {person: [n for n in tables if n not in been[person]] for person in movers}
    other = {person: new[person] or [n for n in tables if person not in past[-1][n]] or [*tables] for person in movers}
    for more in range(len(movers) + 1):
        placed = shared_out(other, [places + more for places in room])
        if len(placed) == len(movers):
            break
    return placed


def alike(people: Sequence[str], size: int | None, known: Known) -> Groups:
    """People with the same mark together; those who are the only ones of their kind make a group of their own."""
    piles = _piles(people, known)
    alone = [pile[0] for pile in piles if len(pile) == 1]
    groups = [
        group
        for pile in piles
        if len(pile) > 1
        for group in cut(pile, even_sizes(len(pile), max(1, len(pile) // size) if size else 1))
    ]
    if len(alone) == 1 and groups:
        smallest = min(range(len(groups)), key=lambda n: len(groups[n]))
        groups[smallest] = (*groups[smallest], *alone)
    elif alone:
        groups.append(tuple(alone))
    return tuple(groups)


def unlike(people: Sequence[str], count: int, known: Known) -> Groups:
    """People dealt out pile by pile, so that each group has as many different marks as there can be."""
    order = [person for pile in _piles(people, known) for person in pile]
    return tuple(tuple(order[number::count]) for number in range(count))


def _piles(people: Sequence[str], known: Known) -> list[list[str]]:
    piles: dict[str, list[str]] = {}
    for person in people:
        piles.setdefault(known.marks.get(person, ""), []).append(person)
    return [piles[mark] for mark in sorted(piles)]
