"""Observers: what they write lands under the stage that was on, reaches nobody else, and can be taken back."""

from dataclasses import replace

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.evolve import replay
from facilitation.domain.format import Guide
from facilitation.projections.channels import all_channels, document, touched
from tests.domain.forms import one_two_four, say
from tests.domain.room import ANIMATOR, Room, open_room

WATCHING, OTHER = c.By("observer", "o1"), c.By("observer", "o2")


@pytest.fixture
def room() -> Room:
    """A room of four with a grid of two lines, one of them in pairs only, and two observers."""
    made = one_two_four()
    stages = [replace(s, guide=Guide(grid=(say("Un silence"),))) if s.id == "pairs" else s for s in made.run]  # type: ignore[union-attr, type-var]
    room = open_room(replace(made, run=tuple(stages), guide=Guide(grid=(say("Un rire"),))), people=4)
    room.do(c.AdmitObserver())
    room.do(c.AdmitObserver())
    return room


def where(room: Room, words: str) -> set[str]:
    """The channels whose document holds these words."""
    return {channel for channel in all_channels(room.session) if words in str(document(room.session, channel))}


def test_a_note_lands_under_the_stage_in_which_it_was_begun(room: Room) -> None:
    room.do(c.NoteObservation("avant tout"), WATCHING)
    room.next()
    begun = room.now
    room.until("pairs")
    room.do(c.NoteObservation("commencée seul", at=begun, group=1), WATCHING)
    room.do(c.NoteObservation("à deux", at=room.now, group=1), WATCHING)
    room.do(c.NoteObservation("horloge folle", at=room.now + 10**9, group=9), WATCHING)
    room.do(c.CloseSession())
    room.do(c.NoteObservation("après coup"), WATCHING)
    found = [(note.step, note.group) for note in room.session.notebook.notes.values()]
    assert found == [(None, None), ("alone", 1), ("pairs", 1), ("pairs", None), (None, None)]
    assert room.session.notebook.notes["w2"].at == begun
    assert room.session.notebook.notes["w4"].at <= room.now
    assert replay(room.events) == room.session


def test_notes_are_read_by_their_author_and_those_who_facilitate(room: Room) -> None:
    room.next()
    room.do(c.NoteObservation("un mot d'observation", flagged=True), WATCHING)
    room.do(c.FlagObservation("w1", True), WATCHING)
    assert where(room, "un mot d'observation") == {"staff", "observer:o1"}
    room.do(c.KeepExcerpt("w1", "un mot"))
    room.do(c.CloseSession())
    assert where(room, "un mot d'observation") == {"staff", "observer:o1"}


def test_only_its_author_changes_a_note_and_a_changed_note_is_no_longer_promoted(room: Room) -> None:
    room.do(c.NoteObservation("premier jet"), WATCHING)
    for command in (c.EditObservation("w1", "x"), c.FlagObservation("w1", True), c.WithdrawObservation("w1")):
        assert room.refusal(command, OTHER) == "not-yours"
        assert room.refusal(command) == "not-allowed", "nor does a facilitator put words into it"
    room.do(c.KeepExcerpt("w1", "premier"))
    assert room.session.notebook.notes["w1"].excerpt == "premier"
    room.do(c.EditObservation("w1", "second jet"), WATCHING)
    assert (room.session.notebook.notes["w1"].text, room.session.notebook.notes["w1"].excerpt) == ("second jet", "")
    room.do(c.KeepExcerpt("w1", "second"))
    room.do(c.WithdrawObservation("w1"), WATCHING)
    assert where(room, "second jet") == set()
    assert (room.session.notebook.notes["w1"].text, room.session.notebook.notes["w1"].excerpt) == ("", "")
    assert room.refusal(c.EditObservation("w1", "encore"), WATCHING) == "unknown-note"
    assert room.refusal(c.KeepExcerpt("w1", "second")) == "unknown-note"
    assert room.refusal(c.NoteObservation(" "), WATCHING) == "empty"


@pytest.mark.parametrize(
    ("excerpt", "reason"),
    [
        ("Le silence dure", ""),
        ("Le silence […] ensemble", ""),
        ("deux personnes\nparlent", ""),
        ("[…] ensemble.", ""),
        ("ensemble […] Le silence", "excerpt-elsewhere"),
        ("Un long silence", "excerpt-elsewhere"),
        ("[…]", "excerpt-elsewhere"),
        ("  ", "empty"),
    ],
)
def test_an_excerpt_holds_words_of_the_note_in_their_order(room: Room, excerpt: str, reason: str) -> None:
    room.do(c.NoteObservation("Le silence dure, puis deux  personnes parlent ensemble."), WATCHING)
    assert room.refusal(c.KeepExcerpt("w1", excerpt)) == reason
    assert bool(room.session.notebook.notes["w1"].excerpt) == (reason == "")
    room.do(c.DropExcerpt("w1"))
    assert room.session.notebook.notes["w1"].excerpt == ""


def test_lines_are_counted_by_stage_and_group_and_never_below_nothing(room: Room) -> None:
    room.until("pairs")
    for _ in range(3):
        room.do(c.CountLine("pairs:1", True, group=1), WATCHING)
    room.do(c.CountLine("pairs:1", False, group=1), WATCHING)
    room.do(c.CountLine("1", True), WATCHING)
    assert room.do(c.CountLine("1", False, group=0), WATCHING) == ()
    assert room.session.notebook.counts == {("o1", "pairs", 1): {"pairs:1": 2}, ("o1", "pairs", None): {"1": 1}}
    room.until("fours")
    assert room.refusal(c.CountLine("pairs:1", True), WATCHING) == "unknown-line"
    assert room.refusal(c.CountLine("1", True), WATCHING) == ""
    assert replay(room.events) == room.session


def test_a_line_that_was_counted_is_promoted_and_taken_out_again(room: Room) -> None:
    room.until("pairs")
    assert room.refusal(c.KeepCount("1")) == "nothing-counted"
    room.do(c.CountLine("1", True), WATCHING)
    room.do(c.CountLine("1", False), WATCHING)
    assert room.refusal(c.KeepCount("1")) == "nothing-counted", "taken back is not counted"
    room.do(c.CountLine("1", True), WATCHING)
    assert room.refusal(c.KeepCount("1"), WATCHING) == "not-allowed"
    assert room.refusal(c.KeepCount("1"), c.By("participant", "p0")) == "not-allowed"
    before = {channel: document(room.session, channel) for channel in all_channels(room.session)}
    room.do(c.KeepCount("1"))
    assert room.do(c.KeepCount("1")) == ()
    told = {channel for channel, one in before.items() if document(room.session, channel) != one}
    assert told == {"observers"}, "whoever counts knows that it is kept; no participant and no wall is told"
    grid = {line["id"]: line.get("kept") for line in document(room.session, "observers")["grid"]}
    assert grid == {"1": True, "pairs:1": None}
    room.do(c.CloseSession())
    room.do(c.DropCount("1"))
    assert room.do(c.DropCount("1")) == ()
    assert room.session.notebook.kept == frozenset()
    assert replay(room.events) == room.session


def test_a_revoked_link_opens_and_takes_nothing_any_more(room: Room) -> None:
    room.do(c.NoteObservation("reste"), WATCHING)
    room.do(c.DismissObserver("o1"))
    for command in (c.NoteObservation("de trop"), c.CountLine("1", True), c.WithdrawObservation("w1")):
        assert room.refusal(command, WATCHING) == "observer-dismissed"
    assert room.refusal(c.NoteObservation("x"), c.By("observer", "o9")) == "observer-dismissed"
    assert room.do(c.DismissObserver("o1")) == ()
    assert room.refusal(c.DismissObserver("o9")) == "unknown-observer"
    assert room.refusal(c.NoteObservation("x"), OTHER) == ""
    room.do(c.EraseObservation("w1"))
    assert where(room, "reste") == set()


def test_whoever_is_inside_is_told_for_as_long_as_somebody_observes(room: Room) -> None:
    assert document(room.session, "everyone")["session"]["observed"] is True  # type: ignore[index, call-overload]
    room.do(c.DismissObserver("o1"))
    before = room.session
    events = room.do(c.DismissObserver("o2"))
    assert "everyone" in touched(before, events, room.session)
    assert "observed" not in document(room.session, "everyone")["session"]  # type: ignore[operator]


def test_there_is_an_end_to_links(room: Room) -> None:
    for _ in range(38):
        room.do(c.AdmitObserver())
    assert room.refusal(c.AdmitObserver()) == "too-many-observers"


def test_an_observer_commands_nothing_else(room: Room) -> None:
    for command in (c.Advance(None), c.TakeNote("x"), c.PostCard("alone", "ideas", "x"), c.KeepExcerpt("w1", "x")):
        assert room.refusal(command, WATCHING) == "not-allowed"
    assert room.refusal(c.NoteObservation("x"), ANIMATOR) == "not-allowed"
    assert room.refusal(c.NoteObservation("x"), c.By("participant", "p0")) == "not-allowed"


def test_what_observers_see_is_the_stage_and_nothing_anybody_wrote(room: Room) -> None:
    room.until("pairs")
    room.post("p0", "ideas", "carte de p0")
    told = document(room.session, "observers")
    assert told["stage"] == document(room.session, "everyone")["stage"]
    assert [line["id"] for line in told["grid"]] == ["1", "pairs:1"]
    assert told["groups"] == [{"number": 0, "size": 2}, {"number": 1, "size": 2}]
    assert list(told["plan"]) == ["alone", "pairs"], "what comes is not told"
    room.until("fours")
    room.do(c.ChooseCards("fours", ("c1",)), c.By("participant", "p0"))
    room.next()
    assert "observers" not in where(room, "carte de p0")
    assert "everyone" in where(room, "carte de p0")


def test_no_name_of_an_observer_is_in_the_log(room: Room) -> None:
    room.do(c.NoteObservation("x"), WATCHING)
    admitted = next(event for event in room.events if isinstance(event, e.ObserverAdmitted))
    assert (admitted.observer, admitted.by) == ("o1", "console-1")
