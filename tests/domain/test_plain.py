"""Frozen values to JSON and back: nothing lost, nothing strange let in."""

import json

import pytest

from facilitation.domain import commands as c
from facilitation.domain.events import Event
from facilitation.domain.evolve import replay
from facilitation.domain.plain import NotPlain, from_plain, to_plain
from facilitation.domain.session import AnswerValue
from tests.domain.forms import common_pot, consultation, one_two_four
from tests.domain.room import Room, open_room


def played(which: int) -> Room:
    room = open_room((one_two_four, common_pot, consultation)[which](), people=5)
    for _ in range(12):
        for person in tuple(room.session.people):
            for board in ("ideas", "subjects", "advice"):
                room.post(person, board, f"{person} écrit", "r" if board == "advice" else None)
            room.answer(person, "contribution", 40)
            room.answer(person, "request", "Aidez-moi")
            room.vote(person, {"c1": 1})
        if isinstance(room.do(c.Advance(room.session.current)), c.Refused):
            break
    return room


@pytest.mark.parametrize("which", range(3))
def test_a_log_written_and_read_rebuilds_the_session(which: int) -> None:
    room = played(which)
    written = json.dumps([to_plain(event) for event in room.events])
    read = [from_plain(Event, data) for data in json.loads(written)]
    assert read == room.events
    assert replay(read) == room.session


@pytest.mark.parametrize("value", ["mots", True, False, ("a", "b"), (("a", "b"), ("c", "")), ()])
def test_answers_of_every_shape_come_back(value: AnswerValue) -> None:
    assert from_plain(AnswerValue, json.loads(json.dumps(to_plain(value)))) == value


@pytest.mark.parametrize(
    "data",
    [
        None, 3, "PostCard", [], {}, {"kind": "Nothing"}, {"kind": "SessionClosed"}, {"kind": ["PostCard"]},
        {"kind": "PostCard"}, {"kind": "PostCard", "step": "a", "board": "b"},
        {"kind": "PostCard", "step": "a", "board": "b", "text": {"a": 1}},
        {"kind": "PostCard", "step": "a", "board": "b", "text": "\ud800"},
        {"kind": "PostCard", "step": "a", "board": "b", "text": "\x00"},
        {"kind": "PostCard", "step": "a", "board": "b", "text": "x", "author": "p7"},
        {"kind": "CastVote", "step": "a", "dots": {"c1": "2"}},
        {"kind": "CastVote", "step": "a", "dots": {"c1": True}},
        {"kind": "CastVote", "step": "a", "dots": {"c1": 1.5}},
        {"kind": "CastVote", "step": "a", "dots": {"c1": 10**30}},
        {"kind": "GiveAnswer", "step": "a", "question": "q", "value": {"number": "1e400"}},
        {"kind": "GiveAnswer", "step": "a", "question": "q", "value": {"number": "1/0"}},
        {"kind": "GiveAnswer", "step": "a", "question": "q", "value": {"number": 3}},
        {"kind": "GiveAnswer", "step": "a", "question": "q", "value": {"number": "9" * 5000}},
        {"kind": "GiveAnswer", "step": "a", "question": "q", "value": [[1]]},
        {"kind": "GiveAnswer", "step": "a", "question": "q", "value": None},
        {"kind": "Signal", "step": "a", "signal": "shout"},
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_by_name(data: object) -> None:
    with pytest.raises(NotPlain):
        from_plain(c.ParticipantCommand, data)
