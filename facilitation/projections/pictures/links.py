"""Links from rows of words, and the loops they close."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from facilitation.domain.format import Option, Text
from facilitation.projections.pictures.material import Link, Links

MORE = ("+", "augmente", "monte", "grandit", "plus", "grows", "increases", "more", "up")
LESS = ("-", "\u2212", "diminue", "baisse", "moins", "shrinks", "decreases", "less", "down")
LONGEST = 8
MOST = 60
"""More loops than this are counted, not listed: nobody reads them."""


@dataclass(frozen=True, slots=True)
class Loop:
    """Things that lead back to the first. `balancing` is absent where a link has no sign."""

    places: tuple[int, ...]
    balancing: bool | None


def same(words: str) -> str:
    """Words as they are compared: whatever the case, the accents, the spaces and the full stop."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(letters.split()).strip(" .;:,!?«»\"'")


def links_of(
    title: Text, rows: Iterable[Sequence[str]], known: Sequence[Text], options: Sequence[Option], signs: bool
) -> Links:
    """Rows of from, to, kind: equal ones are counted together. Known names come first, others as they are met."""
    names = list(known)
    places = {same(words): at for at, name in enumerate(names) for words in (name.fr, name.en)}
    found: Counter[tuple[int, int, int]] = Counter()
    for row in rows:
        start, end, kind = (*(cell.strip() for cell in row[:3]), "", "", "")[:3]
        if not same(start) or not same(end) or same(start) == same(end):
            continue
        for words in (start, end):
            if same(words) not in places:
                places[same(words)] = len(names)
                names.append(Text.same(words))
        found[places[same(start)], places[same(end)], _sort(kind, options, signs)] += 1
    links = tuple(Link(start, end, count, sort) for (start, end, sort), count in found.items())
    return Links(title, tuple(names), links, tuple(option.label for option in options), signs)


def _sort(kind: str, options: Sequence[Option], signs: bool) -> int:
    plain = same(kind) or kind.strip()
    for at, option in enumerate(options, 1):
        if plain in (same(option.label.fr), same(option.label.en), option.id):
            return at
    if signs and plain:
        return 1 if plain.startswith(MORE) else 2 if plain.startswith(LESS) else 0
    return 0


def strongest(found: Links) -> tuple[Link, ...]:
    """One link for each pair and direction: the kind that most named, the first of equals."""
    best: dict[tuple[int, int], Link] = {}
    for link in found.links:
        known = best.get((link.start, link.end))
        if known is None or link.count > known.count:
            best[link.start, link.end] = link
    return tuple(best.values())


def linked(found: Links) -> Links:
    """The same without the things that no link touches."""
    return kept(found, {place for link in found.links for place in (link.start, link.end)})


def kept(found: Links, places: Iterable[int]) -> Links:
    """The same with these things alone, in their order, and the links between them."""
    order = sorted(places)
    at = {place: number for number, place in enumerate(order)}
    links = tuple(
        replace(link, start=at[link.start], end=at[link.end])
        for link in found.links
        if link.start in at and link.end in at
    )
    return replace(found, names=tuple(found.names[place] for place in order), links=links)


def loops_of(found: Links) -> tuple[Loop, ...]:
    """Every loop of at most eight things, each once, the shortest first. A balancing one has an odd number of turns."""
    kinds = {(link.start, link.end): link.sort for link in strongest(found)}
    onward: dict[int, list[int]] = {}
    for start, end in sorted(_in_circles(frozenset(kinds))):
        onward.setdefault(start, []).append(end)
    loops: list[Loop] = []
    for length in range(2, LONGEST + 1):
        for places in _cycles(onward, length):
            signs = [kinds[pair] for pair in zip(places, (*places[1:], places[0]), strict=True)]
            loops.append(Loop(places, None if 0 in signs else signs.count(2) % 2 == 1))
            if len(loops) >= MOST:
                return tuple(loops)
    return tuple(loops)


def _in_circles(pairs: frozenset[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """The links that may close a loop: what nothing leads to, or what leads nowhere, is taken off until all is left."""
    while True:
        starts, ends = {start for start, _ in pairs}, {end for _, end in pairs}
        kept = frozenset(pair for pair in pairs if pair[0] in ends and pair[1] in starts)
        if kept == pairs:
            return kept
        pairs = kept


def _cycles(onward: dict[int, list[int]], length: int) -> Iterator[tuple[int, ...]]:
    """Cycles of one length, each from its smallest member."""
    for first in sorted(onward):
        yield from _walk(onward, (first,), length)


def _walk(onward: dict[int, list[int]], path: tuple[int, ...], length: int) -> Iterator[tuple[int, ...]]:
    for end in onward.get(path[-1], ()):
        if end == path[0] and len(path) == length:
            yield path
        elif end > path[0] and end not in path and len(path) < length:
            yield from _walk(onward, (*path, end), length)
