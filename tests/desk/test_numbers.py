"""Exactly once, in order: what the desk answers to every number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.database import migrate, open_database
from facilitation.desk import Envelope, Expected, Saved, Turned
from facilitation.domain.commands import By, Refused
from facilitation.eventlog import EventLog
from tests.desk.room import Room
from tests.eventlog.workshop import SESSION, post


def test_the_next_number_is_saved(room: Room) -> None:
    seq = room.session.seq
    assert room.says("p1", 1, post("un")) == Saved(1, seq + 1)
    assert room.says("p1", 2, post("deux")) == Saved(2, seq + 2)
    assert room.texts == ["un", "deux"]
    assert room.desk.next_number(SESSION, "p1") == 3


def test_a_command_sent_twice_changes_nothing_and_gets_the_same_receipt(room: Room) -> None:
    first = room.says("p1", 1, post("un"))
    room.says("p1", 2, post("deux"))
    published = len(room.published)
    assert room.says("p1", 1, post("un")) == first
    assert room.texts == ["un", "deux"]
    assert len(room.published) == published


def test_a_skipped_number_is_asked_for_and_not_taken(room: Room) -> None:
    assert room.says("p1", 2, post("deux")) == Expected(2, 1)
    assert room.texts == []
    assert room.desk.next_number(SESSION, "p1") == 1


def test_a_second_tab_with_the_same_number_is_told_to_renumber(room: Room) -> None:
    room.says("p1", 1, post("un"), id="tab-a")
    assert room.says("p1", 1, post("autre"), id="tab-b") == Expected(1, 2)
    assert room.texts == ["un"]


@pytest.mark.parametrize("number", [0, -1, -(2**70)])
def test_a_number_that_cannot_exist_is_not_taken(room: Room, number: int) -> None:
    assert room.says("p1", number, post("un")) == Expected(number, 1)
    assert room.texts == []


def test_a_number_beyond_every_integer_of_the_store_is_not_taken(room: Room) -> None:
    assert room.says("p1", 2**70, post("un")) == Expected(2**70, 1)


def test_a_refusal_uses_up_its_number_and_is_repeated(room: Room) -> None:
    turned = room.says("p1", 1, post("   "))
    assert isinstance(turned, Turned)
    assert turned.number == 1
    assert room.says("p1", 1, post("   ")) == turned
    assert isinstance(room.says("p1", 2, post("deux")), Saved)
    assert room.log.verify(SESSION).ok


def test_what_the_door_could_not_read_uses_up_its_number_too(room: Room) -> None:
    refused = Refused("unreadable", {"field": "text"})
    envelope = Envelope(By("participant", "p1"), refused, "p1", 1, "x")
    assert room.desk.submit(SESSION, envelope) == Turned(1, refused)
    assert room.desk.submit(SESSION, envelope) == Turned(1, refused)
    assert isinstance(room.says("p1", 2, post("deux")), Saved)


def test_streams_do_not_share_numbers(room: Room) -> None:
    assert isinstance(room.says("p1", 1, post("un")), Saved)
    assert isinstance(room.says("p2", 1, post("deux")), Saved)


@pytest.mark.parametrize(
    ("stream", "number", "id"),
    [("", 1, "x"), ("p1", 1, ""), ("p" * 201, 1, "x"), ("p1", 1, "\ud800"), ("p1", 1, "a\x00"), ("p1\n", 1, "x")],
)
def test_an_address_that_cannot_be_stored_does_not_make_an_envelope(stream: str, number: int, id: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Envelope(By("participant", "p1"), post("un"), stream, number, id)


@settings(max_examples=60)
@given(sent=st.lists(st.tuples(st.sampled_from(["p1", "p2"]), st.integers(1, 6), st.sampled_from("ab")), max_size=40))
def test_whatever_is_lost_doubled_or_reordered_each_number_counts_once(sent: list[tuple[str, int, str]]) -> None:
    """A model of one line decides what must be true: per stream, the accepted numbers are 1, 2, 3…"""
    database = open_database("sqlite://")
    migrate(database)
    room = Room(EventLog(database))
    room.open()
    taken: dict[str, list[str]] = {"p1": [], "p2": []}
    for who, number, tab in sent:
        words = f"{who} {number} {tab}"
        receipt = room.says(who, number, post(words), id=tab)
        if number == len(taken[who]) + 1:
            taken[who].append(words)
            assert isinstance(receipt, Saved)
        elif number <= len(taken[who]) and taken[who][number - 1] == words:
            assert isinstance(receipt, Saved)
        else:
            assert receipt == Expected(number, len(taken[who]) + 1)
    by_author = {who: [c.text for c in room.session.cards.values() if c.author == who] for who in taken}
    assert by_author == taken
    assert room.log.verify(SESSION).ok
    room.desk.close()
    database.close()
