"""Talking in turn: the order, who has the floor, who may pass it on, and what becomes of those who come and go."""

import random

import pytest

from facilitation.desk.timers import ring_due
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.evolve import replay
from facilitation.domain.floors import floors_of, to_come
from facilitation.domain.format import Board, Duration, Grouping, Question, Role, Stage, Turns, Visibility
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

HOST = Role("host", say("Hôte"))
CLOCK = c.By("clock")


def talk(turns: Turns, groups: Grouping | None = None, **more: object) -> Stage:
    return Stage("around", say("Le tour"), groups=groups, turns=turns, **more)  # type: ignore[arg-type]


def circle(room: Room, number: int = 0) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
    """Who speaks, who has spoken, who is to come."""
    floor = floors_of(room.session)[number]
    return floor.speaker, floor.spoken, to_come(room.session, floor)


def pass_on(room: Room, by: str | None, number: int = 0) -> str:
    """Pass the turn on, as a person or (`None`) as the facilitator; why it was refused."""
    turn = floors_of(room.session)[number].turn
    who = c.By("facilitator", "f") if by is None else c.By("participant", by)
    return room.refusal(c.PassTurn("around", turn, number), who)


@pytest.mark.parametrize("people", [*range(1, 14), 23, 40])
@pytest.mark.parametrize("size", [None, "3", "4"])
def test_everyone_speaks_exactly_once(people: int, size: str | None) -> None:
    groups = Grouping("size", size) if size else None
    room = open_room(form(talk(Turns(), groups), Stage("end", say("Fin"))), people)
    room.next()
    for number in range(len(floors_of(room.session))):
        while (speaker := circle(room, number)[0]) is not None:
            assert pass_on(room, speaker, number) == ""
    spoken = [person for number in range(len(floors_of(room.session))) for person in circle(room, number)[1]]
    assert sorted(spoken) == sorted(room.session.people)
    assert room.session.current == "around", "the facilitator goes on"
    assert replay(room.events) == room.session


def test_the_drawn_order_is_kept_and_depends_on_the_seed() -> None:
    orders = set()
    for seed in range(20):
        room = open_room(form(talk(Turns())), 5, seed=seed)
        room.next()
        (ordered,) = [event for event in room.events if isinstance(event, e.SpeakersOrdered)]
        assert ordered.orders == (floors_of(room.session)[0].order,)
        orders.add(ordered.orders)
    assert len(orders) > 10


def test_the_order_of_arrival_with_a_role_first() -> None:
    room = open_room(form(talk(Turns("arrival", first="host")), roles=(HOST,)), 4)
    room.do(c.AssignRole("host", ("p2",)))
    room.next()
    assert circle(room) == ("p2", (), ("p0", "p1", "p3"))


def test_only_those_who_speak_the_host_and_the_facilitator_pass_on() -> None:
    room = open_room(form(talk(Turns("arrival", passed_on_by="host")), roles=(HOST,)), 4)
    room.do(c.AssignRole("host", ("p3",)))
    room.next()
    assert pass_on(room, "p1") == "wait-your-turn"
    assert pass_on(room, "p0") == ""
    assert pass_on(room, "p3") == ""
    assert pass_on(room, None) == ""
    assert circle(room) == ("p3", ("p0", "p1", "p2"), ())
    assert [event.by for event in room.events if isinstance(event, e.TurnGiven)] == [
        "order",
        "speaker",
        "role",
        "facilitator",
    ]


def test_two_who_press_at_once_skip_nobody() -> None:
    room = open_room(form(talk(Turns("arrival"))), 3)
    room.next()
    turn = floors_of(room.session)[0].turn
    room.do(c.PassTurn("around", turn), c.By("participant", "p0"))
    assert room.do(c.PassTurn("around", turn)) == ()
    assert circle(room)[0] == "p1"


def test_the_facilitator_goes_back_and_gives_the_floor() -> None:
    room = open_room(form(talk(Turns("arrival"))), 4)
    room.next()
    pass_on(room, "p0")
    room.do(c.GiveTurn("around", "p0"))
    assert circle(room) == ("p0", ("p1",), ("p2", "p3"))
    room.do(c.GiveTurn("around", "p3"))
    assert circle(room) == ("p3", ("p1", "p0"), ("p2",))
    pass_on(room, None)
    assert circle(room)[0] == "p2"
    assert room.refusal(c.GiveTurn("around", "nobody")) == "no-turns"


def test_the_next_round_goes_back_around() -> None:
    back = Stage("back", say("Retour"), turns=Turns("reversed"))
    room = open_room(form(talk(Turns()), Stage("pause", say("Pause")), back), 5)
    room.next()
    there = floors_of(room.session)[0].order
    room.join(1)
    room.until("back")
    order = floors_of(room.session)[0].order
    assert order == (*reversed((*there, "p5")),), "who came late spoke last there, and begins here"
    assert circle(room)[0] == order[0]
    assert replay(room.events) == room.session


def test_as_the_facilitator_says() -> None:
    room = open_room(form(talk(Turns("facilitator"))), 3)
    room.next()
    assert circle(room)[0] is None
    room.do(c.GiveTurn("around", "p2"))
    pass_on(room, "p2")
    assert circle(room) == (None, ("p2",), ("p0", "p1"))


def test_time_passes_the_turn_on_or_waits() -> None:
    for time_up, then in (("pass on", "p1"), ("wait", "p0")):
        stage = talk(Turns("arrival", "1", time_up=time_up), duration=Duration("1", "person"))  # type: ignore[arg-type]
        room = open_room(form(stage), 3)
        room.next()
        assert room.session.step is not None
        assert room.session.step.ends_at == room.now + 180_000
        assert ring_due(room.session, room.now + 59_000) is None
        assert (ring_due(room.session, room.now + 60_000) is not None) == (time_up == "pass on")
        room.now += 61_000
        room.do(c.EndTimer("around"), CLOCK)
        assert circle(room)[0] == then


def test_a_pause_stops_the_time_of_who_speaks() -> None:
    room = open_room(form(talk(Turns("arrival", "1"), duration=Duration("1", "person"))), 3)
    room.next()
    room.now += 20_000
    room.do(c.PauseTimer("around"))
    left = floors_of(room.session)[0].left
    assert left == 60_000 - 21_000
    assert ring_due(room.session, room.now + 600_000) is None
    room.now += 300_000
    room.do(c.ResumeTimer("around"))
    assert floors_of(room.session)[0].ends_at == room.now + left


def test_turns_ring_after_a_stage_that_goes_on_past_its_end() -> None:
    room = open_room(form(talk(Turns("arrival", "2"), duration=Duration("1"))), 3)
    room.next()
    stage_ends = room.now + 60_000
    first = ring_due(room.session, stage_ends + 1)
    due = ring_due(room.session, stage_ends + 70_000)
    assert first is not None
    assert due is not None
    assert due != first
    assert stage_ends + 60_000 in due.due


def test_a_latecomer_speaks_last_and_who_leaves_is_passed_over() -> None:
    room = open_room(form(talk(Turns("arrival"))), 3)
    room.next()
    room.join(1)
    room.do(c.MarkAbsent("p0", True))
    assert circle(room) == ("p1", ("p0",), ("p2", "p3"))
    room.do(c.Signal("around", "pass"), c.By("participant", "p1"))
    assert circle(room)[0] == "p2"
    assert replay(room.events) == room.session


def test_a_person_moved_to_another_group_speaks_there() -> None:
    room = open_room(form(talk(Turns("arrival"), Grouping("size", "3"))), 6)
    room.next()
    person = next(p for p in floors_of(room.session)[0].order if p != circle(room)[0])
    room.do(c.MovePerson(person, 1))
    assert person not in floors_of(room.session)[0].order
    assert circle(room, 1)[2][-1] == person


def test_the_silent_have_no_turn_and_roles_may_speak_alone() -> None:
    roles = (HOST, Role("peers", say("Pairs"), chosen_by="everyone else"))
    room = open_room(form(talk(Turns("arrival"), silent=("host",)), roles=roles), 3)
    room.do(c.AssignRole("host", ("p0",)))
    room.next()
    assert floors_of(room.session)[0].order == ("p1", "p2")
    room = open_room(form(talk(Turns("arrival", who="host")), roles=roles), 3)
    room.do(c.AssignRole("host", ("p2",)))
    room.next()
    assert floors_of(room.session)[0].order == ("p2",)


def test_several_roles_may_speak_while_the_others_only_write() -> None:
    note = Role("note", say("Notes"), count=2)
    peers = Role("peers", say("Pairs"), chosen_by="everyone else")
    turns = Turns(order="arrival", who="host", with_them=("peers",))
    room = open_room(form(talk(turns), roles=(HOST, note, peers)), 5)
    room.do(c.AssignRole("host", ("p1",)))
    room.do(c.AssignRole("note", ("p0", "p4")))
    room.next()
    assert floors_of(room.session)[0].order == ("p1", "p2", "p3")


def test_the_room_goes_on_when_everyone_has_spoken() -> None:
    stage = talk(Turns("arrival"), continue_when="everyone answered")
    room = open_room(form(stage, Stage("end", say("Fin"))), 2)
    room.next()
    room.do(c.Signal("around", "done"), c.By("participant", "p1"))
    pass_on(room, "p0")
    assert room.session.current == "around"
    pass_on(room, "p1")
    assert room.session.current == "end"


def test_only_the_speaker_writes() -> None:
    stage = talk(
        Turns("arrival", only_speaker_writes=True),
        boards=(Board("ideas", Visibility("everyone")),),
        ask=(Question("word", "short text", say("Un mot")),),
    )
    room = open_room(form(stage), 2)
    room.next()
    refused = room.post("p1", "ideas", "trop tôt")
    assert isinstance(refused, c.Refused)
    assert refused.reason == "wait-your-turn"
    assert not isinstance(room.post("p0", "ideas", "à moi"), c.Refused)
    pass_on(room, "p0")
    assert not isinstance(room.answer("p1", "word", "oui"), c.Refused)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_the_log_tells_who_speaks(seed: int) -> None:
    luck = random.Random(seed)
    room = open_room(form(talk(Turns("random", "1"), Grouping("size", "3")), Stage("end", say("Fin"))), 8, seed)
    room.next()
    for _ in range(60):
        people = list(room.session.people)
        person = luck.choice(people)
        room.do(
            luck.choice(
                [
                    c.MarkAbsent(person, luck.random() < 0.5),
                    c.GiveTurn("around", person),
                    c.MovePerson(person, luck.randrange(2)),
                    c.PassTurn("around", floors_of(room.session)[0].turn),
                ]
            )
        )
        for number, floor in enumerate(floors_of(room.session)):
            members = room.session.groups["around"][number]
            assert set(floor.order) <= set(members)
            assert floor.speaker is None or floor.speaker in floor.order
            if floor.speaker is None:
                assert to_come(room.session, floor) == ()
    assert replay(room.events) == room.session
