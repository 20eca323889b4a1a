"""The facilitator's own words can be put right, and erased."""

import pytest

from facilitation.domain import commands as c
from facilitation.domain.evolve import replay
from tests.domain.forms import one_two_four
from tests.domain.room import Room, open_room


@pytest.fixture
def room() -> Room:
    room = open_room(one_two_four(), 4)
    room.next()
    room.do(c.TakeNote("Un mot de trop"))
    room.do(c.ExtendStep("alone", 120, "Encore un nom"))
    room.do(c.SkipStep("fours", "Un nom de trop"))
    room.do(c.ChangeStage("all", "Un autre nom", room.session.plan_version, 60))
    return room


def test_a_moment_gets_other_words_then_none(room: Room) -> None:
    assert room.refusal(c.EditNote("n1", "Un mot")) == ""
    assert (room.session.notes["n1"].text, room.session.notes["n1"].edited) == ("Un mot", True)
    assert room.refusal(c.EraseNote("n1")) == ""
    assert (room.session.notes["n1"].text, room.session.notes["n1"].erased) == ("", True)
    assert room.refusal(c.EditNote("n1", "Encore")) == "unknown-note"
    room.do(c.TakeNote("Suite"))
    assert "n2" in room.session.notes
    assert replay(room.events) == room.session


@pytest.mark.parametrize("of", ["fours", "#1", "alone+1"])
def test_a_reason_gets_other_words_then_none(room: Room, of: str) -> None:
    def reason() -> str | None:
        if of == "alone+1":
            return room.session.steps["alone"].extensions[0].reason
        return room.session.steps["fours"].skip_reason if of == "fours" else room.session.changes[0].reason

    assert room.refusal(c.EditReason(of, "Le temps manque")) == ""
    assert reason() == "Le temps manque"
    assert room.refusal(c.EditReason(of, " ")) == "reason-missing"
    assert room.refusal(c.EraseReason(of)) == ""
    assert reason() == ""
    assert room.session.steps["fours"].skipped


def test_after_the_end_they_can_still_be_erased(room: Room) -> None:
    room.do(c.CloseSession())
    assert room.refusal(c.EraseNote("n1")) == ""
    assert room.refusal(c.EraseReason("fours")) == ""
    assert room.refusal(c.EraseReason("alone")) == "unknown-reason"
