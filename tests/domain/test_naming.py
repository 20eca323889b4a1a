"""A role that goes to whoever is named most: nobody reads who named whom, nor how often."""

import json

import pytest

from facilitation.domain import commands as c
from facilitation.domain.format import Assign, Grouping, Question, Role, Stage
from facilitation.domain.members import member_key
from facilitation.projections.channels import all_channels, documents
from facilitation.projections.outcome import outcome
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

WHO = Question("who", "choice", say("Qui parlera ?"), people=True)
NAMED = Assign("speaker", by="most named", question="who")


def _room(per: str = "group", people: int = 6, seed: int = 7) -> Room:
    role = Role("speaker", say("Porte-parole"), chosen_by="vote", per=per)  # type: ignore[arg-type]
    groups = Grouping("size", size="3", keep="session") if per == "group" else None
    room = open_room(
        form(
            Stage("name", say("Nommer"), ask=(WHO,), assign=(NAMED,)),
            Stage("end", say("Fin")),
            roles=(role,),
            groups=groups,
        ),
        people,
        seed,
    )
    room.next()
    return room


def _name(room: Room, who: str, whom: str) -> str:
    planned = room.session.now_playing
    assert planned is not None
    given = c.GiveAnswer(planned.key, "who", member_key(room.session, planned, whom))
    return room.refusal(given, c.By("participant", who))


def test_each_group_has_the_one_it_names_most() -> None:
    room = _room()
    one, other = room.session.groups["name"]
    for who, whom in ((one[0], one[2]), (one[1], one[2]), (one[2], one[0])):
        assert _name(room, who, whom) == ""
    assert _name(room, other[0], other[1]) == ""
    room.next()
    assert room.session.roles["speaker"] == (one[2], other[1])


def test_one_names_somebody_else_of_ones_group() -> None:
    room = _room()
    one, other = room.session.groups["name"]
    assert _name(room, one[0], one[0]) == "not-an-option"
    assert _name(room, one[0], other[0]) == "not-an-option"
    task = documents(room.session, [f"person:{one[0]}"])[f"person:{one[0]}"]["tasks"]["answer"]["who"]
    aliases = {room.session.people[person].alias for person in one[1:]}
    assert (task["kind"], {option["label"]["fr"] for option in task["options"]}) == ("choice", aliases)


@pytest.mark.parametrize("seed", range(3))
def test_equals_are_drawn_and_without_groups_the_room_names(seed: int) -> None:
    room = _room("session", 4, seed)
    for who, whom in (("p0", "p1"), ("p1", "p0"), ("p2", "p1"), ("p3", "p0")):
        assert _name(room, who, whom) == ""
    room.next()
    assert room.session.roles["speaker"][0] in ("p0", "p1")
    again = _room("session", 4, seed)
    for who, whom in (("p3", "p0"), ("p1", "p0"), ("p2", "p1"), ("p0", "p1")):
        _name(again, who, whom)
    again.next()
    assert again.session.roles == room.session.roles


def test_where_nobody_is_named_nobody_gets_the_role() -> None:
    room = _room()
    room.next()
    assert "speaker" not in room.session.roles


def test_nobody_reads_who_was_named() -> None:
    room = _room()
    one, _ = room.session.groups["name"]
    planned = room.session.now_playing
    assert planned is not None
    _name(room, one[0], one[2])
    _name(room, one[1], one[2])
    key = member_key(room.session, planned, one[2])
    for channel, known in documents(room.session, all_channels(room.session)).items():
        offered = json.dumps(known.get("tasks", {}))
        told = json.dumps({name: part for name, part in known.items() if name != "tasks"})
        assert (key in told) == (channel in (f"person:{one[0]}", f"person:{one[1]}")), channel
        assert (key in offered) == (channel in (f"person:{one[0]}", f"person:{one[1]}")), channel
    room.next()
    room.do(c.CloseSession())
    question = outcome(room.session).stages[0].questions[0]
    asked = question.rounds[0]
    assert (question.sort, asked.answered, asked.withheld, asked.counts, asked.texts) == ("person", 2, False, (), ())
