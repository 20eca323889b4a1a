"""A network for readers outside: organisations go by letters, so that nobody reads off which of them has no tie."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from facilitation.domain.format import Text
from facilitation.projections.pictures.links import same
from facilitation.projections.pictures.material import UNSAID, Material, Ties, TiesTwice
from facilitation.projections.pictures.ties import strong

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def nameless(found: Material) -> Material:
    """The same network, its organisations under letters: the most linked first, since the order in which they stand
    elsewhere would name them. Any other material stays as it is.
    """
    match found:
        case Ties():
            return _under(found, _letters((found,)))
        case TiesTwice():
            letters = _letters((found.first, found.second))
            return replace(found, first=_under(found.first, letters), second=_under(found.second, letters))
    return found


def _letters(networks: Iterable[Ties]) -> Mapping[str, Text]:
    """One letter for one organisation, in all of these networks."""
    weight: dict[str, int] = {}
    for found in networks:
        counted = strong(found)
        for at, name in enumerate(found.names):
            weight[same(name.fr)] = weight.get(same(name.fr), 0) + sum(at in pair for pair in counted)
    # Equals stand in an order of nobody's choosing.
    order = sorted(weight, key=lambda name: (-weight[name], sha256(name.encode()).digest()))
    return {name: _letter(at) for at, name in enumerate(order)}


def _letter(at: int) -> Text:
    turn, place = divmod(at, len(LETTERS))
    letter = f"{LETTERS[place]}{turn + 1 if turn else ''}"
    return Text(f"Structure {letter}", f"Organisation {letter}")


def _under(found: Ties, letters: Mapping[str, Text]) -> Ties:
    names = [name if name == UNSAID else letters[same(name.fr)] for name in found.names]
    order = sorted(range(len(names)), key=lambda at: (names[at] == UNSAID, len(names[at].fr), names[at].fr))
    levels = tuple(tuple(found.levels[row][column] for column in order) for row in order)
    return Ties(found.title, tuple(names[at] for at in order), levels, found.highest)
