"""Who is with whom: named strategies that work for any head-count, drawn from a seed."""

import random
from collections.abc import Sequence
from fractions import Fraction

from facilitation.domain.expressions import Scope, evaluate, parse
from facilitation.domain.format import Grouping
from facilitation.domain.regrouping import (
    NOTHING_KNOWN,
    Groups,
    Known,
    alike,
    cut,
    even_sizes,
    new_partners,
    rotated,
    unlike,
)


def form_groups(
    grouping: Grouping,
    people: Sequence[str],
    earlier: Groups,
    scope: Scope,
    draw: random.Random,
    known: Known = NOTHING_KNOWN,
) -> Groups:
    """Put people together: ids, group by group; nobody is in two groups.

    `earlier` are the groups of the stage that the strategy names (`of`), used by "merge" and "same as";
    `known` is what the other ways of regrouping look back on.
    Everybody in `people` is in exactly one group of the result.
    """
    match grouping.how:
        case "alone":
            return tuple((person,) for person in people)
        case "everyone":
            return (tuple(people),) if people else ()
        case "same as":
            return _with_newcomers(_only(earlier, people), people)
        case "merge":
            return _merged(grouping, _with_newcomers(_only(earlier, people), people))
        case "among" | "cards of":
            # Nobody is in them yet: who goes where is said later.
            return ((),) * len(grouping.among)
        case "size":
            return _sized(grouping, people, scope, draw, known)


def _sized(grouping: Grouping, people: Sequence[str], scope: Scope, draw: random.Random, known: Known) -> Groups:
    size = size_of(grouping, scope)
    order = list(people)
    if not known.in_rows:
        draw.shuffle(order)
    if not order:
        return ()
    larger = grouping.leftover != "make a smaller group"
    count = max(1, len(order) // size) if larger else -(-len(order) // size)
    # Sizes differ by one at most, so that a leftover is shared out instead of falling on one group.
    sizes = even_sizes(len(order), count)
    match grouping.form:
        case "new partners" | "total strangers" if not known.in_rows:
            return new_partners(people, sizes, known, draw)
        case "rotating" if known.past:
            return rotated(people, known, draw)
        case "same answer":
            return alike(order, size if grouping.size else None, known)
        case "different answers" | "mixed roles":
            return unlike(order, count, known)
    return cut(order, sizes)


def size_of(grouping: Grouping, scope: Scope) -> int:
    """The size that groups should have, 1 or more."""
    value = evaluate(parse(grouping.size or "1"), scope)
    return max(1, int(value)) if isinstance(value, Fraction) else 1


def _merged(grouping: Grouping, earlier: Groups) -> Groups:
    by = max(1, grouping.by)
    order = sorted(earlier, key=len)
    merged = [tuple(person for group in order[n : n + by] for person in group) for n in range(0, len(order), by)]
    rest = order[len(order) // by * by :]
    # A trio left over among pairs can talk on its own; only a leftover no larger than the others has to join one.
    small = bool(rest) and sum(map(len, rest)) <= len(order[0]) * max(1, by - 1)
    if small and len(merged) > 1 and grouping.leftover != "stay apart":
        last = merged.pop()
        smallest = min(range(len(merged)), key=lambda n: len(merged[n]))
        merged[smallest] = merged[smallest] + last
    return tuple(merged)


def _only(groups: Groups, people: Sequence[str]) -> Groups:
    here = set(people)
    kept = (tuple(person for person in group if person in here) for group in groups)
    return tuple(group for group in kept if group)


def _with_newcomers(groups: Groups, people: Sequence[str]) -> Groups:
    placed = {person for group in groups for person in group}
    for person in people:
        if person not in placed:
            groups = place(groups, person)
    return groups


def place(groups: Groups, person: str) -> Groups:
    """Put one more person into the smallest group (the first of them)."""
    if not groups:
        return ((person,),)
    smallest = min(range(len(groups)), key=lambda n: len(groups[n]))
    return tuple((*group, person) if n == smallest else group for n, group in enumerate(groups))


def move(groups: Groups, person: str, to: int) -> Groups:
    """Put a person into group `to`, out of any other; a group left empty stays, so that numbers keep their meaning."""
    without = tuple(tuple(p for p in group if p != person) for group in groups)
    return tuple((*group, person) if n == to else group for n, group in enumerate(without))
