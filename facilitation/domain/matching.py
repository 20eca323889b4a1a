"""Giving things out so that nobody gets what they may not have, and nobody gets much more than the others."""

from collections.abc import Mapping, Sequence


def shared_out(wishes: Mapping[str, Sequence[int]], *rooms: Sequence[int]) -> dict[str, int]:
    """One place for each of `wishes`, among those it accepts (the first liked best), `room[n]` in place `n`.

    As many as possible are placed (augmenting paths); those who cannot be are absent from the answer. With several
    `rooms`, each larger than the one before, the places of the first are filled before the second gives more.
    """
    inside: list[list[str]] = [[] for _ in rooms[0]]
    for room in rooms:
        placed = {one for ones in inside for one in ones}
        for one in wishes:
            if one not in placed:
                _place(one, wishes, room, inside, set())
    return {one: number for number, ones in enumerate(inside) for one in ones}


def _place(
    one: str, wishes: Mapping[str, Sequence[int]], room: Sequence[int], inside: list[list[str]], tried: set[int]
) -> bool:
    for place in wishes[one]:
        if place in tried:
            continue
        tried.add(place)
        if len(inside[place]) < room[place]:
            inside[place].append(one)
            return True
        for other in tuple(inside[place]):
            if _place(other, wishes, room, inside, tried):
                inside[place].remove(other)
                inside[place].append(one)
                return True
    return False
