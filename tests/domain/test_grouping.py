"""Groups for every head-count: nobody lost, nobody twice, nobody alone who need not be."""

import pytest

from tests.domain.forms import common_pot, one_two_four
from tests.domain.room import open_room


@pytest.mark.parametrize("people", range(1, 24))
def test_pairs_and_fours_take_everyone_in(people: int) -> None:
    room = open_room(one_two_four(), people=people)
    room.until("pairs")
    pairs = room.session.groups["pairs"]
    room.next()
    fours = room.session.groups["fours"]
    for groups in (pairs, fours):
        assert sorted(p for group in groups for p in group) == sorted(room.session.people)
    assert all(len(group) >= 2 for group in pairs) or people == 1
    assert all(any(set(pair) <= set(four) for four in fours) for pair in pairs), "fours are unions of pairs"
    sizes = sorted(map(len, fours))
    assert sizes[0] >= min(3, people)
    assert sizes[-1] <= 6


def test_a_trio_among_pairs_is_a_group_of_its_own_and_a_lone_pair_joins() -> None:
    def fours(people: int) -> list[int]:
        room = open_room(one_two_four(), people=people)
        room.until("fours")
        return sorted(map(len, room.session.groups["fours"]))

    assert fours(7) == [3, 4]
    assert fours(11) == [3, 4, 4]
    assert fours(6) == [6]
    assert fours(10) == [4, 6]


@pytest.mark.parametrize("people", range(1, 24))
def test_threes_share_out_the_leftover(people: int) -> None:
    room = open_room(common_pot(), people=people)
    room.next()
    sizes = [len(group) for group in room.session.groups["rules"]]
    assert sum(sizes) == people
    assert max(sizes) - min(sizes) <= 1
    assert min(sizes) >= min(3, people)


def test_groups_kept_for_the_session_stay_the_same_in_every_round() -> None:
    room = open_room(common_pot(), people=7)
    room.until("contribute.3")
    assert room.session.groups["contribute.3"] == room.session.groups["rules"]


def test_the_same_seed_gives_the_same_groups_and_another_seed_others() -> None:
    def pairs(seed: int) -> object:
        room = open_room(one_two_four(), people=12, seed=seed)
        room.until("pairs")
        return room.session.groups["pairs"]

    assert pairs(1) == pairs(1)
    assert pairs(1) != pairs(2)
