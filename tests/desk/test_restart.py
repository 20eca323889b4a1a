"""A new desk on the same file goes on where the old one stopped."""

import time
from collections.abc import Callable

import pytest

from facilitation.database import Database
from facilitation.desk import Envelope, Expected, Saved, Timekeeper, Turned
from facilitation.desk.timers import Ring, ring_due
from facilitation.domain.commands import Advance, By, Command, EndTimer, ExtendStep, PauseTimer, Refused
from facilitation.domain.events import Event, StageClosed
from facilitation.domain.evolve import evolve
from facilitation.domain.rules import decide
from facilitation.domain.session import Session, Step
from facilitation.eventlog import EventLog
from tests.desk.room import Room
from tests.eventlog.workshop import FACILITATOR, NOON, SESSION, plan, post

Restart = Callable[[], Room]
MINUTE = 60_000


def breathing(room: Room) -> None:
    """On to the step that ends by itself after a minute."""
    room.open()
    room.desk.submit(SESSION, Envelope(FACILITATOR, Advance("write")))
    assert room.session.current == "breathe"


def test_numbers_state_and_epoch_go_on(restart: Restart) -> None:
    room = restart()
    room.open()
    first = room.says("p1", 1, post("un"))
    refused = room.says("p1", 2, post(" "))
    before, epoch = room.session, room.desk.epoch(SESSION)
    room = restart()
    assert room.session == before
    assert room.desk.epoch(SESSION) == epoch
    assert room.desk.next_number(SESSION, "p1") == 3
    assert room.says("p1", 1, post("un")) == first
    assert room.says("p1", 2, post(" ")) == refused
    assert isinstance(refused, Turned)
    assert room.says("p1", 2, post("deux"), id="other") == Expected(2, 3)
    assert isinstance(room.says("p1", 3, post("trois")), Saved)
    assert room.texts == ["un", "trois"]


def test_two_sessions_have_two_epochs(restart: Restart) -> None:
    room = restart()
    for name in ("one", "two"):
        assert isinstance(room.desk.plan(plan(name), FACILITATOR), Saved)
    assert room.desk.epoch("one") != room.desk.epoch("two")


def test_a_session_is_planned_once(restart: Restart) -> None:
    room = restart()
    assert isinstance(room.desk.plan(plan(), FACILITATOR), Saved)
    assert isinstance(room.desk.plan(plan(), FACILITATOR), Turned)
    room = restart()
    assert isinstance(room.desk.plan(plan(), FACILITATOR), Turned)
    assert room.log.verify(SESSION).events == 1


def test_the_clock_closes_a_step_once_its_time_is_up(restart: Restart) -> None:
    room = restart()
    breathing(room)
    room.now = NOON + MINUTE - 1
    assert room.desk.tick() == ()
    room.now = NOON + MINUTE
    (rung,) = room.desk.tick()
    assert isinstance(rung.result(), Saved)
    assert room.session.steps["breathe"].closed_by == "timer"
    assert room.desk.tick() == ()


def test_more_time_rings_later(restart: Restart) -> None:
    room = restart()
    breathing(room)
    room.desk.submit(SESSION, Envelope(FACILITATOR, ExtendStep("breathe", 60)))
    room.now = NOON + MINUTE
    assert room.desk.tick() == ()
    room.now = NOON + 2 * MINUTE
    assert len(room.desk.tick()) == 1


def test_a_clock_that_was_stopped_does_not_ring(restart: Restart) -> None:
    room = restart()
    breathing(room)
    room.desk.submit(SESSION, Envelope(FACILITATOR, PauseTimer("breathe")))
    room.now = NOON + 10 * MINUTE
    assert room.desk.tick() == ()


def test_a_step_that_does_not_end_by_itself_rings_only_once(database: Database) -> None:
    def stays(session: Session, command: Command, by: By, now: int) -> tuple[Event, ...] | Refused:
        return Refused("not-now") if isinstance(command, EndTimer) else decide(session, command, by, now)

    room = Room(EventLog(database), decide=stays)
    breathing(room)
    room.now = NOON + MINUTE
    (rung,) = room.desk.tick()
    assert isinstance(rung.result(), Turned)
    assert room.desk.tick() == ()
    room.desk.close()


def test_a_ring_that_could_not_be_saved_is_rung_again(database: Database) -> None:
    def breaks(session: Session, command: Command, by: By, now: int) -> tuple[Event, ...] | Refused:
        if isinstance(command, EndTimer) and now == NOON + MINUTE:
            raise ZeroDivisionError
        return decide(session, command, by, now)

    room = Room(EventLog(database), decide=breaks)
    breathing(room)
    room.now = NOON + MINUTE
    (rung,) = room.desk.tick()
    assert isinstance(rung.exception(), ZeroDivisionError)
    room.now += 1
    while not (again := room.desk.tick()):
        time.sleep(0.01)
    assert isinstance(again[0].result(), Saved)
    room.desk.close()


@pytest.mark.parametrize(
    ("step", "rings"),
    [
        (Step("write", NOON, ends_at=NOON), True),
        (Step("write", NOON, ends_at=NOON + 1), False),
        (Step("write", NOON), False),
        (Step("write", NOON, ends_at=NOON, paused_with=5), False),
        (Step("write", NOON, ends_at=NOON, closed_at=NOON), False),
    ],
)
def test_what_is_due(step: Step, rings: bool) -> None:
    due = ring_due(Session(current="write", steps={"write": step}), NOON)
    assert due == (Ring("write", (NOON,)) if rings else None)


def test_a_session_that_cannot_be_read_does_not_stop_the_timers_of_the_others(database: Database) -> None:
    def unreadable(session: Session, event: Event) -> Session:
        if getattr(event, "session", None) == "broken":
            raise ZeroDivisionError
        return evolve(session, event)

    before = Room(EventLog(database))
    before.desk.plan(plan("broken"), FACILITATOR)
    before.desk.submit("broken", Envelope(FACILITATOR, Advance(None)))
    breathing(before)
    before.desk.close()
    room = Room(EventLog(database), evolve=unreadable)
    room.desk.resume()
    room.now = NOON + MINUTE
    (rung,) = room.desk.tick()
    assert isinstance(rung.result(), Saved)
    assert room.session.steps["breathe"].closed_by == "timer"
    room.desk.close()


def test_a_timer_survives_a_restart_and_rings_by_itself(restart: Restart) -> None:
    room = restart()
    breathing(room)
    room = restart()
    room.now = NOON + MINUTE
    keeper = Timekeeper(room.desk, every=0.01)
    keeper.start()
    while not any(isinstance(one.event, StageClosed) and one.event.by == "timer" for one in room.log.read(SESSION)):
        time.sleep(0.01)
    keeper.stop()
    assert room.session.steps["breathe"].closed_by == "timer"
