"""Conditions that each group meets by itself: who is at it, who waits, and what stays true for those who waited."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from facilitation.domain import commands as c
from facilitation.domain.format import Board, Compute, Format, Grouping, Question, Repeat, Stage, Visibility
from facilitation.projections.channels import all_channels, documents
from facilitation.projections.outcome import outcome
from facilitation.projections.timeline import timeline
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

PAIRS = Grouping("size", size="2", keep="session")
GIFT = Question("gift", "whole number", say("Don"), minimum="0", maximum="10")
PAID = (
    Compute("group", "pot", "sum(gift)"),
    Compute("group", "in_all", "total(pot)"),
    Compute("person", "mine", "total(gift)"),
)


def _paying(until: str | None = None, condition: str | None = None) -> Format:
    pay = Stage(
        "pay",
        say("Payer"),
        ask=(GIFT,),
        answers_seen_by=Visibility("group"),
        compute=PAID,
        continue_when="everyone answered",
        if_no_answer={"gift": "3"},
    )
    menu = Board("menu", Visibility("group"), prompt=say("Un plat"))
    dinner = Stage("dinner", say("Dîner"), instruction=say("Dînez."), boards=(menu,), condition=condition)
    end = Stage("end", say("Fin"), show=say("{in_all}"), compute=(Compute("session", "mean", "average(in_all)"),))
    first = Repeat("4", (pay,), until=until) if until else pay
    return form(first, dinner, end, groups=PAIRS)


def _pay(room: Room, gifts: Mapping[int, int]) -> None:
    """Each member of a group gives as much; groups are named by the number that they have."""
    rows = room.session.groups[room.session.current or ""]
    for number, amount in gifts.items():
        for person in rows[number]:
            assert room.answer(person, "gift", amount)


@pytest.fixture
def room() -> Room:
    opened = open_room(_paying(until="in_all >= 10", condition="in_all > 12"), 6)
    opened.next()
    return opened


def test_a_loop_goes_on_for_the_groups_that_need_it(room: Room) -> None:
    _pay(room, {0: 5, 1: 1, 2: 2})
    assert room.session.current == "pay.2"
    assert room.session.steps["pay.2"].waiting == (0,)
    waiting = room.session.groups["pay.2"][0][0]
    given = c.GiveAnswer("pay.2", "gift", Fraction(1))
    assert room.refusal(given, c.By("participant", waiting)) == "silent-now"
    _pay(room, {1: 4, 2: 1})
    assert (room.session.current, room.session.steps["pay.3"].waiting) == ("pay.3", (0, 1))
    _pay(room, {2: 10})
    assert room.session.current == "dinner"
    assert "pay.4" not in room.session.steps


def test_what_a_group_had_before_it_waited_stays_its_value(room: Room) -> None:
    _pay(room, {0: 5, 1: 1, 2: 2})
    _pay(room, {1: 4, 2: 3})
    rows = room.session.groups["pay.2"]
    assert room.session.values["pay.2"].group["pot"] == (None, 8, 6)
    room.until("end")
    told = documents(room.session, [f"person:{rows[0][0]}", f"person:{rows[1][0]}", f"person:{rows[2][0]}"])
    assert [told[f"person:{row[0]}"]["show"]["fr"] for row in rows] == ["10", "10", "10"]
    room.do(c.CloseSession())
    assert room.session.values["end"].session["mean"] == 10


def test_a_stage_is_for_the_groups_whose_condition_holds(room: Room) -> None:
    _pay(room, {0: 5, 1: 7, 2: 8})
    assert (room.session.current, room.session.steps["dinner"].waiting) == ("dinner", (0,))
    rows = room.session.groups["dinner"]
    aside, dining = f"person:{rows[0][0]}", f"person:{rows[1][0]}"
    told = documents(room.session, [aside, dining, "staff"])
    assert told[aside]["aside"] is True
    assert "tasks" not in told[aside]
    assert "aside" not in told[dining]
    assert told["staff"]["waiting"] == [0]
    assert room.refusal(c.PostCard("dinner", "menu", "Soupe"), c.By("participant", rows[0][0])) == "silent-now"
    assert room.refusal(c.PostCard("dinner", "menu", "Soupe"), c.By("participant", rows[1][0])) == ""


def test_what_a_stage_says_to_some_groups_is_on_no_wire_of_those_who_wait(room: Room) -> None:
    _pay(room, {0: 5, 1: 7, 2: 8})
    everything = documents(room.session, all_channels(room.session))
    rows = room.session.groups["dinner"]
    theirs = {"group:1", "group:2", "screen:1", "screen:2", "staff", "observers"}
    assert {name for name, told in everything.items() if "Dînez." in str(told)} == theirs
    prompted = {f"person:{one}" for one in (*rows[1], *rows[2])}
    assert {name for name, told in everything.items() if "Un plat" in str(told)} == prompted
    room.next()
    assert "instruction" not in documents(room.session, ["group:1"])["group:1"].get("stage", {})


def test_whoever_joins_a_group_that_waits_waits_with_it(room: Room) -> None:
    _pay(room, {0: 5, 1: 7, 2: 8})
    (late,) = room.join(1)
    number = room.session.group_of(late, "dinner")
    there = documents(room.session, [f"person:{late}"])[f"person:{late}"]
    assert there.get("aside", False) == (number == 0)
    room.do(c.MovePerson(late, 0))
    assert documents(room.session, [f"person:{late}"])[f"person:{late}"]["aside"] is True


def test_a_stage_for_no_group_is_left_out(room: Room) -> None:
    _pay(room, {0: 5, 1: 5, 2: 8})
    assert room.session.steps["dinner"].skipped is False
    again = open_room(_paying(condition="in_all > 12"), 4)
    again.next()
    _pay(again, {0: 5, 1: 5})
    assert (again.session.current, again.session.steps["dinner"].skipped) == ("end", True)


def test_nobody_who_waits_is_counted_as_missing(room: Room) -> None:
    _pay(room, {0: 5, 1: 1, 2: 2})
    _pay(room, {1: 5})
    room.next()
    rows = room.session.groups["pay.2"]
    assert set(room.session.values["pay.2"].missing) == set(rows[2])
    assert room.session.values["pay.2"].group["pot"] == (None, 10, 6)
    assert room.session.values["pay.2"].person.keys() == {*rows[1], *rows[2]}
    room.do(c.CloseSession())
    asked = next(q for stage in outcome(room.session).stages for q in stage.questions if q.name == "gift")
    assert [told.expected for told in asked.rounds][:2] == [6, 4]
    told = {step.key: step for step in timeline(room.session)}
    assert (told["pay.2"].waited, told["pay.2"].groups) == (1, 3)
