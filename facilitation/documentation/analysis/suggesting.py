"""Themes that a contribution could belong to: what the room had put together, and what reads alike. Never applied."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from facilitation.documentation.analysis.units import Unit
from facilitation.domain.similar import Vectors, features_of, likely_groups, weighed


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A theme, and why: the room had put the contribution under its title, or it reads like others."""

    theme: int
    why: Literal["board", "words"]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a theme beforehand: its words, the contributions that show it, those the room had put there."""

    theme: int
    words: str
    shown: tuple[str, ...] = ()
    board: frozenset[str] = frozenset()


def weighed_in(units: Iterable[Unit], known: Iterable[Known]) -> Vectors:
    """What the words of contributions and themes are compared by: the longest part of suggesting, and the same until
    one of them changes.
    """
    texts = [(unit.ref, features_of(unit.words)) for unit in units]
    return weighed([*texts, *((_name(one), features_of(one.words)) for one in known)])


def suggestions(
    units: Sequence[Unit],
    known: Iterable[Known],
    coded: Mapping[str, frozenset[int]],
    vectors: Vectors | None = None,
    wanted: Collection[str] | None = None,
) -> dict[str, tuple[Suggestion, ...]]:
    """For each contribution that is wanted (or all), by its reference, the themes it could belong to, without those
    already seen in it.

    `coded` is what one coder sees: what others see would whisper to them.
    """
    asked = tuple(known)
    if not asked:
        return {}
    alike = _alike(vectors if vectors is not None else weighed_in(units, asked), asked, coded, wanted)
    found: dict[str, tuple[Suggestion, ...]] = {}
    for unit in units if wanted is None else [unit for unit in units if unit.ref in wanted]:
        seen = coded.get(unit.ref, frozenset())
        board = [Suggestion(one.theme, "board") for one in asked if unit.ref in one.board]
        there = seen | {one.theme for one in board}
        words = [Suggestion(theme, "words") for theme in alike.get(unit.ref, ()) if theme not in there]
        if fresh := [one for one in (*board, *words) if one.theme not in seen]:
            found[unit.ref] = tuple(fresh)
    return found


def _name(one: Known) -> str:
    return f"#{one.theme}"


def _alike(
    vectors: Vectors,
    known: Iterable[Known],
    coded: Mapping[str, frozenset[int]],
    wanted: Collection[str] | None,
) -> dict[str, tuple[int, ...]]:
    heaps = {one.theme: [_name(one), *one.shown] for one in known}
    for ref, seen in coded.items():
        for theme in seen & heaps.keys():
            heaps[theme] += [ref] if ref not in heaps[theme] else []
    return likely_groups(vectors, heaps, wanted)
