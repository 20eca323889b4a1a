"""Totals that move: what whoever reads them may read anyway, the others nothing; each group its own."""

from fractions import Fraction
from typing import Any

from facilitation.domain import commands as c
from facilitation.domain.format import Chart, Grouping, Question, Setting, Stage, Visibility
from facilitation.projections.channels import channels_of, documents, touched
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

GIFT = Question("gift", "whole number", say("Don"), minimum="0", maximum="10")
WHOLE = Chart("total", "sum(gift)", say("La salle"), target="goal")
OWN = Chart("total", "sum(gift)", say("Le groupe"), by="group", target="12")


def _room(seen_by: Visibility, gift: Question = GIFT) -> Room:
    fill = Stage(
        "fill",
        say("Remplir"),
        groups=Grouping("size", size="3"),
        ask=(gift,),
        answers_seen_by=seen_by,
        charts=(WHOLE, OWN),
    )
    goal = Setting("goal", say("But"), "whole number", Fraction(50))
    room = open_room(form(fill, Stage("end", say("Fin")), settings=(goal,)), 6)
    room.next()
    return room


def _charts(room: Room, channel: str) -> dict[str, Any]:
    return documents(room.session, [channel])[channel].get("charts", {})


def test_a_total_moves_with_each_answer_that_all_may_read() -> None:
    room = _room(Visibility("everyone"))
    rows = room.session.groups["fill"]
    assert _charts(room, "everyone") == {
        "1": {"kind": "total", "title": {"fr": "La salle", "en": "La salle"}, "now": "0", "target": "50"}
    }
    before = room.session
    room.answer(rows[0][0], "gift", 7)
    room.answer(rows[1][0], "gift", 4)
    assert _charts(room, "everyone")["1"]["now"] == "11"
    assert [_charts(room, f"group:{number}")["2"]["now"] for number in (0, 1)] == ["7", "4"]
    assert {"everyone", "group:0", "group:1", "screen"} <= touched(before, room.events[-2:], room.session)


def test_a_total_of_what_groups_read_is_theirs_alone() -> None:
    room = _room(Visibility("group"))
    rows = room.session.groups["fill"]
    room.answer(rows[0][0], "gift", 7)
    assert "now" not in _charts(room, "everyone")["1"]
    assert _charts(room, "group:0")["2"]["now"] == "7"
    held = documents(room.session, channels_of(room.session, rows[1][0]))
    assert "7" not in [one.get("now") for known in held.values() for one in known.get("charts", {}).values()]


def test_a_total_of_private_answers_waits_for_the_end() -> None:
    for private in (Visibility("author"), Visibility("author", "stage ends", "everyone"), Visibility("totals")):
        room = _room(private)
        row = room.session.groups["fill"][0]
        room.answer(row[0], "gift", 7)
        assert "now" not in _charts(room, "everyone")["1"], private
        assert "now" not in _charts(room, "group:0")["2"], private
        room.do(c.CloseStep("fill"))
        assert _charts(room, "everyone")["1"]["now"] == "7", private
        assert "now" not in _charts(room, "group:0")["2"] or private.then == "everyone", private


def test_anonymous_answers_move_nothing() -> None:
    gift = Question("gift", "whole number", say("Don"), minimum="0", maximum="10", anonymous=True)
    room = _room(Visibility("everyone"), gift)
    for person in room.session.people:
        room.answer(person, "gift", 7)
        assert "now" not in _charts(room, "everyone")["1"]
