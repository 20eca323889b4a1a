"""Cards on a map, cards that somebody sifts, cards shown little by little, columns of one role."""

import json
from dataclasses import replace

import pytest

from facilitation.desk.timers import ring_due
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.evolve import replay
from facilitation.domain.format import (
    Axis,
    Board,
    Carry,
    Column,
    Duration,
    Format,
    Grouping,
    Map,
    Role,
    Stage,
    Visibility,
    Vote,
)
from facilitation.projections.channels import all_channels, channels_of, documents, touched
from facilitation.projections.outcome import outcome
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

EVERYONE = Visibility("everyone")
MAP = Map(Axis(say("Facile"), say("Difficile")), Axis(say("Petit"), say("Grand")))
WRITE = Stage("write", say("Écrire"), boards=(Board("ideas", EVERYONE),))


def _on_map(placed_by: str, **more: object) -> Format:
    board = Board("ideas", EVERYONE, written_by="nobody", map=MAP, placed_by=placed_by)  # type: ignore[arg-type]
    later = Board("ideas", EVERYONE, written_by="nobody", map=MAP)
    place = Stage("place", say("Placer"), boards=(board,), **more)  # type: ignore[arg-type]
    return form(WRITE, place, Stage("look", say("Regarder"), boards=(later,)))


def _room(found: Format, people: int, cards: int) -> Room:
    room = open_room(found, people)
    room.next()
    for number in range(cards):
        room.post(f"p{number % people}", "ideas", f"Carte {number + 1}")
    return room


def _place(room: Room, person: str, card: str, across: int, up: int) -> str:
    return room.refusal(c.PlaceCard(room.session.current or "", card, across, up), c.By("participant", person))


def _shown(room: Room) -> dict[str, dict[str, object]]:
    board = documents(room.session, ["everyone"])["everyone"]["boards"]["ideas"]
    found: dict[str, dict[str, object]] = board.get("cards", {})
    return found


def _told(room: Room, person: str) -> str:
    return json.dumps(documents(room.session, channels_of(room.session, person)), ensure_ascii=False)


@pytest.mark.parametrize("people", range(1, 14))
def test_what_each_thinks_shows_at_the_median_once_the_stage_is_closed(people: int) -> None:
    room = _room(_on_map("person"), people, 1)
    room.next()
    for number, person in enumerate(room.session.people):
        assert _place(room, person, "c1", 1 + number % 5, 3) == ""
        assert "place" not in _shown(room)["c1"], "nobody follows another"
    room.next()
    place = _shown(room)["c1"]["place"]
    middle = sorted(1 + number % 5 for number in range(people))[people // 2]
    assert isinstance(place, dict)
    assert (place["n"], place["y"]) == (people, "3")
    assert people % 2 == 0 or place["x"] == str(middle)


def test_an_author_places_their_own_card_and_no_other_and_it_shows_at_once() -> None:
    room = _room(_on_map("author"), 2, 2)
    room.next()
    assert _place(room, "p0", "c2", 1, 1) == "not-your-turn"
    assert _place(room, "p0", "c1", 2, 6) == "out-of-scale"
    assert _place(room, "p0", "c1", 2, 5) == ""
    assert _shown(room)["c1"]["place"] == {"n": 1, "x": "2", "y": "5"}


@pytest.mark.parametrize("people", range(2, 14))
def test_a_pair_places_as_one_and_the_last_word_counts(people: int) -> None:
    room = _room(_on_map("group", groups=Grouping("size", size="2")), people, 1)
    room.next()
    for person in room.session.people:
        _place(room, person, "c1", 2, 2)
    last = next(iter(room.session.groups["place"][0]))
    _place(room, last, "c1", 4, 2)
    assert len(room.session.places["place"]["c1"]) == len(room.session.groups["place"])
    room.next()
    told = next(stage for stage in outcome(room.session).stages if stage.stage == "place").boards[0].map
    assert told is not None
    assert (told.points[0].n, told.points[0].number) == (len(room.session.groups["place"]), 1)


def test_the_map_stays_with_its_board_and_is_closed_to_placing_later() -> None:
    room = _room(_on_map("person"), 2, 1)
    room.next()
    room.next()
    assert _place(room, "p0", "c1", 1, 1) == "not-your-turn"
    assert documents(room.session, ["everyone"])["everyone"]["boards"]["ideas"]["map"]["up"]["high"]["fr"] == "Grand"


HOST = Role("host", say("Animation"))
ROOM = Role("room", say("Salle"), chosen_by="everyone else")


def _sieve(by: str) -> Room:
    questions = Board("ideas", EVERYONE, sifted_by=by)
    after = Board("ideas", EVERYONE, written_by="nobody")
    stages = (
        Stage("ask", say("Questions"), boards=(questions,)),
        Stage("vote", say("Voter"), boards=(after,), vote=Vote("ideas", "3"), carry=(Carry("ideas", "all"),)),
    )
    room = open_room(form(*stages, roles=(HOST, ROOM)), 3)
    room.do(c.AssignRole("host", ("p0",)))
    room.next()
    for person, text in (("p1", "Première question"), ("p2", "Deuxième question")):
        room.post(person, "ideas", text)
    return room


def test_a_card_waits_for_those_who_sift_and_is_in_nobody_else_s_bytes() -> None:
    room = _sieve("host")
    assert "Première" in _told(room, "p0")
    assert "Première" in _told(room, "p1"), "one's own words stay one's own"
    assert "Première" not in _told(room, "p2")
    assert room.refusal(c.SiftCard("c1", 1), c.By("participant", "p2")) == "not-your-turn"
    room.do(c.SiftCard("c1", 1), c.By("participant", "p0"))
    room.do(c.SiftCard("c2", 1), c.By("participant", "p0"))
    assert {id: card.get("order") for id, card in _shown(room).items()} == {"c2": 1, "c1": 2}
    room.do(c.SiftCard("c1", None), c.By("participant", "p0"))
    assert "Première" not in _told(room, "p2")


def test_what_was_never_let_in_stays_out_in_every_later_stage_and_of_the_record() -> None:
    room = _sieve("host")
    room.do(c.SiftCard("c2", 1), c.By("participant", "p0"))
    room.next()
    assert list(_shown(room)) == ["c2"]
    assert room.refusal(c.CastVote("vote", {"c1": 1}), c.By("participant", "p2")) == "unknown-card"
    written = next(stage for stage in outcome(room.session).stages if stage.stage == "ask").boards[0]
    assert [card.text for card in written.cards] == ["Deuxième question"]
    assert written.unprinted.hidden == 1


def test_the_facilitator_may_be_the_one_who_sifts() -> None:
    room = _sieve("facilitator")
    for person in ("p0", "p2"):
        assert "Première" not in _told(room, person)
    assert room.refusal(c.SiftCard("c1", 1), c.By("participant", "p0")) == "not-your-turn"
    assert documents(room.session, ["staff"])["staff"]["boards"]["ideas"]["cards"]["c1"]["waits"]
    room.do(c.SiftCard("c1", 9))
    assert "Première" in _told(room, "p0")


def _countdown(reveal: str, **more: object) -> Format:
    columns = (Column("one", say("Une")), Column("two", say("Deux")))
    board = Board("ideas", EVERYONE, columns=columns)
    voted = Board("ideas", EVERYONE, columns=columns, written_by="nobody")
    last = Board("ideas", EVERYONE, columns=columns, written_by="nobody", reveal=reveal, scores=True)  # type: ignore[arg-type]
    last = replace(last, reveal_seconds="10") if more else last
    return form(
        Stage("write", say("Écrire"), boards=(board,)),
        Stage("vote", say("Voter"), boards=(voted,), vote=Vote("ideas", "9", reveal="later")),
        Stage("show", say("Montrer"), boards=(last,), **more),  # type: ignore[arg-type]
    )


def _ready(reveal: str, people: int = 4, **more: object) -> Room:
    room = open_room(_countdown(reveal, **more), people)
    room.next()
    for number, person in enumerate(room.session.people):
        room.post(person, "ideas", f"Idée {number + 1}", "two" if number % 2 else "one")
    room.next()
    room.vote("p0", {"c1": 1, "c2": 4, "c3": 4})
    room.next()
    return room


@pytest.mark.parametrize("people", range(4, 41, 6))
def test_a_countdown_shows_the_last_first_and_equals_together(people: int) -> None:
    room = _ready("countdown", people)
    rest = {f"c{number}" for number in range(4, people + 1)}
    steps = [rest, rest | {"c1"}, rest | {"c1", "c2", "c3"}]
    assert _shown(room) == {}
    for shown in steps:
        assert documents(room.session, ["staff"])["staff"]["canReveal"]
        for reader in room.session.people:
            own = {id for id, card in room.session.cards.items() if card.author == reader}
            others = json.dumps(documents(room.session, [f"person:{reader}", "everyone"]), ensure_ascii=False)
            unseen = {id for id in room.session.cards if id not in _shown(room) and id not in own}
            assert not [id for id in unseen if f'"Idée {id[1:]}"' in others]
        room.do(c.RevealStep("show"))
        assert set(_shown(room)) == shown
    assert "canReveal" not in documents(room.session, ["staff"])["staff"]
    assert room.refusal(c.RevealStep("show")) == "nothing-to-reveal"


def test_column_by_column_and_author_by_author() -> None:
    room = _ready("column by column")
    room.do(c.RevealStep("show"))
    assert set(_shown(room)) == {"c1", "c3"}
    room = _ready("by author")
    for number in range(1, 5):
        told = room.do(c.RevealStep("show"))
        assert not isinstance(told, c.Refused)
        assert [type(event) for event in told] == [e.NextShown]
        assert len(_shown(room)) == number


def _wait(room: Room, seconds: int) -> bool:
    """Let time pass, and the clock of the house do what is due; whether something was."""
    room.now += seconds * 1000
    if ring_due(room.session, room.now) is None:
        return False
    room.do(c.EndTimer(room.session.current or ""), c.By("clock"))
    return True


def test_cards_come_up_by_themselves_and_a_press_brings_the_next_sooner() -> None:
    room = _ready("by author", duration=Duration("9"))
    assert not _wait(room, 5)
    assert documents(room.session, ["everyone"])["everyone"]["stage"]["showsAt"] == room.now + 5000
    assert _wait(room, 6)
    assert len(_shown(room)) == 1
    assert not _wait(room, 8)
    room.do(c.RevealStep("show"))
    assert len(_shown(room)) == 2
    assert not _wait(room, 8), "those after a press have their full time"
    room.session = replay(room.events)
    assert _wait(room, 300), "the house stood still, and starts again"
    assert len(_shown(room)) == 3, "one more, not all that were missed"
    assert _wait(room, 10)
    assert len(_shown(room)) == 4
    assert "showsAt" not in documents(room.session, ["everyone"])["everyone"]["stage"]
    assert not _wait(room, 60)


def test_a_pause_holds_the_cards_and_the_end_of_the_stage_is_not_lost() -> None:
    room = _ready("by author", duration=Duration("1/2"), continue_when="timer ends")
    assert not _wait(room, 6)
    room.do(c.PauseTimer("show"))
    assert "showsAt" not in documents(room.session, ["everyone"])["everyone"]["stage"], "nobody is told a moment"
    assert not _wait(room, 100)
    room.do(c.ResumeTimer("show"))
    assert documents(room.session, ["everyone"])["everyone"]["stage"]["showsAt"] == room.now + 3000
    assert not _wait(room, 2)
    room.do(c.PauseTimer("show"))
    assert not _wait(room, 100)
    room.do(c.RevealStep("show"))
    assert len(_shown(room)) == 1, "the facilitator can always press on"
    assert not _wait(room, 100), "and those after it wait for the end of the pause"
    room.do(c.ResumeTimer("show"))
    assert not _wait(room, 8)
    assert _wait(room, 3)
    assert len(_shown(room)) == 2
    assert _wait(room, 60)
    assert room.session.step is not None
    assert (len(_shown(room)), room.session.step.closed_at) == (3, None)
    assert _wait(room, 0), "two things fell due at once: the end of the stage rings too"
    assert room.session.step.closed_at == room.now


def test_the_cards_of_a_group_are_counted_together() -> None:
    board = Board("ideas", EVERYONE, per_group="2", per_person="2")
    room = open_room(form(Stage("write", say("Écrire"), groups=Grouping("size", "2"), boards=(board,))), 4)
    room.next()
    (mine, mate), (other, _) = room.session.groups["write"]
    left = {who: documents(room.session, [f"person:{who}"]) for who in (mine, mate)}
    assert left[mine][f"person:{mine}"]["tasks"]["post"]["ideas"]["left"] == 2
    before = room.session
    told = room.post(mine, "ideas", "Une")
    assert not isinstance(told, c.Refused)
    assert f"person:{mate}" in touched(before, told, room.session), "the phone beside learns that one less is left"
    room.post(mate, "ideas", "Deux")
    assert room.refusal(c.PostCard("write", "ideas", "Trois"), c.By("participant", mine)) == "too-many-in-group"
    assert room.refusal(c.PostCard("write", "ideas", "Une"), c.By("participant", other)) == ""
    room.do(c.WithdrawCard("c1"), c.By("participant", mine))
    assert room.refusal(c.PostCard("write", "ideas", "Trois"), c.By("participant", mate)) == ""


def test_a_column_may_be_written_by_one_role_only() -> None:
    columns = (Column("facts", say("Faits")), Column("risks", say("Risques")))
    board = Board("ideas", EVERYONE, columns=columns, columns_by={"risks": "host"})
    room = open_room(form(Stage("write", say("Écrire"), boards=(board,)), roles=(HOST, ROOM)), 2)
    room.do(c.AssignRole("host", ("p0",)))
    room.next()
    assert (
        room.refusal(c.PostCard("write", "ideas", "Un risque", "risks"), c.By("participant", "p1")) == "unknown-column"
    )
    assert room.refusal(c.PostCard("write", "ideas", "Un risque", "risks"), c.By("participant", "p0")) == ""
    post = documents(room.session, ["person:p1"])["person:p1"]["tasks"]["post"]["ideas"]
    assert [column["id"] for column in post["columns"]] == ["facts"]


def test_every_channel_has_its_document_whatever_is_sorted() -> None:
    room = _ready("by author")
    assert documents(room.session, all_channels(room.session))["staff"]["boards"]["ideas"]["cards"]["c1"]["notYet"]
