"""A pair of processes that stands ready: taken once, ended when nobody comes, of no use once it has died."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitation.documentation import DocumentPress
from facilitation.documentation.press import spare, worker
from facilitation.documentation.press.spare import Spare
from facilitation.documentation.press.worker import Pair, Processes
from facilitation.projections.outcome import outcome
from tests.documentation.sample import STARTED, one_two_four_all

WAITING = "import sys; sys.stdin.read()"


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    # Processes that wait as the real ones do, and begin at once.
    monkeypatch.setattr(worker, "COMMAND", (worker.COMMAND[0], "-c", WAITING))
    monkeypatch.setattr(worker, "WRITING", (worker.WRITING[0], "-c", WAITING))


def _until(true: Callable[[], Any]) -> None:
    for _ in range(600):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it never came")


def test_without_patience_nothing_waits() -> None:
    running: Processes = set()
    waits = Spare(running, 0.0)
    waits.wanted()
    assert waits.taken() is None
    assert not running


def test_a_pair_is_begun_once_and_taken_once() -> None:
    running: Processes = set()
    waits = Spare(running, 600.0)
    waits.wanted()
    waits.wanted()
    assert len(running) == 1
    pair = waits.taken()
    assert {pair} == running, "it still ends with the server"
    assert pair is not None
    assert not pair.has_ended()
    assert waits.taken() is None
    pair.end()
    pair.bury()


def test_a_pair_that_nobody_comes_for_is_ended() -> None:
    running: Processes = set()
    waits = Spare(running, 0.05)
    waits.wanted()
    _until(lambda: not running)
    assert waits.taken() is None


def test_a_pair_of_which_one_has_died_is_not_taken_and_another_is_begun() -> None:
    running: Processes = set()
    waits = Spare(running, 600.0)
    waits.wanted()
    (dead,) = running
    dead.writes.kill()
    _until(dead.has_ended)
    waits.wanted()
    (alive,) = running
    assert alive is not dead
    assert dead.draws.poll() is not None, "the other of the two went with it"
    alive.draws.kill()
    _until(alive.has_ended)
    assert waits.taken() is None
    assert not running


def test_the_next_document_takes_what_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    began = list[Pair]()
    begin = spare.begin

    def noted(templates: Path | None = None) -> Pair:
        began.append(begin(templates))
        return began[-1]

    monkeypatch.setattr(spare, "begin", noted)
    monkeypatch.setattr(worker, "begin", noted)
    press = DocumentPress(tmp_path, waits=600.0)
    press.ready()
    job = press.start(outcome(one_two_four_all(count=3)), "fr", STARTED)
    _until(lambda: (found := press.progress(job)) is not None and found.state == "failed")
    assert len(began) == 1
    assert began[0].has_ended()
