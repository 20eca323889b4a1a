"""The themes of an experiment as a document tells them: how many contributions each holds, small numbers kept back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from facilitation.documentation.analysis.agreement import Agreement, agreement_on
from facilitation.projections.outcome.behind import told_apart

ENOUGH = 20
"""Contributions that two people have read: with fewer, one more or one less would change kappa a lot."""


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
    agreement: Agreement | None = None
    """How far two people who read apart saw it in the same; absent where `count` is, which it would give back."""

    @property
    def kappa(self) -> Fraction | None:
        """Agreement beyond chance, where enough was read by two to say so."""
        return self.agreement.kappa if self.agreement and self.agreement.n >= ENOUGH else None


@dataclass(frozen=True, slots=True)
class ThemeTable:
    """What was read and coded: how much (`read`) of how much there was (`of`), by how many people, and on how much they
    still differ. `double` is how much two people or more have read, where that is known.
    """

    rows: tuple[ThemeRow, ...]
    read: int
    coders: int
    open: int
    threshold: int
    of: int = 0
    double: int | None = None
    apart: int = 0
    """How much the two people have both read, each without the other, who have most in common."""

    @property
    def enough(self) -> bool:
        """Whether two have read enough in common for a kappa."""
        return self.apart >= ENOUGH


@dataclass(frozen=True, slots=True)
class Counted:
    """A theme to be counted: what is said of it, and what it holds."""

    name: str
    definition: str
    refs: tuple[str, ...]
    shown: tuple[str, ...] = ()
    one: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    """In what each of the two who have most in common saw it, of what both have read."""


@dataclass(frozen=True, slots=True)
class Coding:
    """What the team made of the material: its themes with the references that each holds, whoever may read these; how
    many are settled, by how many people; on which they still differ. No word of a participant is in it.
    """

    themes: tuple[Counted, ...] = ()
    settled: int = 0
    coders: int = 0
    open: tuple[str, ...] = ()
    read: tuple[str, ...] = ()
    double: tuple[str, ...] | None = None
    """What at least two people have read; unknown of a version that was published before it was kept, as `read` is."""
    apart: tuple[str, ...] = ()
    """What the two people have read who have most in common."""


def theme_table(
    coding: Coding, sessions: Mapping[str, int], people: Mapping[str, frozenset[str]], threshold: int
) -> ThemeTable | None:
    """The themes over what may be read, each reference with its session, where anything was coded."""
    if not coding.themes or not coding.settled:
        return None
    held = [replace(one, refs=_among(sessions, one.refs), shown=_among(sessions, one.shown)) for one in coding.themes]
    apart, still_open = _among(sessions, coding.apart), len(_among(sessions, coding.open))
    return ThemeTable(
        theme_rows(held, sessions, people, threshold, apart),
        read=len(_among(sessions, coding.read)) if coding.read else min(coding.settled + still_open, len(sessions)),
        coders=coding.coders,
        open=still_open,
        threshold=threshold,
        of=len(sessions),
        double=None if coding.double is None else len(_among(sessions, coding.double)),
        apart=len(apart),
    )


def _among(sessions: Mapping[str, int], refs: Iterable[str]) -> tuple[str, ...]:
    wanted = frozenset(refs)
    return tuple(ref for ref in sessions if ref in wanted)


def theme_rows(
    counted: Sequence[Counted],
    sessions: Mapping[str, int],
    people: Mapping[str, frozenset[str]],
    threshold: int,
    apart: Sequence[str] = (),
) -> tuple[ThemeRow, ...]:
    """The rows, the fullest theme first. `people` are who stands behind each reference, under any name at all; `apart`
    is what two people have read without each other.
    """
    sizes = [_fewest(one.refs, sessions, people) for one in counted]
    fine = told_apart(sizes, threshold)
    rows = [
        ThemeRow(
            one.name,
            one.definition,
            len(one.refs) if place in fine else None,
            tuple(sorted({sessions[ref] for ref in one.refs})) if place in fine else (),
            one.shown,
            agreement_on(one.one, one.other, apart) if apart and place in fine else None,
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
