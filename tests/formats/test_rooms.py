"""The three formats in rooms of every awkward size, by the real rules."""

from itertools import pairwise

import pytest

from facilitation.domain.format import Example, Format
from facilitation.domain.session import Session
from facilitation.formats.checking.feasibility import head_counts
from facilitation.formats.performance import Played, play
from tests.formats.shipped import library

AWKWARD = (1, 2, 3, 5, 7, 11, 12, 23, 40)


def _format(name: str) -> Format:
    found = library().format(name)
    assert found is not None
    return found


def _held(name: str, people: int) -> Session:
    outcome = play(_format(name), Example(), people)
    assert isinstance(outcome, Played)
    return outcome.session


@pytest.mark.parametrize("people", range(1, 14))
def test_one_two_four_all_leaves_nobody_alone(people: int) -> None:
    session = _held("one-two-four-all", people)
    pairs, fours = session.groups["pairs"], session.groups["fours"]
    assert all(len(group) in (2, 3) for group in pairs) or people == 1
    for group in pairs:
        assert any(set(group) <= set(four) for four in fours)
    assert [len(group) for group in session.groups["alone"]] == [1] * people
    assert [set(group) for group in session.groups["all"]] == [set(session.people)]
    for formed in session.groups.values():
        assert sorted(person for group in formed for person in group) == sorted(session.people)


@pytest.mark.parametrize("people", [n for n in AWKWARD if n >= 3])
def test_codeveloppement_has_one_client_and_the_rest_consult(people: int) -> None:
    session = _held("codeveloppement", people)
    (client,) = session.roles["client"]
    others = [person for person in session.people if session.holds(person, "consultants")]
    assert client not in others
    assert len(others) == people - 1


@pytest.mark.parametrize("people", [n for n in AWKWARD if n >= 3])
def test_the_pot_keeps_its_groups_of_three_or_more(people: int) -> None:
    session = _held("public-goods", people)
    rounds = [session.groups[key] for key in ("instructions", "contribute.1", "results.1", "contribute.3")]
    assert all(one == other for one, other in pairwise(rounds))
    assert all(3 <= len(group) <= 5 for group in rounds[0])


def test_head_counts_meet_every_remainder() -> None:
    tried = head_counts(3, 2000)
    assert tried[0] == 3
    assert tried[-1] == 2000
    assert {count % 12 for count in tried if count > 150} == set(range(12))
    assert head_counts(2, 9) == list(range(2, 10))
