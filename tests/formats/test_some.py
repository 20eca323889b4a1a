"""A stage for a role, or for those who drew a variant: it is theirs on the wire, and the others only wait."""

import json

import pytest

from facilitation.domain import commands as c
from facilitation.projections.channels import channels_of, documents
from facilitation.projections.outcome import outcome
from tests.domain.room import Room, open_room
from tests.formats.samples import changed, read, said
from tests.formats.shipped import written

STAGE = """\
  - stage: apart
    title: {fr: Un moment, en: A moment}
    minutes: 2
    for: NAME
    instruction: {fr: Le secret du chapeau., en: The secret of the hat.}
    show: {fr: "Il y a {dots} points.", en: "There are {dots} dots."}
    ask: {fear: {type: scale, label: {fr: La peur, en: Fear}, min: 1, max: 5}}
    board: {name: notes, prompt: {fr: Une note. Pas de noms., en: A note. No names.}, seen by: group}
    continue when: everyone answered
  - stage: vote
"""
WORDS = ("secret", "points", "peur", "note", "Fear")


def _room(name: str, per: str) -> Room:
    text = changed(
        "  - stage: vote\n", STAGE.replace("NAME", name).replace("    board", "    groups: everyone\n    board")
    )
    lasting = text.replace("groups: {size: 2}\n", "groups: {size: 2, keep: session}\n").replace(
        "groups: {merge: write}", "groups: {same as: write}"
    )
    drawn = f"treatments:\n  mood: {{label: Mood, options: [calm, wild], per: {per}}}\nroles:\n"
    reading = read(lasting.replace("roles:\n", drawn, 1).replace("groups: everyone", "groups: {same as: write}"))
    assert reading.format is not None, said(reading)
    room = open_room(reading.format, 8)
    room.do(c.AssignRole("host", ("p2",)))
    room.until("apart")
    return room


def _wire(room: Room, person: str) -> str:
    return json.dumps(documents(room.session, channels_of(room.session, person)), ensure_ascii=False)


@pytest.mark.parametrize(("name", "per"), [("host", "person"), ("calm", "person"), ("wild", "group")])
def test_a_stage_for_some_is_theirs_alone(name: str, per: str) -> None:
    room = _room(name, per)
    theirs = [person for person in room.session.people if room.session.holds(person, name)]
    others = [person for person in room.session.people if person not in theirs]
    assert theirs
    assert others
    for person in theirs:
        mine = documents(room.session, [f"person:{person}"])[f"person:{person}"]
        assert "aside" not in mine
        assert {"fear"} == set(mine["tasks"]["answer"])
        assert "Le secret du chapeau.\n\nIl y a 3 points." in [words["fr"] for words in mine["tell"].values()]
        assert mine["boards"]["notes"]["prompt"]["fr"] == "Une note. Pas de noms."
    for person in others:
        assert documents(room.session, [f"person:{person}"])[f"person:{person}"]["aside"]
        assert not [word for word in WORDS if word in _wire(room, person)]
        assert room.refusal(c.PostCard("apart", "notes", "Ici"), c.By("participant", person)) == "silent-now"
    assert not [word for word in WORDS if word in json.dumps(documents(room.session, ["screen"]), ensure_ascii=False)]
    for person in theirs:
        assert room.session.current == "apart"
        room.answer(person, "fear", 3)
    assert room.session.current == "vote", "nobody waits for those who wait"
    found = next(stage for stage in outcome(room.session).stages if stage.stage == "apart")
    assert [label.fr for label, _ in found.told] == [{"host": "Hôte"}.get(name, name)]
    assert [text.fr for _, text in found.told] == ["Le secret du chapeau.\n\nIl y a 3 points."]


AROUND = """\
roles:
  host: {label: {fr: Hôte, en: Host}, count: 1}
  clock: {label: {fr: Temps, en: Time}, count: 1}
run:
  - stage: around
    title: {fr: Un tour, en: Around}
    groups: everyone
    turns: {order: arrival, who: [host, clock]}
"""


def test_the_roles_named_under_who_speak_in_turn_and_no_others() -> None:
    reading = written(AROUND)
    assert reading.format is not None, said(reading)
    room = open_room(reading.format, 6)
    room.do(c.AssignRole("host", ("p2",)))
    room.do(c.AssignRole("clock", ("p4",)))
    room.until("around")
    (floor,) = room.session.floors["around"]
    assert floor.order == ("p2", "p4")
