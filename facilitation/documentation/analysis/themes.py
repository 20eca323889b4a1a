"""The themes of an experiment as a document tells them: how many contributions each holds, small numbers kept back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from facilitation.projections.outcome.behind import told_apart


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme. `count` and `sessions` are absent where too few people stand behind it, or behind another from which its
    number could be worked out.
    """

    name: str
    definition: str
    count: int | None
    sessions: tuple[int, ...]
    shown: tuple[str, ...] = ()
    """The references of the contributions that show what belongs to it."""


@dataclass(frozen=True, slots=True)
class ThemeTable:
    """What was read and coded: how much, by how many people, and on how much of it they still differ."""

    rows: tuple[ThemeRow, ...]
    read: int
    coders: int
    open: int
    threshold: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A theme to be counted: what is said of it, and what it holds."""

    name: str
    definition: str
    refs: tuple[str, ...]
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coding:
    """What the team made of the material: its themes with the references that each holds, whoever may read these; how
    many are settled, by how many people; on which they still differ. No word of a participant is in it.
    """

    themes: tuple[Counted, ...] = ()
    settled: int = 0
    coders: int = 0
    open: tuple[str, ...] = ()


def theme_table(
    coding: Coding, sessions: Mapping[str, int], people: Mapping[str, frozenset[str]], threshold: int
) -> ThemeTable | None:
    """The themes over what may be read, each reference with its session, where anything was coded."""
    if not coding.themes or not coding.settled:
        return None
    held = [replace(one, refs=_among(sessions, one.refs), shown=_among(sessions, one.shown)) for one in coding.themes]
    return ThemeTable(
        theme_rows(held, sessions, people, threshold),
        read=len(sessions),
        coders=coding.coders,
        open=len(_among(sessions, coding.open)),
        threshold=threshold,
    )


def _among(sessions: Mapping[str, int], refs: Iterable[str]) -> tuple[str, ...]:
    wanted = frozenset(refs)
    return tuple(ref for ref in sessions if ref in wanted)


def theme_rows(
    counted: Sequence[Counted], sessions: Mapping[str, int], people: Mapping[str, frozenset[str]], threshold: int
) -> tuple[ThemeRow, ...]:
    """The rows, the fullest theme first. `people` are who stands behind each reference, under any name at all."""
    sizes = [_fewest(one.refs, sessions, people) for one in counted]
    fine = told_apart(sizes, threshold)
    rows = [
        ThemeRow(
            one.name,
            one.definition,
            len(one.refs) if place in fine else None,
            tuple(sorted({sessions[ref] for ref in one.refs})) if place in fine else (),
            one.shown,
        )
        for place, one in enumerate(counted)
        if one.refs
    ]
    return tuple(sorted(rows, key=lambda row: (row.count is None, -(row.count or 0), row.name)))


def _fewest(refs: Iterable[str], sessions: Mapping[str, int], people: Mapping[str, frozenset[str]]) -> int:
    """How many people there are at least: nobody is recognised in another session, so the fullest session counts."""
    by_session: dict[int, set[str]] = {}
    for ref in refs:
        by_session.setdefault(sessions[ref], set()).update(people.get(ref, frozenset()))
    return max((len(one) for one in by_session.values()), default=0)
