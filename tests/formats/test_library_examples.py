"""What every format of the library tries itself with: a refusal, a dropout, a latecomer, rooms of awkward sizes."""

from functools import cache

import pytest

from facilitation.domain.format import GONE, NOT_YET, Example, Format
from facilitation.domain.session import Session
from facilitation.formats.performance import Played, play
from facilitation.places import workshop_formats
from tests.formats.shipped import library

AWKWARD = (1, 2, 3, 5, 7, 11, 23)
NAMES = tuple(path.stem for path in sorted(workshop_formats().glob("*.yaml")))
NOBODY_LATE = ("check-in-round", "impromptu-networking")
"""All that people hand in, they hand in at the very end: there is nothing left to be late for."""


@cache
def formats() -> dict[str, Format]:
    return {found.id: found for _, found in library().usable}


def those_said(example: Example, word: str) -> set[str]:
    """The people for whom this word stands somewhere in an example."""
    rows = [row for rounds in example.answers.values() for row in rounds]
    return {f"p{number}" for row in rows for number, said in enumerate(row, 1) if said == word}


def played(found: Format, word: str) -> list[tuple[set[str], Session]]:
    """Each example in which this word stands, played: the people it stands for, and how the session ended."""
    ends = []
    for example in found.examples:
        people = those_said(example, word)
        if people and not example.refused:
            rows = next(iter(next(iter(example.answers.values()))))
            outcome = play(found, example, len(rows))
            assert isinstance(outcome, Played)
            ends.append((people, outcome.session))
    return ends


@pytest.mark.parametrize("name", NAMES)
def test_something_is_refused(name: str) -> None:
    assert any(example.refused for example in formats()[name].examples)


@pytest.mark.parametrize("name", NAMES)
def test_somebody_drops_out_and_the_others_go_on(name: str) -> None:
    ends = played(formats()[name], GONE)
    assert any(not session.people[person].here for people, session in ends for person in people)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in NOBODY_LATE])
def test_somebody_comes_late(name: str) -> None:
    ends = played(formats()[name], NOT_YET)
    assert ends
    assert all(people <= session.people.keys() for people, session in ends), "who is late comes in the end"


@pytest.mark.parametrize("name", NAMES)
def test_rooms_of_every_awkward_size_are_played(name: str) -> None:
    found = formats()[name]
    tried = {count for example in found.examples for count in example.people}
    tried |= {len(row) for example in found.examples for rounds in example.answers.values() for row in rounds}
    assert {count for count in AWKWARD if found.fewest <= count <= found.most} <= tried
