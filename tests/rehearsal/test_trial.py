"""A trial beside live sessions: its clock, its own log, its limits, and what is left of it."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from facilitation.database import migrate, open_database
from facilitation.desk import Desk, Published
from facilitation.domain import events as e
from facilitation.eventlog import EventLog
from facilitation.rehearsal import trial as trials_room
from facilitation.rehearsal.trial import Order, Trial, Trials
from facilitation.rehearsal.trial.clock import TrialClock
from facilitation.rehearsal.trial.trial import ALONE_FOR
from tests.rehearsal.stage import everything, shipped


def until(true: Callable[[], object], seconds: float = 60) -> None:
    """Wait for something to become true, and fail when it does not."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "this never came true"
        time.sleep(0.005)


class House:
    """A desk with trials, and what they told the other rooms."""

    def __init__(self) -> None:
        self.ahead = 0
        self.database = open_database("sqlite://")
        migrate(self.database)
        self.log = EventLog(self.database)
        self.batches: list[Published] = []
        self.changed: list[str] = []
        self.gone: list[str] = []
        self.desk = Desk(self.log, self.now, self.publish)
        self.trials = Trials(self.desk, self.now, self.changed.append, self.gone.append)

    def now(self) -> int:
        return time.time_ns() // 1_000_000 + self.ahead

    def publish(self, published: Published) -> None:
        self.batches.append(published)
        self.trials.heard(published)


@pytest.fixture
def house() -> Iterator[House]:
    made = House()
    yield made
    made.trials.close()
    made.desk.close()
    made.database.close()


def order(name: str = "one-two-four-all", participants: int = 5, **more: object) -> Order:
    reading = everything() if name == "everything" else shipped(name)
    assert reading.format
    return replace(Order(reading.format, reading.source, reading.digest, participants), **more)  # type: ignore[arg-type]


def run_out(trial: Trial) -> None:
    """As fast as the machine can."""
    trial.pause()
    trial.speed, trial._pace = "20", 20_000.0
    trial.go_on()
    until(lambda: trial.state != "running", 60)


def test_the_clock_runs_at_its_rate_is_held_and_never_goes_back() -> None:
    real = [1000]
    clock = TrialClock(lambda: real[0], 20)
    real[0] += 100
    assert clock.now() == 3000
    assert clock.seconds_until(5000) == pytest.approx(0.1)
    clock.run_at(0)
    real[0] += 10_000
    assert clock.now() == 3000
    assert clock.seconds_until(5000) is None
    clock.jump(2000)
    assert clock.now() == 3000
    clock.run_at(1)
    real[0] -= 500
    assert clock.now() == 3000


@pytest.mark.parametrize("name", ["one-two-four-all", "everything"])
def test_a_trial_plays_to_its_end_in_a_log_of_its_own(house: House, name: str) -> None:
    trial = house.trials.start(order(name, surprises=True, slot_minutes=60))
    run_out(trial)
    assert trial.state == "over"
    assert trial.rehearsal
    assert trial.rehearsal.session.status == "closed"
    assert trial.rehearsal.findings.slot_seconds == 3600
    assert any(isinstance(event, e.CardPosted) for event in trial.rehearsal.events)
    assert house.log.head(trial.id) is None
    assert {batch.session_id for batch in house.batches} == {trial.id}
    with pytest.raises(KeyError):
        house.desk.session(trial.id)


def test_every_change_of_pace_is_told_at_once(house: House) -> None:
    trial = house.trials.start(order(speed="1"))
    trial.pause()
    told = len(house.changed)
    assert house.trials.time(trial.id) == {"now": trial.clock.now(), "rate": 0}
    trial.hurry("20")
    assert len(house.changed) == told
    trial.go_on()
    assert len(house.changed) == told + 1
    held = house.trials.time(trial.id)
    assert held
    assert held["rate"] == 20
    assert house.trials.time("another") is None


def test_a_readable_speed_gives_every_stage_about_the_same_time(house: House) -> None:
    trial = house.trials.start(order(participants=2))
    trial._pace = 2000.0
    trial.clock.run_at(2000.0)
    until(lambda: trial.session and trial.session.now_playing)
    assert trial.session
    assert trial.session.now_playing
    seconds = trial.session.now_playing.seconds or 0
    until(lambda: trial.clock.rate == pytest.approx(seconds / 15))
    trial.stop()


def test_nobody_looking_for_a_while_ends_it(house: House) -> None:
    trial = house.trials.start(order(speed="1"))
    house.ahead += ALONE_FOR - 60_000
    trial.look()
    house.ahead += ALONE_FOR - 60_000
    trial._agenda.wake()
    assert trial.state == "running"
    house.ahead += 120_000
    trial._agenda.wake()
    until(lambda: trial.state == "stopped")


def test_a_trial_that_breaks_leaves_the_house_standing(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("words that somebody wrote")

    monkeypatch.setattr(trials_room.trial, "Room", breaks)
    trial = house.trials.start(order())
    until(lambda: trial.state == "failed")
    assert "somebody wrote" not in caplog.text
    assert "RuntimeError" in caplog.text
    monkeypatch.undo()
    run_out(house.trials.start(order()))


def test_forgetting_ends_it_and_tells_the_other_rooms(house: House) -> None:
    trial = house.trials.start(order())
    house.trials.forget(trial.id)
    assert trial.state == "stopped"
    assert house.trials.find(trial.id) is None
    assert house.gone == [trial.id]
    house.trials.forget(trial.id)
    assert house.gone == [trial.id]


def test_old_results_make_room_for_new_ones(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials_room.trials, "MOST_KEPT", 2)
    ended = []
    for _ in range(4):
        trial = house.trials.start(order(participants=1))
        trial.stop()
        trial.wait()
        ended.append(trial.id)
    assert [each.id for each in house.trials.all()] == [ended[3], ended[2]]


def test_results_are_swept_by_themselves(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials_room.trials, "KEPT_FOR", 0.05)
    trial = house.trials.start(order())
    until(lambda: house.trials.find(trial.id) is None)
    assert house.gone == [trial.id]
