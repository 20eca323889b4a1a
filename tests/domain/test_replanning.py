"""Changing the plan while the session is on: what nobody has reached, with a reason, and never so that it breaks."""

from dataclasses import replace
from typing import Any

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.evolve import replay
from facilitation.domain.format import (
    Board,
    Carry,
    Duration,
    Format,
    Grouping,
    Option,
    Question,
    Repeat,
    Stage,
    Text,
    Visibility,
    Vote,
)
from tests.domain.forms import board, common_pot, consultation, form, one_two_four, say
from tests.domain.room import Room, open_room

WHY = "la salle fatigue"
BREAK = Stage("break", Text("Pause", "Break"), duration=Duration("10"))
ROUND = Stage("round", Text("Tour", "Round"), boards=(board("everyone"),))


def change(room: Room, step: str, **more: Any) -> str:
    return room.refusal(c.ChangeStage(step, WHY, room.session.plan_version, **more))


def move(room: Room, step: str, before: str | None) -> str:
    return room.refusal(c.MoveStage(step, before, WHY, room.session.plan_version))


def insert(room: Room, stage: Stage, before: str | None, *shares: str) -> str:
    return room.refusal(c.InsertStage("pause", stage, before, WHY, room.session.plan_version, shares))


def undo(room: Room, id: str) -> str:
    return room.refusal(c.UndoChange(id, room.session.plan_version))


def order(room: Room) -> list[str]:
    return [step.key for step in room.session.plan]


def running(form: Format | None = None, people: int = 4) -> Room:
    room = open_room(form or one_two_four(), people)
    room.next()
    return room


def test_an_unreached_stage_gets_another_length_and_it_is_used_when_it_begins() -> None:
    room = running()
    assert change(room, "pairs", seconds=600) == ""
    room.next()
    step = room.session.step
    assert step is not None
    assert step.ends_at is not None
    assert step.started_at is not None
    assert step.ends_at - step.started_at == 600_000
    assert room.session.first_plan[1].seconds is None


def test_new_words_in_one_language_keep_the_other_and_say_so() -> None:
    room = running(form(Stage("a", say("A")), Stage("b", Text("Deux", "Two"), instruction=Text("Parlez.", "Talk."))))
    assert change(room, "b", texts={"instruction": c.Wording(fr="Parlez bas.")}) == ""
    planned = room.session.planned("b")
    assert planned is not None
    assert planned.stage.instruction == Text("Parlez bas.", "Talk.")
    made = room.session.changes[-1]
    assert (made.kept, made.reason, made.by) == ({"instruction": "en"}, WHY, "console-1")


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        ({"instruction": c.Wording(fr="  ")}, "text-missing"),
        ({"prompt:nowhere": c.Wording(fr="Quoi ?")}, "unknown-text"),
        ({"title": c.Wording(fr="x" * 201)}, "too-long"),
        ({"title": c.Wording(fr="Vous avez {points}")}, "value-not-here"),
        ({"title": c.Wording(fr="Règles", en="Règles")}, "nothing-changed"),
        ({}, "nothing-changed"),
    ],
)
def test_words_that_cannot_be_kept_are_refused_with_what_to_do(texts: dict[str, c.Wording], reason: str) -> None:
    room = open_room(form(Stage("rules", say("Règles"), instruction=say("Lisez."))))
    assert change(room, "rules", texts=texts) == reason


@pytest.mark.parametrize("seconds", [-1, 24 * 3600 + 1])
def test_a_length_has_limits(seconds: int) -> None:
    assert change(open_room(one_two_four()), "pairs", seconds=seconds) == "length-out-of-range"


def test_what_has_begun_is_no_longer_changed_moved_or_preceded() -> None:
    room = running()
    room.next()
    assert change(room, "alone", seconds=60) == "step-reached"
    assert change(room, "pairs", seconds=60) == "step-reached"
    assert move(room, "pairs", None) == "step-reached"
    assert move(room, "all", "pairs") == "place-reached"
    assert insert(room, BREAK, "pairs") == "place-reached"


def test_before_the_start_everything_can_be_changed() -> None:
    room = open_room(one_two_four(), 4)
    assert insert(room, BREAK, "alone") == ""
    assert order(room)[0] == "break"
    room.next()
    assert room.session.current == "break"


def test_a_change_needs_a_reason() -> None:
    room = running()
    assert room.refusal(c.ChangeStage("pairs", "  ", room.session.plan_version, 60)) == "reason-missing"


def test_of_two_who_change_at_once_the_second_is_told() -> None:
    room = running()
    seen = room.session.plan_version
    assert room.refusal(c.ChangeStage("pairs", WHY, seen, 60)) == ""
    assert room.refusal(c.InsertStage("pause", BREAK, None, WHY, seen)) == "plan-changed"
    assert room.refusal(c.UndoChange("#1", seen)) == "plan-changed"
    assert room.refusal(c.SkipStep("all", WHY)) == ""
    assert room.refusal(c.MoveStage("all", "fours", WHY, seen + 1)) == "plan-changed"


def test_going_on_does_not_refuse_a_change_of_what_is_still_to_come() -> None:
    room = running()
    seen = room.session.plan_version
    room.next()
    assert room.refusal(c.ChangeStage("all", WHY, seen, 60)) == ""


@pytest.mark.parametrize(
    ("step", "before", "needs"),
    [
        ("fours", "pairs", ("À quatre", "À deux")),
        ("all", "fours", ("Tous", "À quatre")),
        ("alone", None, ("À deux", "Seul")),
    ],
)
def test_a_stage_does_not_come_before_what_it_uses(step: str, before: str | None, needs: tuple[str, str]) -> None:
    room = open_room(one_two_four(), 4)
    refused = room.do(c.MoveStage(step, before, WHY, 0))
    assert isinstance(refused, c.Refused)
    assert refused.reason == "stage-uses"
    assert (refused.detail["stage_fr"], refused.detail["other_fr"]) == needs
    assert room.session.changes == ()


@pytest.mark.parametrize(("step", "before"), [("request", "choice"), ("advice", "request"), ("plan", "advice")])
def test_roles_answers_and_marks_keep_their_order_too(step: str, before: str) -> None:
    assert move(open_room(consultation(), 3), step, before) == "stage-uses"


def test_a_stage_that_uses_nothing_may_go_anywhere_ahead() -> None:
    room = running(consultation())
    assert move(room, "learning", "choice") == ""
    room.next()
    assert room.session.current == "learning"


def test_the_turns_of_a_loop_stay_together() -> None:
    room = open_room(common_pot(), 3)
    assert move(room, "results.2", "results.1") == "stays-in-turn"
    assert move(room, "results.3", "contribute.2") == "stays-in-turn"
    assert move(room, "contribute.3", None) == "stage-uses"
    assert change(room, "contribute.2", seconds=30, every_turn=True) == ""
    assert [s.seconds for s in room.session.plan if s.stage.id == "contribute"] == [120, 30, 30]


def test_what_is_inserted_suits_the_people_who_are_here() -> None:
    room = running(people=3)
    uneven = Stage("uneven", say("Deux"), groups=Grouping("size", "2", leftover="make a smaller group"))
    named = tuple(Option(name, say(name)) for name in ("a", "b"))
    sign_up = Grouping("among", among=named, chosen_by="participants", at_most="1")
    assert insert(room, uneven, "pairs") == "someone-alone"
    assert insert(room, Stage("workshops", say("Ateliers"), groups=sign_up), "pairs") == "places-short"
    room.join(1)
    assert insert(room, uneven, "pairs") == "", "with four it can be played"
    assert insert(room, Stage("workshops", say("Ateliers"), groups=replace(sign_up, at_most="2")), "pairs") == ""
    assert insert(room, BREAK, None) == ""


def test_strangers_stay_strangers_when_the_plan_changes() -> None:
    strangers = Stage("meet", say("Rencontre"), groups=Grouping("size", "2", form="total strangers"))
    room = running(form(Repeat("3", (strangers,)), Stage("end", say("Fin"))), 4)
    room.next()
    assert insert(room, replace(strangers, id="more"), "end") == "strangers-run-out"
    room.do(c.SkipStep("meet.3", WHY))
    assert insert(room, replace(strangers, id="more"), "end") == ""
    assert room.refusal(c.RestoreStage("meet.3", room.session.plan_version)) == "strangers-run-out"


def test_a_skipped_stage_comes_back_only_if_its_cards_find_readers() -> None:
    wall = Board("ideas", Visibility("author"))
    score = Stage(
        "score", say("Noter"), boards=(replace(wall, written_by="nobody"),), carry=(Carry("ideas", "dealt", deal="3"),)
    )
    room = running(form(Stage("write", say("Écrire"), boards=(wall,)), score, Stage("end", say("Fin"))), 4)
    room.do(c.SkipStep("score", WHY))
    room.do(c.MarkAbsent("p3", True))
    assert room.refusal(c.RestoreStage("score", room.session.plan_version)) == "deal-short"
    room.do(c.MarkAbsent("p3", False))
    assert room.refusal(c.RestoreStage("score", room.session.plan_version)) == ""


def test_an_inserted_stage_is_pinned_named_apart_and_played() -> None:
    room = running()
    assert insert(room, ROUND, "pairs") == ""
    assert insert(room, ROUND, "pairs") == ""
    assert order(room)[:4] == ["alone", "round", "round-2", "pairs"]
    names = [step.stage.boards[0].name for step in room.session.plan[:3]]
    assert len(set(names)) == 3, "its board is its own: what was written alone stays unseen"
    room.next()
    room.post("p0", names[1], "bonjour")
    assert [card.board for card in room.session.cards.values()] == [names[1]]


def test_a_break_inside_a_turn_of_an_open_loop_does_not_end_the_turn() -> None:
    talk = Stage("talk", say("Parler"), ask=(Question("more", "yes-no", say("Encore ?")),))
    loop = Repeat("5", (talk, Stage("note", say("Noter"))), until="count(more) > 9")
    room = running(form(loop, Stage("end", say("Fin"))))
    assert insert(room, BREAK, "note.1") == ""
    assert insert(room, replaced("pause"), "end") == ""
    room.next()
    assert room.session.current == "break"
    room.next()
    assert (room.session.current, room.session.turns) == ("note.1", {}), "the turn is not over yet"
    room.next()
    assert room.session.current == "talk.2"
    assert order(room) == ["talk.1", "break", "note.1", "talk.2", "note.2", "pause", "end"]


def replaced(id: str) -> Stage:
    return Stage(id, say(id))


def test_a_vote_on_cards_needs_that_the_room_has_seen_them() -> None:
    window = Board("ideas", Visibility("everyone"), written_by="nobody")
    every = Stage("dots", say("Vote"), boards=(window,), vote=Vote("ideas", "3"))
    chosen = replace(every, carry=(Carry("ideas", "chosen"),))
    room = open_room(one_two_four(), 4)
    assert insert(room, chosen, "all", "ideas") == "board-unseen"
    assert insert(room, every, None, "ideas") == "board-unseen", "the room has read the chosen cards only"
    assert insert(room, chosen, None, "ideas") == ""


def test_undoing_puts_the_plan_back_unless_it_was_reached() -> None:
    room = running()
    before = room.session.plan
    insert(room, BREAK, "pairs")
    change(room, "fours", seconds=60)
    assert undo(room, "#1") == ""
    assert undo(room, "#2") == ""
    assert room.session.plan == before
    assert undo(room, "#2") == "already-undone"
    assert undo(room, "#9") == "unknown-change"
    change(room, "pairs", seconds=60)
    room.next()
    assert undo(room, "#3") == "step-reached"


def test_a_change_on_which_another_builds_is_undone_after_it() -> None:
    room = running()
    insert(room, BREAK, "fours")
    move(room, "all", "break")
    assert [order(room), room.session.changes[1:]] == [["alone", "pairs", "break", "fours", "all"], ()]
    insert(room, replaced("word"), "break")
    assert undo(room, "#1") == "change-in-use"
    assert (undo(room, "#2"), undo(room, "#1")) == ("", "")


def test_a_skipped_stage_comes_back_until_it_has_gone_by() -> None:
    room = running()
    room.do(c.SkipStep("pairs", WHY))
    assert room.session.steps["pairs"].skip_reason == WHY
    assert room.refusal(c.RestoreStage("pairs", room.session.plan_version)) == ""
    room.do(c.SkipStep("pairs", WHY))
    room.next()
    assert room.session.current == "fours"
    assert room.refusal(c.RestoreStage("pairs", room.session.plan_version)) == "step-passed"


def test_the_same_log_gives_the_same_plan() -> None:
    room = running(common_pot())
    insert(room, BREAK, "contribute.2")
    change(room, "results.3", seconds=45)
    room.next()
    undo(room, "#2")
    assert replay(room.events) == room.session


def test_changes_are_events_of_their_own_and_the_format_stays_as_it_was() -> None:
    room = running()
    form_before = room.session.format
    insert(room, BREAK, "pairs")
    assert [type(event) for event in room.events[-2:]] == [e.StageInserted, e.ReasonGiven]
    assert room.session.format == form_before


def test_only_a_facilitator_changes_the_plan_and_not_after_the_end() -> None:
    room = running()
    assert room.refusal(c.ChangeStage("pairs", WHY, 0, 60), c.By("participant", "p0")) == "not-allowed"
    assert room.refusal(c.InsertBlock("break", None, WHY, 0)) == "unknown-block"
    room.do(c.CloseSession())
    assert change(room, "pairs", seconds=60) == "session-closed"
