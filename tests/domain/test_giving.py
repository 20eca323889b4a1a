"""Roles given when a stage ends, variants drawn by lot, ranges of time, and all that ends a stage."""

from collections import Counter

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.evolve import replay
from facilitation.domain.format import (
    Assign,
    Board,
    Compute,
    Duration,
    Grouping,
    Option,
    Question,
    Repeat,
    Role,
    Setting,
    Stage,
    Treatment,
    Visibility,
    Vote,
)
from facilitation.domain.plan import unroll
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

END = Stage("end", say("Fin"))
NUMBER = Question("number", "whole number", say("Un nombre"), minimum="0", maximum="99")
PAIRS = Grouping("size", "2", keep="session")


def raise_hand(room: Room, person: str, role: str = "narrator", on: bool = True) -> str:
    return room.refusal(c.RaiseHand(room.session.current or "", role, on), c.By("participant", person))


def volunteering(count: int = 1, per: str = "session") -> Room:
    role = Role("narrator", say("Narration"), count=count, chosen_by="volunteers", per=per)  # type: ignore[arg-type]
    asks = Stage(
        "ask", say("Qui ?"), groups=PAIRS if per == "group" else None, assign=(Assign("narrator", by="volunteers"),)
    )
    room = open_room(form(asks, END, roles=(role,)), 6)
    room.next()
    return room


def test_a_volunteer_gets_the_role() -> None:
    room = volunteering()
    assert raise_hand(room, "p3") == ""
    assert raise_hand(room, "p4") == ""
    assert raise_hand(room, "p4", on=False) == ""
    assert raise_hand(room, "p1", "nothing") == "unknown-role"
    room.next()
    assert room.session.roles["narrator"] == ("p3",)
    assert replay(room.events) == room.session


@pytest.mark.parametrize("hands", range(7))
@pytest.mark.parametrize("count", [1, 2, 4])
def test_chance_decides_among_too_many_hands(hands: int, count: int) -> None:
    room = volunteering(count)
    for number in range(hands):
        raise_hand(room, f"p{number}")
    room.next()
    chosen = room.session.roles.get("narrator", ())
    assert len(chosen) == min(hands, count)
    assert set(chosen) <= {f"p{number}" for number in range(hands)}


def test_each_group_has_its_volunteer_and_the_facilitator_has_the_last_word() -> None:
    room = volunteering(per="group")
    for person in room.session.people:
        raise_hand(room, person)
    room.next()
    held = room.session.roles["narrator"]
    assert sorted(len(set(group) & set(held)) for group in room.session.groups["ask"]) == [1, 1, 1]
    room = volunteering()
    raise_hand(room, "p3")
    room.do(c.AssignRole("narrator", ("p5",)))
    room.next()
    assert room.session.roles["narrator"] == ("p5",)


@pytest.mark.parametrize(("by", "expected"), [("highest", "p2"), ("lowest", "p0")])
def test_a_value_gives_a_role(by: str, expected: str) -> None:
    role = Role("scribe", say("Scribe"), chosen_by="result")
    line = Assign("scribe", by=by, value="doubled")  # type: ignore[arg-type]
    ask = Stage("ask", say("?"), ask=(NUMBER,), compute=(Compute("person", "doubled", "number * 2"),), assign=(line,))
    room = open_room(form(ask, END, roles=(role,)), 4)
    room.next()
    for person, number in (("p0", 3), ("p1", 5), ("p2", 9)):
        room.answer(person, "number", number)
    room.next()
    assert room.session.roles["scribe"] == (expected,), "who did not answer is no candidate"


def test_equals_are_drawn_by_lot() -> None:
    role = Role("scribe", say("Scribe"), chosen_by="result")
    ask = Stage("ask", say("?"), ask=(NUMBER,), assign=(Assign("scribe", by="highest", value="number"),))
    winners = set()
    for seed in range(12):
        room = open_room(form(ask, END, roles=(role,)), 3, seed=seed)
        room.next()
        for person in room.session.people:
            room.answer(person, "number", 5)
        room.next()
        winners.add(room.session.roles["scribe"])
    assert len(winners) == 3


@pytest.mark.parametrize("people", [2, 3, 4, 5, 7, 8])
def test_roles_are_exchanged_in_a_round(people: int) -> None:
    roles = (
        Role("seller", say("Vente"), per="group", chosen_by="random"),
        Role("buyer", say("Achat"), chosen_by="everyone else"),
    )
    swap = Stage("swap", say("Échange"), only_in_rounds=(2,), assign=(Assign("seller", by="swap", other="buyer"),))
    room = open_room(form(Repeat("3", (swap, Stage("deal", say("Affaire")))), roles=roles, groups=PAIRS), people)
    room.next()
    first = set(room.session.roles["seller"])
    room.until("deal.2")
    second = set(room.session.roles["seller"])
    assert len(second) == len(first)
    assert not first & second
    room.until("deal.3")
    assert set(room.session.roles["seller"]) == second


FRAMING = Treatment("framing", say("Présentation"), (Option("gain", say("Gain")), Option("loss", say("Perte"))))


def framed(per: str, people: int, seed: int = 7, **more: object) -> Room:
    drawn = Treatment("framing", FRAMING.label, FRAMING.options, per)  # type: ignore[arg-type]
    play = Stage(
        "play", say("Jeu"), ask=(NUMBER,), compute=(Compute("person", "won", 'if framing == "gain" then 10 else 1'),)
    )
    return open_room(form(play, END, groups=PAIRS, treatments=(drawn,), **more), people, seed=seed)


@pytest.mark.parametrize("people", [2, 3, 4, 5, 7, 11, 12, 23])
@pytest.mark.parametrize("per", ["session", "group", "person"])
def test_variants_are_drawn_evenly_and_kept(per: str, people: int) -> None:
    room = framed(per, people)
    room.next()
    had = room.session.treated["framing"]
    assert had.keys() == room.session.people.keys()
    rows = [{had[person] for person in group} for group in room.session.groups["play"]]
    if per == "session":
        assert len(set(had.values())) == 1
    if per == "group":
        assert all(len(row) == 1 for row in rows)
        counts = Counter(next(iter(row)) for row in rows)
        assert abs(counts["gain"] - counts["loss"]) <= 1
    if per == "person":
        counts = Counter(had.values())
        assert abs(counts["gain"] - counts["loss"]) <= 1
    room.join(1)
    late = f"p{people}"
    assert late in room.session.treated["framing"]
    if per == "group":
        group = next(row for row in room.session.groups["play"] if late in row)
        assert len({room.session.treated["framing"][person] for person in group}) == 1
    room.next()
    won = {person: found["won"] for person, found in room.session.values["play"].person.items()}
    assert {person: 10 if had[person] == "gain" else 1 for person in had}.items() <= won.items()
    assert replay(room.events) == room.session


def test_a_draw_depends_on_the_seed_alone() -> None:
    drawn = []
    for seed in range(30):
        room = framed("session", 2, seed)
        room.next()
        drawn.append(room.session.treated["framing"]["p0"])
    assert set(drawn) == {"gain", "loss"}


def test_a_variant_chosen_in_the_settings_or_drawn_for_the_session_decides_what_is_played() -> None:
    tone = Setting("tone", say("Ton"), "choice", "calm", options=(Option("calm", say("a")), Option("wild", say("b"))))
    wild = Stage("wild", say("Vif"), condition='tone == "wild"')
    keys = [[step.key for step in unroll(form(wild, END, settings=(tone,)), {"tone": one})] for one in ("calm", "wild")]
    assert keys == [["end"], ["wild", "end"]]
    gain = Stage("gain", say("Gain"), condition='framing == "gain"')
    for seed in range(6):
        room = open_room(form(Stage("first", say("1")), gain, END, treatments=(FRAMING,)), 2, seed=seed)
        room.next()
        room.next()
        assert room.session.current == ("gain" if room.session.treated["framing"]["p0"] == "gain" else "end")


def test_what_is_asked_of_a_variant_is_asked_of_nobody_else() -> None:
    ask = Question("number", "whole number", say("?"), asked_of="gain")
    person = Treatment("framing", FRAMING.label, FRAMING.options, "person")
    room = open_room(form(Stage("ask", say("?"), ask=(ask,)), treatments=(person,)), 4)
    room.next()
    for who, variant in room.session.treated["framing"].items():
        assert isinstance(room.answer(who, "number", 1), c.Refused) == (variant == "loss")


def test_a_range_signals_at_its_low_end_and_ends_at_its_high_end() -> None:
    room = open_room(form(Stage("talk", say("Parler"), duration=Duration("10", at_least="5"))), 2)
    assert (room.session.plan[0].least, room.session.plan[0].seconds) == (300, 600)
    room.next()
    step = room.session.step
    assert step is not None
    assert (step.signals_at, step.ends_at) == (room.now + 300_000, room.now + 600_000)
    room.do(c.ExtendStep("talk", 60))
    assert room.session.steps["talk"].signals_at == step.signals_at + 60_000  # type: ignore[operator]
    room.do(c.PauseTimer("talk"))
    room.now += 100_000
    room.do(c.ResumeTimer("talk"))
    moved = room.session.steps["talk"]
    assert moved.signals_at is not None
    assert moved.ends_at is not None
    assert moved.ends_at - moved.signals_at == 300_000
    assert replay(room.events) == room.session


def test_a_range_per_person_counts_the_largest_group() -> None:
    talk = Stage("talk", say("Parler"), duration=Duration("2", "person", "1"), groups=Grouping("size", "3"))
    room = open_room(form(talk), 7)
    room.next()
    step = room.session.step
    assert step is not None
    assert (step.signals_at, step.ends_at) == (room.now + 4 * 60_000, room.now + 8 * 60_000)


def test_a_length_set_by_hand_is_no_range() -> None:
    found = unroll(form(Stage("talk", say("Parler"), duration=Duration("10", at_least="5"))), {}, {"talk": 3})
    assert (found[0].least, found[0].seconds) == (None, 180)


def test_the_first_of_several_things_ends_a_stage() -> None:
    stage = Stage(
        "ask",
        say("?"),
        ask=(NUMBER,),
        duration=Duration("2"),
        continue_when="everyone answered",
        or_when=("timer ends",),
        goes_on_if="max(number) > 50",
    )
    reasons = []
    for way in ("all", "time", "condition", "facilitator"):
        room = open_room(form(stage, END), 3)
        room.next()
        match way:
            case "all":
                for person in room.session.people:
                    room.answer(person, "number", 1)
            case "time":
                room.now += 121_000
                room.do(c.EndTimer("ask"), c.By("clock"))
            case "condition":
                room.answer("p0", "number", 50)
                assert room.session.current == "ask"
                room.answer("p1", "number", 51)
            case "facilitator":
                room.next()
        assert room.session.current == "end", way
        reasons += [event.by for event in room.events if isinstance(event, e.StageClosed)]
    assert reasons == ["everyone answered", "timer", "condition", "facilitator"]


def test_as_many_authors_as_the_role_wants_and_each_but_once() -> None:
    board = Board("subjects", Visibility("everyone"))
    vote = Vote("subjects", dots="9")
    for per, given in (("session", ("p1", "p2")), ("group", ("p1", "p2", "p0", "p3"))):
        role = Role("client", say("Client"), count=2, chosen_by="vote", per=per)  # type: ignore[arg-type]
        halves = Grouping("size", "3") if per == "group" else None
        choose = Stage(
            "choose", say("?"), groups=halves, boards=(board,), vote=vote, assign=(Assign("client", "subjects"),)
        )
        room = open_room(form(choose, Stage("end", say("Fin")), roles=(role,)), 6)
        room.next()
        for person in ("p1", "p1", "p2", "p5", "p0", "p3"):
            room.post(person, "subjects", "Un sujet")
        cards = dict(zip(("c1", "c2", "c3", "c4", "c5", "c6"), (9, 8, 7, 6, 5, 4), strict=True))
        for person, (card, dots) in zip(room.session.people, cards.items(), strict=True):
            room.vote(person, {card: dots})
        room.do(c.MarkAbsent("p5", True))
        room.next()
        if per == "session":
            assert room.session.roles["client"] == given, "p1 wrote the first two cards, p5 has gone"
            continue
        circles = room.session.groups["choose"]
        wanted = [[who for who in given if who in circle][:2] for circle in circles]
        assert room.session.roles["client"] == tuple(who for circle in wanted for who in circle)
        assert len(circles) == 2
