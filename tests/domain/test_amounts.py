"""One number for each other member: what may be given, to whom, and what comes of it."""

import json

import pytest

from facilitation.domain import commands as c
from facilitation.domain.format import Compute, Grouping, Question, Stage
from facilitation.domain.members import member_key, others_of
from facilitation.projections.channels import document
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

THANK = Stage(
    "thank",
    say("Merci"),
    groups=Grouping("size", size="3"),
    ask=(Question("thanks", "amounts", say("Merci"), minimum="0", maximum="8", total="10", shown_as=say("n° {luck}")),),
    compute=(
        Compute("person", "thanked", "received(thanks)"),
        Compute("person", "left", "10 - thanks"),
    ),
)
LUCK = Stage("luck", say("Sort"), groups=THANK.groups, compute=(Compute("person", "luck", "draw_between(1, 9)"),))


@pytest.fixture
def room() -> Room:
    room = open_room(form(LUCK, THANK, Stage("end", say("Fin"))), people=6)
    room.next()
    room.next()
    return room


def keys(room: Room, person: str) -> list[str]:
    planned = room.session.now_playing
    assert planned is not None
    return [member_key(room.session, planned, other) for other in others_of(room.session, planned, person)]


def give(room: Room, person: str, *numbers: str) -> str:
    rows = tuple(zip(keys(room, person), numbers, strict=True))
    verdict = room.answer(person, "thanks", rows)
    return verdict.reason if isinstance(verdict, c.Refused) else ""


@pytest.mark.parametrize(
    ("numbers", "reason"),
    [
        (("3", "7"), ""),
        (("3", "8"), "too-large"),
        (("9", "0"), "too-large"),
        (("-1", "0"), "too-small"),
        (("1/2", "0"), "not-whole"),
        (("x", "0"), "not-whole"),
        (("9" * 30, "0"), "not-whole"),
    ],
)
def test_limits_hold_for_each_and_for_all_together(room: Room, numbers: tuple[str, str], reason: str) -> None:
    assert give(room, "p0", *numbers) == reason


def test_nobody_gives_to_themselves_or_to_another_group(room: Room) -> None:
    planned = room.session.now_playing
    assert planned is not None
    strangers = set(room.session.people) - {"p0", *others_of(room.session, planned, "p0")}
    for person in ("p0", *strangers):
        key = member_key(room.session, planned, person)
        verdict = room.answer("p0", "thanks", ((key, "1"),))
        assert isinstance(verdict, c.Refused)
        assert verdict.reason == "not-an-option"


def test_each_receives_what_the_others_gave(room: Room) -> None:
    planned = room.session.now_playing
    assert planned is not None
    first = room.session.groups["thank"][0]
    given = {person: (str(n), str(n + 1)) for n, person in enumerate(first)}
    for person, numbers in given.items():
        assert give(room, person, *numbers) == ""
    wanted = {
        person: sum(
            int(number)
            for giver in first
            if giver != person
            for other, number in zip(others_of(room.session, planned, giver), given[giver], strict=True)
            if other == person
        )
        for person in first
    }
    room.next()
    values = room.session.values["thank"].person
    assert {person: values[person]["thanked"] for person in first} == wanted
    assert [values[person]["left"] for person in first] == [9, 7, 5]
    silent = room.session.groups["thank"][1][0]
    assert values[silent] == {"thanked": 0}


def test_a_phone_is_told_nobody_s_id(room: Room) -> None:
    said = document(room.session, "person:p0")
    options = said["tasks"]["answer"]["thanks"]["options"]
    assert [option["id"] for option in options] == keys(room, "p0")
    assert said["tasks"]["answer"]["thanks"]["total"] == "10"
    planned = room.session.now_playing
    assert planned is not None
    luck = [str(room.session.values["luck"].person[p]["luck"]) for p in others_of(room.session, planned, "p0")]
    assert [option["label"]["fr"] for option in options] == [f"n° {number}" for number in luck]
    whole = json.dumps(said)
    assert not any(f'"{person}"' in whole for person in room.session.people if person != "p0")
