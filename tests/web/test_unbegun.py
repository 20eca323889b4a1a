"""A power cut between the two halves of planning: nothing stays in the house that nobody can find or open."""

from pathlib import Path

import pytest

from facilitation.app import Config, create_app
from facilitation.desk import Desk
from facilitation.domain.commands import PlanSession
from facilitation.records import live_sessions
from tests.web.conftest import House


class PowerCut(BaseException):
    """Nothing catches it."""


def test_a_session_without_a_log_is_forgotten_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = _open(tmp_path)
    staff = house.staff()
    staff.open("/experiments/1/sessions/new?format=one-two-four-all")
    planned: list[str] = []

    def cut(desk: Desk, command: PlanSession, by: object) -> None:
        planned.append(command.session)
        monkeypatch.setattr(live_sessions, "remove", lambda *_: None)
        raise PowerCut

    monkeypatch.setattr(Desk, "plan", cut)
    with pytest.raises(PowerCut):
        staff.send(title="Coupée")
    assert live_sessions.find(house.doors.database, planned[0]), "the header is there first: it can be found again"
    house.doors.database.close()
    monkeypatch.undo()

    again = _open(tmp_path)
    kept = live_sessions.of_experiment(again.doors.database, 1)
    assert [header.title for header in kept] == ["1-2-4-Tous (démonstration)"]
    staff = again.staff()
    staff.open("/experiments/1")
    assert "Coupée" not in staff.words
    planned_again = again.plan()
    assert planned_again.state.status == "waiting"
    again.doors.database.close()


def test_a_plan_that_could_not_be_saved_leaves_nothing(fresh_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(desk: Desk, command: PlanSession, by: object) -> None:
        raise OSError("the disk is full")

    staff = fresh_house.staff()
    staff.open("/experiments/1/sessions/new?format=one-two-four-all")
    monkeypatch.setattr(Desk, "plan", broken)
    with pytest.raises(OSError, match="full"):
        staff.send(title="Perdue")
    assert "Perdue" not in {each.title for each in live_sessions.of_experiment(fresh_house.doors.database, 1)}


def _open(folder: Path) -> House:
    app = create_app(Config(database=f"sqlite:///{folder / 'house.db'}", hosts=("localhost:80",)))
    app.testing = True
    return House(app)
