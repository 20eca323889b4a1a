"""The hall without sockets: whatever the order of things, a page that applies what it is sent holds the truth."""

import json
from collections.abc import Sequence
from typing import Any

import gevent
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.desk import Published
from facilitation.domain import commands as c
from facilitation.domain.commands import By, Command, Refused
from facilitation.domain.evolve import evolve
from facilitation.domain.rules import decide
from facilitation.domain.session import Consents, Session
from facilitation.projections.channels import document
from facilitation.projections.patches import apply_patch
from facilitation.realtime import hall
from facilitation.realtime.frame import Frame
from facilitation.realtime.hall import AT_A_TIME, Hall
from facilitation.realtime.halls import Halls
from facilitation.realtime.identity import Identity, channels_for
from facilitation.realtime.presence import presence
from facilitation.realtime.screen import Screen
from tests.realtime.workshop import the_plan

PEOPLE = tuple(f"p{number}" for number in range(1, 6))
STEPS = ("alone", "pairs", "number", "all", "vote", "end")


class Paper:
    """A line that keeps what it is handed, and a page at its other end."""

    def __init__(self) -> None:
        self.documents: dict[str, Any] = {}
        self.versions: dict[str, int] = {}
        self.gaps = 0
        self.beats: list[dict[str, Any]] = []
        self.closed = False

    def send(self, frames: Sequence[Frame]) -> None:
        for frame in frames:
            event, data = json.loads(frame.text[1:])
            if event == "documents":
                self.take(data)
            elif event == "beat":
                self.beats.append(data)
            elif event == "channels":
                kept = data["channels"]
                self.documents = {name: held for name, held in self.documents.items() if name in kept}
                self.versions = {name: held for name, held in self.versions.items() if name in kept}

    def take(self, entries: list[dict[str, Any]]) -> None:
        for entry in entries:
            channel = entry["channel"]
            if "full" in entry:
                self.documents[channel] = entry["full"]
            elif self.versions.get(channel) == entry["base"]:
                self.documents[channel] = apply_patch(self.documents[channel], entry["patch"])
            else:
                self.gaps += 1
            self.versions[channel] = entry["version"]

    def close(self) -> None:
        self.documents = {}
        self.closed = True


class Theatre:
    """A session, its hall, and the pages in it."""

    def __init__(self) -> None:
        self.session = Session()
        self.now = 1
        self.play(the_plan(), By("facilitator", "a1"))
        self.play(c.OpenDoor(), By("facilitator", "a1"))
        self.hall = Hall(self.session, lambda session, channel, found: found)
        self.pages: dict[str, tuple[Screen, Paper]] = {}

    def play(self, command: Command, by: By) -> Published | None:
        before, self.now = self.session, self.now + 1
        decided = decide(before, command, by, self.now)
        if isinstance(decided, Refused):
            return None
        for event in decided:
            self.session = evolve(self.session, event)
        return Published("s1", before, decided, self.session)

    def tell(self, command: Command, by: By) -> None:
        if published := self.play(command, by):
            self.hall.hear(published)

    def enter(self, name: str, identity: Identity, have: dict[str, int] | None = None) -> None:
        paper = Paper()
        screen = Screen(identity, paper)
        self.hall.enter(name, screen)
        paper.take(self.hall.welcome(screen, have or {})["documents"])
        self.pages[name] = (screen, paper)

    def check(self) -> None:
        for name, (screen, paper) in self.pages.items():
            channels = channels_for(screen.identity, self.session)
            assert paper.documents.keys() == set(channels), name
            for channel in channels:
                assert paper.documents[channel] == document(self.session, channel), (name, channel)
            assert paper.gaps == 0, name


identities = st.one_of(
    st.sampled_from(PEOPLE).map(lambda person: Identity("s1", "participant", person)),
    st.just(Identity("s1", "console", "a1")),
    st.just(Identity("s1", "screen")),
    st.sampled_from(["o1", "o2"]).map(lambda observer: Identity("s1", "observer", observer)),
)
people, steps, words = st.sampled_from(PEOPLE), st.sampled_from(STEPS), st.sampled_from(["un", "deux", "trois"])
cards = st.sampled_from(["c1", "c2", "c3"])
of_people = st.one_of(
    st.builds(c.PostCard, steps, st.just("ideas"), words),
    st.builds(c.EditCard, steps, cards, words),
    st.builds(c.WithdrawCard, cards),
    st.builds(c.CastVote, steps, st.dictionaries(cards, st.integers(0, 2), max_size=2)),
    st.builds(c.Signal, steps, st.sampled_from(["done", "lost"])),
    st.builds(c.Leave),
)
of_staff = st.one_of(
    st.sampled_from([None, *STEPS]).map(c.Advance),
    st.builds(c.HideCard, cards),
    st.builds(c.RestoreCard, cards),
    st.builds(c.HideWall, st.booleans()),
    st.builds(c.RevealStep, steps),
    st.builds(c.AssignRole, st.just("client"), people.map(lambda person: (person,))),
    st.builds(c.MovePerson, people, st.integers(0, 2)),
    st.builds(c.MarkAbsent, people, st.booleans()),
    st.builds(c.TakeNote, words),
    st.builds(c.AdmitObserver),
    st.builds(c.DismissObserver, st.sampled_from(["o1", "o2"])),
    st.builds(c.EraseObservation, st.sampled_from(["w1", "w2"])),
    st.builds(c.KeepExcerpt, st.sampled_from(["w1", "w2"]), words),
)
of_observers = st.one_of(
    st.builds(c.NoteObservation, words),
    st.builds(c.EditObservation, st.sampled_from(["w1", "w2"]), words),
    st.builds(c.WithdrawObservation, st.sampled_from(["w1", "w2"])),
)
actions = st.one_of(
    st.tuples(st.just("say"), people, of_people),
    st.tuples(st.just("lead"), st.just("a1"), of_staff),
    st.tuples(st.just("watch"), st.sampled_from(["o1", "o2"]), of_observers),
    st.tuples(st.just("on"), st.just(""), st.just(None)),
    st.tuples(st.just("enter"), st.sampled_from(["x", "y", "z"]), identities),
    st.tuples(st.just("leave"), st.sampled_from(["x", "y", "z"]), st.just(None)),
    st.tuples(st.just("flush"), st.just(""), st.just(None)),
    st.tuples(st.just("join"), people, st.just(None)),
    st.tuples(st.just("again"), st.sampled_from(["x", "y", "z"]), st.just(None)),
)


def _carry_out(theatre: Theatre, what: str, name: str, thing: Any) -> None:
    match what:
        case "say":
            theatre.tell(thing, By("participant", name))
        case "lead":
            theatre.tell(thing, By("facilitator", name))
        case "watch":
            theatre.tell(thing, By("observer", name))
        case "on":
            theatre.tell(c.Advance(theatre.session.current), By("facilitator", "a1"))
        case "join":
            theatre.tell(c.Join(name, "phone", Consents()), By("door"))
        case "enter":
            theatre.enter(name, thing)
        case "leave":
            theatre.hall.leave(name)
            theatre.pages.pop(name, None)
        case "flush":
            theatre.hall.flush(lambda: None)
        case "again" if name in theatre.pages:
            screen, _ = theatre.pages[name]
            theatre.hall.again(screen, ("everyone", "staff", "screen", "observers", "observer:o1"))


@settings(max_examples=150)
@given(st.lists(actions, max_size=40), st.booleans())
def test_every_page_holds_what_the_session_lets_it_read(played: list[tuple[str, str, Any]], early: bool) -> None:
    theatre = Theatre()
    for person in PEOPLE[:4]:
        theatre.tell(c.Join(person, "phone", Consents()), By("door"))
    theatre.tell(c.AdmitObserver(), By("facilitator", "a1"))
    if early:
        theatre.enter("x", Identity("s1", "participant", "p1"))
        theatre.enter("y", Identity("s1", "console", "a1"))
        theatre.enter("z", Identity("s1", "screen"))
        theatre.tell(c.Advance(None), By("facilitator", "a1"))
    for what, name, thing in played:
        _carry_out(theatre, what, name, thing)
    theatre.hall.flush(lambda: None)
    theatre.check()


@settings(max_examples=60)
@given(st.lists(actions, min_size=5, max_size=30), st.data())
def test_what_happens_during_a_flush_is_not_lost(played: list[tuple[str, str, Any]], data: st.DataObject) -> None:
    theatre = Theatre()
    for person in PEOPLE:
        theatre.tell(c.Join(person, "phone", Consents()), By("door"))
        for copy in "abcd":
            theatre.enter(f"{person}{copy}", Identity("s1", "participant", person))
    rest = iter(played)

    def meanwhile() -> None:
        if action := next(rest, None):
            what, name, thing = action
            if what != "flush":
                _carry_out(theatre, what, name, thing)

    theatre.tell(c.Advance(None), By("facilitator", "a1"))
    theatre.hall.flush(meanwhile)
    while theatre.hall.behind:
        theatre.hall.flush(meanwhile)
    theatre.check()


def test_nothing_is_sent_twice_and_unread_documents_are_not_kept() -> None:
    theatre = Theatre()
    theatre.tell(c.Join("p1", "phone", Consents()), By("door"))
    theatre.enter("x", Identity("s1", "participant", "p1"))
    screen, paper = theatre.pages["x"]
    sent: list[Sequence[Frame]] = []
    paper.send = sent.append  # type: ignore[method-assign]
    theatre.hall.flush(lambda: None)
    theatre.hall.flush(lambda: None)
    assert sent == []
    assert screen.holds.keys() == {"everyone", "person:p1"}


def test_a_document_that_cannot_be_drawn_silences_only_its_own_readers() -> None:
    def adorn(session: Session, channel: str, found: dict[str, Any]) -> dict[str, Any]:
        if channel == "staff" and session.cards:
            raise ZeroDivisionError
        return found

    theatre = Theatre()
    theatre.hall = Hall(theatre.session, adorn)
    for person in PEOPLE:
        theatre.tell(c.Join(person, "phone", Consents()), By("door"))
    for number in range(AT_A_TIME):
        theatre.enter(f"console{number}", Identity("s1", "console", "a1"))
    theatre.enter("phone", Identity("s1", "participant", "p1"))
    theatre.tell(c.Advance(None), By("facilitator", "a1"))
    theatre.tell(c.PostCard("alone", "ideas", "un"), By("participant", "p1"))
    theatre.hall.flush(lambda: None)
    _, paper = theatre.pages["phone"]
    assert paper.documents["person:p1"] == document(theatre.session, "person:p1")


def test_when_it_is_unknown_what_changed_everything_is_drawn_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    theatre = Theatre()
    theatre.tell(c.Join("p1", "phone", Consents()), By("door"))
    theatre.enter("phone", Identity("s1", "participant", "p1"))

    def broken(*_: object) -> frozenset[str]:
        raise ZeroDivisionError

    monkeypatch.setattr(hall, "touched", broken)
    theatre.tell(c.Advance(None), By("facilitator", "a1"))
    theatre.hall.flush(lambda: None)
    theatre.check()


def test_two_screens_that_come_first_at_the_same_moment_share_one_hall() -> None:
    theatre = Theatre()

    class WaitingDesk:
        """A desk whose database makes the first visitor wait until the second has come in."""

        def __init__(self) -> None:
            self.asked = 0

        def session(self, session_id: str) -> Session:
            self.asked += 1
            if self.asked == 1:
                others.append(halls.of(session_id))
            return theatre.session

    others: list[Hall] = []
    halls = Halls(WaitingDesk(), lambda _: {"now": 1}, lambda _: lambda session, channel, found: found)  # type: ignore[arg-type]
    assert halls.of("s1") is others[0]


@pytest.mark.parametrize(("visible", "away"), [(True, []), (False, ["p1"])])
def test_someone_with_two_pages_is_away_when_both_are_hidden(visible: bool, away: list[str]) -> None:
    one = Screen(Identity("s1", "participant", "p1"), Paper(), visible=False)
    two = Screen(Identity("s1", "participant", "p1"), Paper(), visible=visible)
    wall = Screen(Identity("s1", "screen"), Paper())
    assert presence([one, two, wall], Session()) == {"connected": ["p1"], "away": away, "screens": 1}


def test_a_flush_that_failed_is_made_again_at_the_next_beat(monkeypatch: pytest.MonkeyPatch) -> None:
    theatre, halls = Theatre(), Halls(None, lambda _: {"now": 1}, None)  # type: ignore[arg-type]  # neither desk nor door is asked
    theatre.tell(c.Join("p1", "phone", Consents()), By("door"))
    theatre.enter("x", Identity("s1", "participant", "p1"))
    theatre.tell(c.Advance(None), By("facilitator", "a1"))

    def broken(*_: object) -> dict[str, Any]:
        raise RuntimeError("cannot be drawn")

    with monkeypatch.context() as patched:
        patched.setattr(hall, "drawn", broken)
        theatre.hall.flush(lambda: None)
    with pytest.raises(AssertionError):
        theatre.check()
    halls._halls["s1"] = theatre.hall
    halls._beat("s1", theatre.hall, everybody=True)
    gevent.sleep(0.2)
    theatre.check()


def test_the_beat_carries_what_is_kept_not_what_was_believed_sent() -> None:
    theatre, halls = Theatre(), Halls(None, lambda _: {"now": 1}, None)  # type: ignore[arg-type]  # neither desk nor door is asked
    theatre.tell(c.Join("p1", "phone", Consents()), By("door"))
    theatre.enter("x", Identity("s1", "participant", "p1"))
    screen, _ = theatre.pages["x"]
    true = dict(screen.holds)
    screen.holds["everyone"] = 0
    heard: list[str] = []

    class Ear(Paper):
        def send(self, frames: Sequence[Frame]) -> None:
            heard.extend(frame.text for frame in frames)

    screen.line = Ear()
    halls._beat("s1", theatre.hall, everybody=True)
    assert json.loads(heard[-1][1:]) == ["beat", {"now": 1, "versions": true}]


def test_simulated_people_are_there_without_a_socket_until_they_are_gone() -> None:
    theatre = Theatre()
    for name, channel in (("p1", "simulated"), ("p2", "simulated"), ("p3", "phone")):
        theatre.tell(c.Join(name, channel, Consents()), By("door"))  # type: ignore[arg-type]
    theatre.tell(c.MarkAbsent("p2", True), By("facilitator", "a1"))
    assert presence([], theatre.session)["connected"] == ["p1"]


def test_a_session_with_a_time_of_its_own_tells_it_at_once_and_can_be_forgotten() -> None:
    theatre, times = Theatre(), {"now": 7, "rate": 20}
    halls = Halls(None, lambda session_id: times, None)  # type: ignore[arg-type]  # neither desk nor door is asked
    theatre.tell(c.Join("p1", "simulated", Consents()), By("door"))
    theatre.enter("x", Identity("s1", "participant", "p1"))
    line = theatre.pages["x"][1]
    halls._halls["s1"] = theatre.hall
    halls.tell_time("s1")
    halls.tell_time("another")
    assert [(beat["now"], beat["rate"]) for beat in line.beats] == [(7, 20)]
    halls.forget("s1")
    halls.forget("s1")
    assert line.closed
    assert "s1" not in halls._halls
