"""New partners, tables that people move between, the like and the unlike: for every head-count."""

import random
from collections import Counter
from itertools import combinations

import pytest

from facilitation.domain import commands as c
from facilitation.domain.format import Compute, Grouping, Option, Question, Repeat, Role, Stage
from facilitation.domain.regrouping import Groups, Known, rotated
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room


def _networking(rounds: int) -> object:
    meet = Stage("meet", say("Rencontre"), groups=Grouping("size", size="2", form="new partners"))
    return form(Repeat(str(rounds), (meet,)))


def _rounds(room: Room, stage: str, rounds: int) -> list[tuple[tuple[str, ...], ...]]:
    room.until(f"{stage}.{rounds}")
    return [room.session.groups[f"{stage}.{turn}"] for turn in range(1, rounds + 1)]


def _meetings(rounds: list[tuple[tuple[str, ...], ...]]) -> Counter[frozenset[str]]:
    return Counter(frozenset(pair) for groups in rounds for group in groups for pair in combinations(group, 2))


@pytest.mark.parametrize("people", [4, 6, *range(7, 31), 60, 199])
def test_nobody_meets_twice_in_three_rounds_and_the_odd_one_changes(people: int) -> None:
    rounds = _rounds(open_room(_networking(3), people=people), "meet", 3)  # type: ignore[arg-type]
    assert max(_meetings(rounds).values()) == 1
    for groups in rounds:
        assert sorted(person for group in groups for person in group) == sorted(f"p{n}" for n in range(people))
        assert sorted(map(len, groups)) == [2] * (people // 2 - people % 2) + [3] * (people % 2)
    odd = [person for groups in rounds for group in groups if len(group) == 3 for person in group]
    assert max(Counter(odd).values(), default=0) <= (3 if people == 7 else 2)


@pytest.mark.parametrize("people", [4, 6, 8, 12, 20])
def test_a_round_robin_meets_everyone_once(people: int) -> None:
    rounds = _rounds(open_room(_networking(people - 1), people=people), "meet", people - 1)  # type: ignore[arg-type]
    assert set(_meetings(rounds).values()) == {1}
    assert len(_meetings(rounds)) == people * (people - 1) // 2


def test_five_people_cannot_avoid_a_repeat_and_still_play() -> None:
    rounds = _rounds(open_room(_networking(2), people=5), "meet", 2)  # type: ignore[arg-type]
    assert sum(count - 1 for count in _meetings(rounds).values()) == 1


def test_someone_who_leaves_does_not_make_others_meet_again() -> None:
    room = open_room(_networking(3), people=13)  # type: ignore[arg-type]
    room.until("meet.2")
    room.do(c.MarkAbsent("p4", True))
    assert max(_meetings(_rounds(room, "meet", 3)).values()) == 1


def _cafe(rounds: int) -> object:
    table = Stage("table", say("Table"), groups=Grouping("size", size="4", form="rotating", stays="host"))
    return form(Repeat(str(rounds), (table,)), roles=(Role("host", say("Hôte"), chosen_by="random", per="group"),))


@pytest.mark.parametrize("people", [12, 13, 15, 16, 20, 23, 40])
def test_hosts_stay_and_nobody_comes_back_to_a_table(people: int) -> None:
    room = open_room(_cafe(3), people=people)  # type: ignore[arg-type]
    room.until("table.1")
    hosts = set(room.session.roles["host"])
    rounds = _rounds(room, "table", 3)
    assert set(room.session.roles["host"]) == hosts
    assert len(hosts) == len(rounds[0])
    for person in room.session.people:
        been = [n for groups in rounds for n, group in enumerate(groups) if person in group]
        assert len(set(been)) == (1 if person in hosts else 3), person
    assert all(max(map(len, groups)) - min(map(len, groups)) <= 2 for groups in rounds)


def _by_answer(way: str) -> object:
    asked = Question("side", "choice", say("Camp"), options=tuple(Option(n, say(n)) for n in ("no", "so", "yes")))
    together = Grouping("size", size="3", form=way, answer="side")  # type: ignore[arg-type]
    return form(Stage("ask", say("Question"), ask=(asked,)), Stage("talk", say("Parler"), groups=together))


@pytest.mark.parametrize("people", range(6, 24))
def test_same_and_different_answers(people: int) -> None:
    for way in ("same answer", "different answers"):
        room = open_room(_by_answer(way), people=people)  # type: ignore[arg-type]
        room.next()
        sides = {f"p{n}": ("no", "so", "yes")[n % 3] for n in range(people)}
        for person, side in sides.items():
            room.answer(person, "side", side)
        room.next()
        groups = room.session.groups["talk"]
        assert sorted(p for group in groups for p in group) == sorted(sides)
        kinds = {len({sides[p] for p in group}) for group in groups}
        assert kinds == ({1} if way == "same answer" else {3} if people % 3 == 0 else kinds)
        assert way == "same answer" or min(kinds) >= 2


def test_mixed_roles_give_each_group_one_of_each_and_everyone_keeps_theirs() -> None:
    first = Stage("one", say("Un"), groups=Grouping("size", size="2"))
    again = Stage("two", say("Deux"), groups=Grouping("size", size="2", form="mixed roles"))
    roles = (
        Role("sender", say("S"), chosen_by="random", per="group"),
        Role("receiver", say("R"), chosen_by="everyone else"),
    )
    room = open_room(form(first, again, roles=roles), people=10)
    room.next()
    senders = set(room.session.roles["sender"])
    room.next()
    assert set(room.session.roles["sender"]) == senders
    assert all(len(senders & set(group)) == 1 for group in room.session.groups["two"])
    assert room.session.groups["one"] != room.session.groups["two"]


def test_nobody_is_left_alone_at_a_table_that_the_others_have_left() -> None:
    # Nobody stays at the first table: a single person could reach it who has not been there.
    past: tuple[Groups, ...] = (
        (("p6", "p11", "p4"), ("p5", "p7"), ("p9", "p1"), ("p3", "p8"), ("p10", "p2")),
        (("p8", "p2", "p7"), ("p5", "p1"), ("p9", "p6"), ("p3", "p11"), ("p10", "p4")),
    )
    known = Known(past, {}, frozenset({"p10", "p5", "p9", "p3"}))
    for seed in range(40):
        moved = rotated(tuple(f"p{n}" for n in range(1, 12)), known, random.Random(seed))
        assert sorted(map(len, moved)) == [2, 2, 2, 2, 3], (seed, moved)
        assert all(home[0] == host for home, host in zip(moved[1:], ("p5", "p9", "p3", "p10"), strict=True)), moved


def test_groups_are_made_by_a_value_worked_out_for_each_person() -> None:
    seat = Compute("person", "part", "group.seat")
    home = Stage(
        "home", say("Chez soi"), groups=Grouping("size", size="3"), compute=(seat,), compute_when="stage starts"
    )
    experts = Stage("experts", say("Experts"), groups=Grouping("size", size="4", form="same answer", answer="part"))
    room = open_room(form(home, experts), 12)
    room.until("experts")
    homes, found = room.session.groups["home"], room.session.groups["experts"]
    assert [{row.index(p) for row in homes for p in row if p in group} for group in found] == [{0}, {1}, {2}]
