"""Groups that people choose, that the facilitator makes, that cards make; and those who come late."""

import random

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.choosing import apart
from facilitation.domain.evolve import replay
from facilitation.domain.format import Board, Grouping, Option, Question, Repeat, Role, Stage, Visibility
from facilitation.domain.group_names import labels
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

NAMED = Grouping("among", among=(Option("a", say("Emploi")), Option("b", say("Logement"))), chosen_by="participants")
SESSIONS = Board("sessions", Visibility("everyone"))
AROUND_CARDS = Grouping("cards of", cards_of="sessions", chosen_by="participants", moves_freely=True)
END = Stage("end", say("Fin"))


def stage(id: str, groups: Grouping, **more: object) -> Stage:
    return Stage(id, say(id), groups=groups, **more)  # type: ignore[arg-type]


def go(room: Room, person: str, group: int) -> str:
    return room.refusal(c.JoinGroup(room.session.current or "", group), c.By("participant", person))


def groups(room: Room) -> tuple[tuple[str, ...], ...]:
    return room.session.groups[room.session.current or ""]


def why(room: Room, person: str) -> str | None:
    assert room.session.now_playing is not None
    return apart(room.session, room.session.now_playing, person)


def test_people_choose_once_and_the_others_are_placed() -> None:
    room = open_room(form(stage("one", NAMED), END), 5)
    room.next()
    assert groups(room) == ((), ())
    assert {why(room, person) for person in room.session.people} == {"choose"}
    assert go(room, "p0", 1) == ""
    assert go(room, "p0", 0) == "no-free-choice"
    assert go(room, "p1", 7) == "unknown-group"
    room.do(c.PlaceRest("one"))
    assert sorted(map(len, groups(room))) == [2, 3]
    assert "p0" in groups(room)[1]
    assert replay(room.events) == room.session


def test_names_stay_with_the_groups_and_free_movement_is_said() -> None:
    again = Grouping("same as", of="one", moves_freely=True)
    room = open_room(form(stage("one", NAMED), stage("two", again), stage("three", Grouping("same as", of="one"))), 3)
    room.next()
    for person in ("p0", "p1"):
        go(room, person, 1)
    room.next()
    assert groups(room) == ((), ("p0", "p1"))
    assert why(room, "p2") == "choose"
    assert go(room, "p0", 0) == ""
    assert go(room, "p0", 1) == ""
    assert go(room, "p0", 0) == ""
    room.next()
    assert groups(room) == (("p0",), ("p1",)), "what people did last goes on"
    assert go(room, "p0", 1) == "no-free-choice"
    assert [label.fr for label in labels(room.session, room.session.plan[2]) if label] == ["Emploi", "Logement"]


def test_a_group_can_be_full() -> None:
    full = Grouping("among", among=NAMED.among, chosen_by="participants", at_most="1")
    room = open_room(form(stage("one", full)), 3)
    room.next()
    assert go(room, "p0", 0) == ""
    assert go(room, "p1", 0) == "group-full"


def test_without_a_group_there_is_no_group_s_part() -> None:
    asked = Question("word", "short text", say("Un mot"), answered_by="group")
    own = Question("mood", "short text", say("Humeur"))
    table = Board("page", Visibility("group"), belongs_to="table")
    room = open_room(form(stage("one", NAMED, ask=(asked, own), boards=(table,))), 2)
    room.next()
    refused = room.answer("p0", "word", "oui")
    assert isinstance(refused, c.Refused)
    assert refused.reason == "no-group"
    refused = room.post("p0", "page", "oui")
    assert isinstance(refused, c.Refused)
    assert not isinstance(room.answer("p0", "mood", "bonne"), c.Refused)
    go(room, "p0", 0)
    assert not isinstance(room.answer("p0", "word", "oui"), c.Refused)


def test_the_room_goes_on_once_everyone_has_chosen() -> None:
    room = open_room(form(stage("one", NAMED, continue_when="everyone answered"), END), 2)
    room.next()
    go(room, "p0", 0)
    assert room.session.current == "one"
    go(room, "p1", 0)
    assert room.session.current == "end"


def test_the_rest_goes_where_there_is_room_and_no_further() -> None:
    small = Grouping("among", among=NAMED.among, chosen_by="participants", at_most="2")
    room = open_room(form(stage("one", small), END), 5)
    room.next()
    go(room, "p0", 0)
    room.do(c.PlaceRest("one"))
    assert sorted(map(len, groups(room))) == [2, 2]
    assert room.refusal(c.PlaceRest("one")) == "groups-full"
    left = next(person for person in room.session.people if why(room, person) == "choose")
    # A hand may still seat one more: the facilitator sees the room.
    room.do(c.MovePerson(left, 0))
    assert sorted(map(len, groups(room))) == [2, 3]
    assert room.refusal(c.PlaceRest("one")) == ""


@pytest.mark.parametrize("people", [*range(1, 14), 23])
def test_chance_deals_people_out_among_named_groups(people: int) -> None:
    dealt = Grouping("among", among=NAMED.among, chosen_by="chance")
    room = open_room(form(stage("one", dealt)), people)
    room.next()
    sizes = [len(group) for group in groups(room)]
    assert sum(sizes) == people
    assert max(sizes) - min(sizes) <= 1


def test_the_facilitator_makes_the_groups() -> None:
    room = open_room(form(stage("one", Grouping("size", "3", chosen_by="facilitator"))), 6)
    room.next()
    assert groups(room) == ((), ())
    assert why(room, "p0") == "facilitator"
    refused = room.answer("p0", "nothing", "x")
    assert isinstance(refused, c.Refused)
    room.do(c.MovePerson("p0", 1))
    room.do(c.MovePerson("p1", 2))
    assert groups(room) == ((), ("p0",), ("p1",))
    assert room.refusal(c.MovePerson("p2", 9)) == "unknown-group"
    assert go(room, "p2", 0) == "no-free-choice"
    room.do(c.PlaceRest("one"))
    assert sorted(person for group in groups(room) for person in group) == sorted(room.session.people)


def test_cards_make_groups_while_they_are_written() -> None:
    host = Role("convener", say("Qui convoque"), per="group", chosen_by="result", optional=True)
    hosted = Grouping(
        "cards of", cards_of="sessions", chosen_by="participants", moves_freely=True, hosted_by="convener"
    )
    room = open_room(form(stage("market", hosted, boards=(SESSIONS,)), END, roles=(host,)), 4)
    room.next()
    assert groups(room) == ()
    room.post("p0", "sessions", "Le logement")
    room.post("p2", "sessions", "Le travail")
    assert groups(room) == (("p0",), ("p2",))
    assert room.session.roles["convener"] == ("p0", "p2")
    assert go(room, "p1", 1) == ""
    assert go(room, "p2", 0) == ""
    room.do(c.WithdrawCard("c2"), c.By("participant", "p2"))
    assert [label.fr if label else None for label in labels(room.session, room.session.plan[0])] == [
        "Le logement",
        None,
    ]
    assert groups(room)[1] == ("p1",), "a group outlives its card"
    assert replay(room.events) == room.session


def test_a_column_is_a_slot() -> None:
    slot = Grouping("cards of", cards_of="sessions", column="second", chosen_by="participants")
    room = open_room(form(Stage("market", say("Marché"), boards=(SESSIONS,)), stage("slot", slot)), 2)
    room.next()
    for number, column in enumerate(("first", "second", "second")):
        room.events.append(e.CardPosted(f"c{number + 1}", "sessions", "market", "p0", f"Sujet {number}", column, 0))
    room.session = replay(room.events)
    room.next()
    assert room.session.group_cards["slot"] == ("c2", "c3")


LATE = [("join the smallest", None, 0), ("next round", "next round", 1), ("observe", "observe", 99)]


@pytest.mark.parametrize(("policy", "reason", "rounds"), LATE)
@pytest.mark.parametrize("kept", [True, False])
def test_latecomers(policy: str, reason: str | None, rounds: int, kept: bool) -> None:
    first = Grouping("size", "2", keep="session" if kept else "stage", latecomers=policy)  # type: ignore[arg-type]
    inner = first if kept else Grouping("same as", of="form")
    ask = (Question("word", "short text", say("Un mot")),)
    loop = Repeat("3", (stage("play", inner, ask=ask), stage("talk", inner)))
    room = open_room(form(stage("form", first), loop), 4)
    room.until("play.1")
    room.join(1)
    assert why(room, "p4") == reason
    assert isinstance(room.answer("p4", "word", "moi"), c.Refused) == (reason is not None)
    room.next()
    assert why(room, "p4") == reason, "still the same round"
    room.next()
    assert why(room, "p4") == (reason if rounds > 1 else None)
    before = groups(room)
    room.next()
    assert groups(room) == before, "whoever found a place keeps it"


@pytest.mark.parametrize("seed", range(8))
def test_nobody_is_ever_in_two_groups(seed: int) -> None:
    luck = random.Random(seed)
    room = open_room(form(stage("market", AROUND_CARDS, boards=(SESSIONS,))), 6)
    room.next()
    for _ in range(50):
        person = luck.choice(list(room.session.people))
        match luck.randrange(4):
            case 0:
                room.post(person, "sessions", "Un sujet")
            case 1:
                go(room, person, luck.randrange(5))
            case 2:
                room.do(c.MarkAbsent(person, luck.random() < 0.5))
            case 3:
                room.do(c.PlaceRest("market"))
        seated = [who for group in groups(room) for who in group]
        assert len(seated) == len(set(seated))
        assert len(groups(room)) == len(room.session.cards)
    assert replay(room.events) == room.session
