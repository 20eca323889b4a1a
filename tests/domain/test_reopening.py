"""A stage opened again: what its end had shown stays shown, and nobody is taken by surprise."""

import pytest

from facilitation.domain import commands as c
from facilitation.domain.evolve import replay
from facilitation.domain.format import Board, Format, Question, Stage, Visibility, Vote
from facilitation.projections.channels import document
from tests.domain.forms import common_pot, form, one_two_four, say
from tests.domain.room import Room, open_room

WHY = "trop vite"


def reopen(room: Room, step: str, seconds: int = 120, reason: str = WHY) -> str:
    return room.refusal(c.ReopenStep(step, seconds, reason))


def closed(form: Format, *, until: str) -> Room:
    room = open_room(form, 4)
    room.next()
    room.until(until)
    room.do(c.CloseStep(until))
    return room


def test_a_closed_stage_takes_cards_again_until_a_new_end() -> None:
    room = closed(one_two_four(), until="alone")
    assert not room.session.inputs_open
    assert reopen(room, "alone") == ""
    step = room.session.step
    assert step is not None
    assert step.ends_at == room.now + 120_000
    assert not isinstance(room.post("p0", "ideas", "encore"), c.Refused)
    assert room.session.changes[-1].reason == WHY
    assert replay(room.events) == room.session


def test_a_vote_whose_result_was_shown_is_not_voted_again_while_the_board_is_open_again() -> None:
    stage = Stage("all", say("Tous"), boards=(Board("ideas", Visibility("everyone")),), vote=Vote("ideas", "3"))
    room = open_room(form(stage), 3)
    room.next()
    room.post("p0", "ideas", "un")
    room.vote("p0", {"c1": 2})
    room.do(c.CloseStep("all"))
    assert reopen(room, "all") == ""
    assert document(room.session, "everyone")["vote"]["tally"] == {"c1": 2}
    refused = room.vote("p1", {"c1": 1})
    assert isinstance(refused, c.Refused)
    assert refused.reason == "stage-closed"
    assert not isinstance(room.post("p1", "ideas", "deux"), c.Refused)


def test_answers_that_the_end_showed_stay_shown_and_settled() -> None:
    secret = Visibility("author", "stage ends", "everyone")
    ask = Stage("ask", say("Choix"), ask=(Question("n", "number", say("Combien ?")),), answers_seen_by=secret)
    talk = Stage(
        "talk", say("Mots"), boards=(Board("words", Visibility("everyone")),), ask=ask.ask, answers_seen_by=secret
    )
    alone = closed(form(ask), until="ask")
    assert reopen(alone, "ask") == "already-shown"
    room = open_room(form(talk), 2)
    room.next()
    room.answer("p0", "n", 3)
    room.do(c.CloseStep("talk"))
    assert reopen(room, "talk") == ""
    assert "n" in document(room.session, "everyone")["answers"]
    assert isinstance(room.answer("p0", "n", 4), c.Refused)
    assert "answer" not in document(room.session, "person:p0")["tasks"]


def test_gone_on_too_early_leads_back_while_nobody_has_begun() -> None:
    room = open_room(one_two_four(), 4)
    room.next()
    room.next()
    groups = room.session.groups["pairs"]
    assert reopen(room, "alone") == ""
    assert (room.session.current, "pairs" in room.session.groups, room.session.reached("pairs")) == (
        "alone",
        False,
        False,
    )
    room.next()
    assert (room.session.current, room.session.groups["pairs"]) == ("pairs", groups)
    room.post("p1", "ideas", "à deux")
    assert reopen(room, "alone") == "reopen-too-late"


def test_what_everyone_had_answered_does_not_go_on_by_itself_once_opened_again() -> None:
    room = open_room(common_pot(), 3)
    room.next()
    room.next()
    for person in ("p0", "p1", "p2"):
        room.answer(person, "contribution", 10)
    assert room.session.current == "results.1"
    assert reopen(room, "contribute.1", 0) == ""
    room.answer("p0", "contribution", 20)
    assert room.session.current == "contribute.1"
    room.next()
    assert room.session.values["contribute.1"].group["pot"] == (40,)


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (c.ReopenStep("alone", 60, " "), "reason-missing"),
        (c.ReopenStep("alone", -1, WHY), "length-out-of-range"),
        (c.ReopenStep("nowhere", 60, WHY), "unknown-step"),
        (c.ReopenStep("alone", 60, WHY), "reopen-last-only"),
    ],
)
def test_what_cannot_be_opened_again_says_why(command: c.ReopenStep, reason: str) -> None:
    assert closed(one_two_four(), until="fours").refusal(command) == reason


def test_an_open_stage_is_not_opened_again() -> None:
    room = open_room(one_two_four(), 4)
    assert reopen(room, "alone") == "not-running"
    room.next()
    assert reopen(room, "alone") == "stage-open"
