"""Open loops, stages that are left out, roles drawn in each group, values of earlier turns."""

from fractions import Fraction

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.evolve import replay
from facilitation.domain.format import Compute, Grouping, Question, Repeat, Role, Row, Setting, Stage, Table, Visibility
from facilitation.domain.plan import unroll
from facilitation.domain.scopes import StepScope
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

BID = Stage(
    "bid",
    say("Mise"),
    ask=(Question("bid", "whole number", say("Points"), minimum="0", maximum="10"),),
    compute=(
        Compute("person", "change", "bid - previous(bid)"),
        Compute("person", "so_far", "total(bid)"),
        Compute("session", "mean", "average(bid)"),
        Compute("session", "stock", "if round == 1 then 100 else previous(stock) - sum(bid)"),
    ),
)
TALK = Stage("talk", say("Bilan"))
END = Stage("end", say("Fin"))


def keys(room: Room) -> list[str]:
    return [step.key for step in room.session.plan]


def play_turn(room: Room, bid: int) -> None:
    """Everyone bids the same, and the room goes on to the end of the turn."""
    for person in room.session.people:
        room.answer(person, "bid", bid)
    room.next()


def test_a_loop_goes_on_until_what_ends_it_is_so() -> None:
    room = open_room(form(Repeat("9", (BID,), until="average(bid) >= 5"), END), people=2)
    room.next()
    assert keys(room) == ["bid.1", "end"]
    play_turn(room, 1)
    play_turn(room, 4)
    assert keys(room) == ["bid.1", "bid.2", "bid.3", "end"]
    play_turn(room, 5)
    assert room.session.current == "end"
    ended = [event for event in room.events if isinstance(event, e.LoopEnded)]
    assert [(event.loop, event.turn, event.by) for event in ended] == [("bid", 3, "condition")]


def test_a_loop_has_no_more_turns_than_its_limit() -> None:
    room = open_room(form(Repeat("2", (BID, TALK), until="average(bid) > 99"), END), people=1)
    room.until("end")
    assert keys(room) == ["bid.1", "talk.1", "bid.2", "talk.2", "end"]
    assert [event.by for event in room.events if isinstance(event, e.LoopEnded)] == ["limit"]


def turns(seed: int) -> int:
    room = open_room(form(Repeat("40", (BID,), chance="0.75"), END), people=1, seed=seed)
    room.until("end")
    return len(keys(room)) - 1


def test_a_loop_left_to_chance_depends_on_the_seed_alone() -> None:
    lengths = [turns(seed) for seed in range(60)]
    assert lengths == [turns(seed) for seed in range(60)]
    assert 3 < sum(lengths) / 60 < 5.2, "the mean is four turns"
    assert len(set(lengths)) > 5


def test_a_certain_turn_is_no_open_end() -> None:
    assert [step.key for step in unroll(form(Repeat("3", (TALK,), chance="1"), END), {})] == [
        "talk.1",
        "talk.2",
        "talk.3",
        "end",
    ]


def test_the_log_alone_tells_the_plan() -> None:
    room = open_room(form(Repeat("9", (BID, TALK), chance="0.9"), END), people=2)
    room.next()
    for _ in range(4):
        room.next()
    assert replay(room.events) == room.session


def test_the_facilitator_ends_a_loop_at_the_end_of_its_turn() -> None:
    room = open_room(form(Repeat("9", (BID, TALK), until="1 == 2"), END), people=1)
    room.next()
    room.do(c.EndLoop("bid"))
    room.next()
    assert room.session.current == "talk.1"
    room.next()
    assert room.session.current == "end"
    assert room.do(c.EndLoop("bid")) == ()
    assert room.refusal(c.EndLoop("nothing")) == "unknown-step"


def test_the_turn_is_settled_when_its_last_step_is_closed_or_skipped() -> None:
    room = open_room(form(Repeat("9", (BID, TALK), until="1 == 2"), END), people=1)
    room.next()
    room.do(c.SkipStep("talk.1", "pas le temps"))
    room.do(c.CloseStep("bid.1"))
    assert keys(room)[2] == "bid.2"
    room.next()
    assert room.session.current == "bid.2"
    room.do(c.SkipStep("bid.2", "déjà dit"))
    assert room.session.current == "talk.2"
    room.do(c.SkipStep("talk.2", "déjà dit"))
    assert room.session.current == "bid.3"


def test_an_open_loop_inside_another_starts_afresh() -> None:
    inner = Repeat("5", (BID,), until="bids >= 2")
    count = Stage("count", say("Compte"))
    settings = (Setting("bids", say("n"), "number", Fraction(0)),)
    room = open_room(form(Repeat("2", (inner, count)), END, settings=settings), people=1)
    room.next()
    room.next()
    assert keys(room) == ["bid.1.1", "bid.1.2", "count.1", "bid.2.1", "count.2", "end"]


def test_what_settings_and_the_turn_decide_is_decided_before_the_session() -> None:
    detail = Stage("detail", say("Détail"), condition="long and round != 2")
    bonus = Stage("bonus", say("Prime"), only_in_rounds=(2, 3))
    run = form(Repeat("3", (detail, bonus, TALK)), settings=(Setting("long", say("Long"), "yes-no", True),))
    assert [step.key for step in unroll(run, {})] == [
        "detail.1", "talk.1", "bonus.2", "talk.2", "detail.3", "bonus.3", "talk.3",
    ]  # fmt: skip
    assert "detail.1" not in [step.key for step in unroll(run, {"long": False})]


def test_a_stage_whose_condition_fails_is_left_out_for_everyone_and_shown_so() -> None:
    help_stage = Stage("help", say("Aide"), condition="mean < 3")
    room = open_room(form(BID, help_stage, END), people=2)
    room.next()
    play_turn(room, 4)
    assert room.session.current == "end"
    assert room.session.steps["help"].skipped
    assert e.StageLeftOut("help", room.now) in room.events


def test_a_stage_whose_condition_holds_is_played() -> None:
    room = open_room(form(BID, Stage("help", say("Aide"), condition="mean < 3"), END), people=2)
    room.next()
    play_turn(room, 2)
    assert room.session.current == "help"


def test_a_loop_whose_last_stage_is_left_out_still_goes_on() -> None:
    last = Stage("help", say("Aide"), condition="mean < 0")
    room = open_room(form(Repeat("3", (BID, last), until="mean >= 5"), END), people=1)
    room.next()
    play_turn(room, 1)
    assert room.session.current == "bid.2"
    play_turn(room, 9)
    assert room.session.current == "end"


def test_earlier_turns_are_remembered_exactly() -> None:
    room = open_room(form(Repeat("3", (BID, TALK)), END), people=2)
    room.next()
    for bid in (3, 7, 4):
        play_turn(room, bid)
        room.next()
    values = room.session.values
    assert values["bid.2"].person["p0"] == {"change": 4, "so_far": 10}
    assert values["bid.3"].person["p0"] == {"change": -3, "so_far": 14}
    assert "change" not in values["bid.1"].person["p0"]
    assert [values[f"bid.{n}"].session["stock"] for n in (1, 2, 3)] == [100, 86, 78]


def test_a_table_is_read_exactly_then_by_range_then_otherwise() -> None:
    rows = (Row(("2",), "20"), Row(("1..3",), "base * 2"), Row(("yes",), "1"))
    settings = (Setting("base", say("b"), "number", Fraction(5)),)
    room = open_room(form(TALK, settings=settings, tables=(Table("pay", rows, "7"),)), people=1)
    room.next()
    planned = room.session.now_playing
    assert planned is not None
    scope = StepScope(room.session, planned)
    found = [scope.table("pay", (key,)) for key in (Fraction(2), Fraction(3), Fraction(9), True, "word", None)]
    assert found == [20, 10, 7, 1, 7, None]
    assert scope.table("none", (Fraction(1),)) is None


ROLES = (
    Role("sender", say("Envoi"), chosen_by="random", per="group"),
    Role("receiver", say("Réception"), chosen_by="everyone else"),
)
SEND = Stage(
    "send",
    say("Envoi"),
    ask=(Question("sent", "whole number", say("Points"), minimum="0", maximum="10", asked_of="sender"),),
    answers_seen_by=Visibility("author", "stage ends", "group"),
    if_no_answer={"sent": "2"},
)
BACK = Stage(
    "back",
    say("Retour"),
    ask=(Question("back", "whole number", say("Points"), maximum="3 * sender.sent", asked_of="receiver"),),
    compute=(Compute("person", "gain", 'if role == "sender" then receiver.back else 3 * sender.sent - back'),),
)


def trust(people: int, *run: Stage) -> Room:
    groups = Grouping("size", size="2", keep="session")
    room = open_room(form(*(run or (SEND, BACK, END)), roles=ROLES, groups=groups), people=people)
    room.next()
    return room


@pytest.mark.parametrize("people", range(2, 14))
def test_each_group_has_its_own_holder_who_keeps_the_role(people: int) -> None:
    room = trust(people)
    senders = room.session.roles["sender"]
    assert [sum(p in senders for p in group) for group in room.session.groups["send"]] == [1] * (people // 2)
    room.next()
    assert room.session.roles["sender"] == senders


def test_a_group_that_loses_its_holder_gets_another() -> None:
    room = trust(4)
    gone = room.session.roles["sender"][0]
    room.do(c.MarkAbsent(gone, True))
    room.next()
    senders = room.session.roles["sender"]
    assert gone not in senders
    assert [sum(p in senders for p in group) for group in room.session.groups["back"]] == [1, 1]


def test_a_limit_may_depend_on_what_another_person_answered() -> None:
    room = trust(4)
    group = room.session.groups["send"][0]
    sender = next(p for p in group if p in room.session.roles["sender"])
    receiver = next(p for p in group if p != sender)
    room.answer(sender, "sent", 4)
    room.next()
    refused = room.answer(receiver, "back", 13)
    assert isinstance(refused, c.Refused)
    assert refused.detail == {"most": "12"}
    room.answer(receiver, "back", 12)
    other = next(p for p in room.session.groups["back"][1] if p not in room.session.roles["sender"])
    assert isinstance(room.answer(other, "back", 7), c.Refused), "nothing was sent: the stand-in is 2"
    room.next()
    assert room.session.values["back"].person[sender] == {"gain": 12}
    assert room.session.values["back"].person[receiver] == {"gain": 0}


def test_draws_are_recorded_once_per_group_or_once_per_person() -> None:
    stage = Stage(
        "draw",
        say("Tirage"),
        compute=(
            Compute("group", "dice", "draw_between(1, 1000)"),
            Compute("person", "own", "draw_between(1, 1000)"),
            Compute("person", "again", "draw_between(1, 1000)"),
            Compute("person", "chosen", "pick(1 == 1)"),
            Compute("session", "coin", "chance(0.5)"),
        ),
    )
    room = trust(8, stage, END)
    room.next()
    values = room.session.values["draw"]
    assert len(set(values.group["dice"])) == 4
    own = [person["own"] for person in values.person.values()]
    assert len(set(own)) == 8
    assert own != [person["again"] for person in values.person.values()]
    for group in room.session.groups["draw"]:
        assert sum(values.person[person]["chosen"] for person in group) == 1
    again = trust(8, stage, END)
    again.next()
    assert again.session.values["draw"] == values
