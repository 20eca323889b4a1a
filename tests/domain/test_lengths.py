"""How long a format takes with so many people: minutes for each, talking in turn, a turn for each member, ranges."""

from dataclasses import replace

import pytest

from facilitation.domain import commands as c
from facilitation.domain.format import Duration, Grouping, Option, Repeat, Role, Stage, Turns
from facilitation.domain.lengths import length_of, length_of_session, span_of, usual_people
from facilitation.projections.timeline import timeline
from tests.domain.forms import form, say
from tests.domain.room import open_room

FOURS = Grouping("size", "4")
SMALLER = Grouping("size", "4", leftover="make a smaller group")
EACH = Duration("2", per="person")
CLIENT = Role("client", say("Client"), chosen_by="rotation")
PEERS = Role("peers", say("Pairs"), chosen_by="everyone else")


def stage(id: str, **more: object) -> Stage:
    return Stage(id, say(id), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("groups", "people", "minutes"),
    [
        (None, 10, 20),
        (Grouping("alone"), 10, 2),
        (Grouping("everyone"), 10, 20),
        (FOURS, 8, 8),
        (FOURS, 10, 10),
        (SMALLER, 10, 8),
        (FOURS, 3, 6),
    ],
)
def test_minutes_for_each_are_those_of_the_largest_group(groups: Grouping | None, people: int, minutes: int) -> None:
    length = length_of(form(stage("a", duration=EACH, groups=groups)), people=people)
    assert (length.least_minutes, length.minutes, length.by_people) == (minutes, minutes, True)


def test_a_range_stays_a_range_and_what_has_no_limit_is_counted_apart() -> None:
    stages = (stage("a", duration=Duration("10", at_least="5")), stage("b"), stage("c", duration=Duration("3")))
    length = length_of(form(*stages))
    assert (length.least_minutes, length.minutes, length.untimed, length.by_people) == (8, 13, 1, False)
    both = length_of(form(stage("a", duration=Duration("2", "person", "1"), groups=FOURS)), people=4)
    assert (both.least_minutes, both.minutes) == (4, 8)


def test_talking_in_turn_takes_as_long_as_its_turns() -> None:
    around = stage("a", turns=Turns(minutes="3"), groups=FOURS)
    assert length_of(form(around), people=12).minutes == 12
    room = replace(around, turns=Turns(minutes="3", within="room"))
    assert length_of(form(room), people=12).minutes == 36
    host = Role("host", say("Hôte"), per="group", chosen_by="random")
    silent = replace(around, silent=("host",))
    assert length_of(form(silent, roles=(host, PEERS)), people=12).minutes == 9
    spoken = replace(around, turns=Turns(minutes="3", who="host"))
    assert length_of(form(spoken, roles=(host, PEERS)), people=12).minutes == 3
    both = replace(around, turns=Turns(minutes="3", who="host", with_them=("peers",)))
    scribe = Role("scribe", say("Notes"), per="group", chosen_by="random")
    assert length_of(form(both, roles=(host, scribe, PEERS)), people=12).minutes == 9
    guest = Role("guest", say("Invité"))
    told = replace(around, turns=Turns(minutes="3", who="peers"))
    assert length_of(form(told, roles=(guest, PEERS)), people=12).minutes == 12, "one of the session sits in one group"
    assert length_of(form(replace(told, groups=None), roles=(guest, PEERS)), people=12).minutes == 33


@pytest.mark.parametrize(
    ("groups", "minutes"),
    [
        (Grouping("same as", of="pairs"), 4),
        (Grouping("merge", of="pairs", by=2), 8),
        (Grouping("merge", of="pairs", by=20), 20),
        (Grouping("among", among=(Option("a", say("A")), Option("b", say("B")), Option("c", say("C")))), 8),
        (Grouping("among", among=(Option("a", say("A")), Option("b", say("B"))), at_most="3"), 6),
        (Grouping("cards of", of="ideas", at_most="7"), 14),
        (Grouping("cards of", of="ideas"), 20),
    ],
)
def test_groups_made_of_others_named_or_around_cards_are_as_large_as_they_can_be(
    groups: Grouping, minutes: int
) -> None:
    pairs = stage("pairs", groups=Grouping("size", "2"))
    assert length_of(form(pairs, stage("a", duration=EACH, groups=groups)), people=10).minutes == minutes


def test_a_turn_for_each_member_is_as_many_turns_as_the_largest_group_has_members() -> None:
    trios = stage("trios", groups=Grouping("size", "3"), duration=Duration("1"))
    turn = stage("turn", groups=Grouping("same as", of="trios"), duration=Duration("5"))
    loop = Repeat("10", (turn,), each_as="client")
    found = form(trios, loop, roles=(CLIENT, PEERS))
    assert [length_of(found, people=people).minutes for people in (3, 6, 7)] == [16, 16, 21]
    assert length_of(found, people=6).by_people


def test_minutes_that_were_set_by_hand_are_for_all() -> None:
    found = form(stage("a", duration=EACH), stage("b", duration=Duration("1")))
    assert length_of(found, people=6).minutes == 13
    assert length_of(found, minutes={"a": 5}, people=6).minutes == 6


def test_before_anybody_came_it_is_reckoned_with_the_usual_number() -> None:
    found = form(stage("a", duration=EACH))
    assert usual_people(found) == min(found.most, 12)
    assert length_of(found).people == usual_people(found)
    assert usual_people(replace(found, fewest=20, most=30)) == 20
    assert usual_people(replace(found, fewest=2, most=6)) == 6


def test_the_plan_of_a_session_counts_those_who_are_there() -> None:
    room = open_room(form(stage("a", duration=EACH, groups=FOURS), stage("b", duration=EACH)), 9)
    assert length_of_session(room.session).minutes == 5 * 2 + 9 * 2
    room.next()
    assert len(max(room.session.groups["a"], key=len)) == 5
    room.do(c.MarkAbsent("p8", True))
    spans = [span_of(room.session, step) for step in room.session.plan]
    assert [span.most // 60 for span in spans if span] == [10, 16]
    assert [step.planned for step in timeline(room.session)] == [600, 960]


def test_once_the_circles_are_known_and_once_all_have_gone_it_was_long_because_of_them() -> None:
    room = open_room(form(stage("a", turns=Turns("arrival", minutes="2", within="room")), stage("b", duration=EACH)), 5)
    room.next()
    for person in ("p3", "p4"):
        room.do(c.MarkAbsent(person, True))
    spans = [span_of(room.session, step) for step in room.session.plan]
    assert [span.most // 60 for span in spans if span] == [len(room.session.floors["a"][0].order) * 2, 6]
    room.do(c.CloseSession())
    assert length_of_session(room.session).minutes == len(room.session.floors["a"][0].order) * 2 + 10
