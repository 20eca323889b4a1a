"""Which cards speak of the same thing: clusters proposed from their words alone, the same every time."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from facilitation.domain.plain_letters import as_seen

MOST = 300
"""More cards than this are not compared: it would keep others waiting."""

NEAR = 0.09
"""How alike two heaps of cards must be, on average, to become one; found by trying it on invented cards."""

_WORD = re.compile(r"[a-z0-9]+")
_SAYING_NOTHING = """
ainsi alors apres assez aucun aussi autre autres avant avec avoir bien car cela celle celui ces cet cette ceux
chaque chez ci comme comment dans de des deux dire doit donc du elle elles en encore entre est et etre eux fait
faire faut il ils jamais je la le les leur leurs lors lui ma mais meme mes moins mon ne nos notre nous on ont ou par
parce pas peu peut plus pour pouvoir pourquoi qu quand que quel quelle qui quoi sa sans se selon ses si soi soit son
sont sous sur ta tes toi ton toujours tous tout toute toutes tres trop un une va vers vos votre vous a about all
also an and any are as at be because been but by can could do does each for from had has have he her his how if in
into is it its just me more most my no not of on one only or other our out over own people same she should so some
such than that the their them then there these they this to too under up us very was we were what when where which
who will with would you your
"""
"""French and English words that say nothing of the matter."""

_EMPTY = frozenset(_SAYING_NOTHING.split())

Features = Counter[str]
"""What two texts may have in common, and how often each thing is there."""


Vectors = Mapping[str, Mapping[str, float]]
"""Texts by their ids, each as a vector of length one in which rare things weigh more."""


@dataclass(frozen=True, slots=True)
class Likely:
    """Cards that could stand together, and the words that they share."""

    cards: tuple[str, ...]
    words: tuple[str, ...]


def likely_clusters(cards: Sequence[tuple[str, str]]) -> tuple[Likely, ...]:
    """Proposed clusters of two cards or more, the largest first; cards are pairs of an id and its text."""
    if len(cards) > MOST:
        return ()
    vectors = _weighed([features_of(text) for _, text in cards])
    heaps = _heaped(vectors)
    found = [Likely(tuple(cards[n][0] for n in heap), _shared([cards[n][1] for n in heap])) for heap in heaps]
    return tuple(sorted(found, key=lambda one: -len(one.cards)))


def weighed(cards: Sequence[tuple[str, Features]]) -> Vectors:
    """Cards, each an id and the features of its text, ready to be compared: long to make, the same every time."""
    return dict(zip((id for id, _ in cards), _weighed([found for _, found in cards]), strict=True))


def likely_groups(
    vectors: Vectors, groups: Mapping[int, Sequence[str]], wanted: Collection[str] | None = None
) -> dict[str, tuple[int, ...]]:
    """For each card that is wanted (or all), the groups of other cards that it reads like on average, the nearest
    first.
    """
    heaps = {group: [vectors[id] for id in ids if id in vectors] for group, ids in groups.items()}
    sums = {group: _added(heap) for group, heap in heaps.items() if heap}
    found: dict[str, tuple[int, ...]] = {}
    for id, vector in vectors.items() if wanted is None else ((id, vectors[id]) for id in vectors if id in wanted):
        scores: list[tuple[float, int]] = []
        for group, added in sums.items():
            inside = id in groups[group]
            size = len(heaps[group]) - inside
            score = (_product(vector, added) - inside * _product(vector, vector)) / size if size else 0.0
            if round(score, 9) >= NEAR:
                scores.append((-round(score, 9), group))
        found[id] = tuple(group for _, group in sorted(scores))
    return found


def plain_words(text: str) -> list[str]:
    """The words of a text without accents, capitals or plural, those that say nothing left out."""
    return [_stem(word) for word in _WORD.findall(as_seen(text)) if word not in _EMPTY and len(word) > 2]


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def features_of(text: str) -> Features:
    """Words, and pieces of four letters of each: `accueillir` is near `accueil`."""
    found: Counter[str] = Counter()
    for word in plain_words(text):
        found[word] += 2
        edged = f" {word} "
        for at in range(len(edged) - 3):
            found["~" + edged[at : at + 4]] += 1
    return found


def _weighed(counts: Sequence[Counter[str]]) -> list[dict[str, float]]:
    """Rare words weigh more than those on many cards; each card as a vector of length one."""
    spread = Counter(feature for found in counts for feature in found)
    vectors = []
    for found in counts:
        raw = {one: n * math.log(1 + len(counts) / spread[one]) for one, n in found.items()}
        length = math.sqrt(math.fsum(weight * weight for weight in raw.values())) or 1.0
        vectors.append({one: weight / length for one, weight in raw.items() if spread[one] > 1})
    return vectors


def _heaped(vectors: Sequence[Mapping[str, float]]) -> list[tuple[int, ...]]:
    """The two nearest heaps become one, as long as they are near on average; ties go to the cards written first."""
    near = _nearness(vectors)
    heaps: dict[int, tuple[int, ...]] = {n: (n,) for n in range(len(vectors))}
    queue = [(-score, *pair) for pair, score in near.items() if score >= NEAR]
    heapify(queue)
    while queue:
        score, a, b = heappop(queue)
        if near.get((a, b)) != -score:
            # One of the two has grown since.
            continue
        size_a, size_b = len(heaps[a]), len(heaps[b])
        for other in heaps:
            if other not in (a, b):
                pair, gone = (min(a, other), max(a, other)), (min(b, other), max(b, other))
                mean = round((near.pop(pair, 0.0) * size_a + near.pop(gone, 0.0) * size_b) / (size_a + size_b), 9)
                if mean:
                    near[pair] = mean
                if mean >= NEAR:
                    heappush(queue, (-mean, *pair))
        del near[a, b]
        heaps[a] = tuple(sorted((*heaps[a], *heaps.pop(b))))
    return [heap for heap in heaps.values() if len(heap) > 1]


def _added(vectors: Iterable[Mapping[str, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for vector in vectors:
        for feature, weight in vector.items():
            found[feature] = found.get(feature, 0.0) + weight
    return found


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return math.fsum(weight * other[feature] for feature, weight in one.items() if feature in other)


def _nearness(vectors: Sequence[Mapping[str, float]]) -> dict[tuple[int, int], float]:
    holders: dict[str, list[int]] = {}
    for number, vector in enumerate(vectors):
        for feature in sorted(vector):
            holders.setdefault(feature, []).append(number)
    found: dict[tuple[int, int], float] = {}
    for feature, rows in sorted(holders.items()):
        for place, a in enumerate(rows):
            for b in rows[place + 1 :]:
                found[a, b] = found.get((a, b), 0.0) + vectors[a][feature] * vectors[b][feature]
    return {pair: round(score, 9) for pair, score in found.items()}


def _shared(texts: Iterable[str]) -> tuple[str, ...]:
    """Up to three words that at least two of the cards have: nobody's sentence becomes a title."""
    on_cards: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    for text in texts:
        for word in dict.fromkeys(plain_words(text)):
            on_cards[word] += 1
        for raw in re.findall(r"\w+", text):
            for stem in plain_words(raw)[:1]:
                written.setdefault(stem, Counter())[raw.lower()] += 1
    common = [word for word, count in on_cards.most_common() if count > 1][:3]
    return tuple(max(written[word].items(), key=lambda item: item[1])[0] for word in common if word in written)
