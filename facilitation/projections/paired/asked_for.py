"""Tests that the team asked for, of which comparison and why; and what is told of each, or that nothing may be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitation.projections.paired.shapes import Comparison, Tried
from facilitation.projections.paired.significance import Named, reckoned
from facilitation.projections.paired.small import Pair
from facilitation.projections.paired.which import Sort


@dataclass(frozen=True, slots=True)
class Wanted:
    """A test of one comparison, and why the team wants it. `form` is the format that asks the question first;
    `beforehand` says whether this was fixed before the first session began.
    """

    form: str
    question: str
    sort: Sort
    test: Named
    why: str
    beforehand: bool = True


def tests_told(
    found: Comparison, pairs: Sequence[Pair], root: tuple[str, str], wanted: Iterable[Wanted]
) -> tuple[Tried, ...]:
    """What is told of the tests that were asked for of one comparison; `root` is its format and first question."""
    every = tuple(wanted)
    asked = (one for one in every if (one.form, one.question) == root and one.sort == found.sort)
    return tuple(_told(found, pairs, one, len(every)) for one in asked)


def _told(found: Comparison, pairs: Sequence[Pair], one: Wanted, among: int) -> Tried:
    if not _may_be(found, one.test):
        return Tried(one.test, one.why, one.beforehand, among, kept_back=True)
    made = reckoned(one.test, [second - first for first, second in pairs])
    return Tried(one.test, one.why, one.beforehand, among, False, made.used, made.stayed, made.p)


def _may_be(found: Comparison, test: Named) -> bool:
    """A test tells no more than the numbers beside it: all three ways for one, both distributions for the other."""
    told = found.both is not None and found.directions is not None and not found.directions.together
    return told and (test == "sign" or found.sides is not None)
