"""What screens and documents say of loops whose end is open, and of stages that were left out."""

from facilitation.domain import commands as c
from facilitation.domain.format import Repeat, Stage
from facilitation.projections.channels import document
from facilitation.projections.outcome import outcome
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

TALK = Stage("talk", say("Parler"))


def open_ended() -> Room:
    room = open_room(form(Repeat("3", (TALK,), until="1 == 2"), Stage("end", say("Fin"))), people=2)
    room.next()
    return room


def test_the_console_is_offered_to_end_a_loop_while_it_can() -> None:
    room = open_ended()
    assert document(room.session, "staff")["loop"] == {"key": "talk", "turn": 1, "most": 3}
    assert document(room.session, "everyone")["stage"]["open"] is True
    room.do(c.EndLoop("talk"))
    assert "loop" not in document(room.session, "staff")
    assert "open" not in document(room.session, "everyone")["stage"]


def test_the_run_sheet_grows_with_the_turns() -> None:
    room = open_ended()
    assert list(document(room.session, "staff")["plan"]) == ["talk.1", "end"]
    room.next()
    room.next()
    assert list(document(room.session, "staff")["plan"]) == ["talk.1", "talk.2", "talk.3", "end"]
    assert "loop" not in document(room.session, "staff"), "the third turn is the last one allowed"


def test_a_stage_left_out_is_told_as_such() -> None:
    from_answers = Stage("help", say("Aider"), condition="missing_value > 1")
    room = open_room(form(TALK, from_answers, Stage("end", say("Fin"))), people=2)
    room.next()
    room.next()
    assert room.session.current == "end"
    line = document(room.session, "staff")["plan"]["help"]
    assert line["skipped"] is True
    assert "reason" not in line
    told = {step.key: (step.state, step.reason) for step in outcome(room.session).timeline}
    assert told["help"] == ("skipped", None)
