"""A new desk on the same file goes on where the old one stopped."""

import time
from collections.abc import Callable

from facilitation.desk import Envelope, Expected, Saved, Timekeeper, Turned
from facilitation.domain.commands import Advance, ExtendStep, PauseTimer
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


def test_a_timer_survives_a_restart_and_rings_by_itself(restart: Restart) -> None:
    room = restart()
    breathing(room)
    room = restart()
    room.now = NOON + MINUTE
    keeper = Timekeeper(room.desk, every=0.01)
    keeper.start()
    while room.session.steps["breathe"].closed_at is None:
        time.sleep(0.01)
    keeper.stop()
    assert room.session.steps["breathe"].closed_by == "timer"
