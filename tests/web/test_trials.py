"""Trying a format out through the pages: begun, watched, steered, ended; never mixed with what is real."""

import re
import time
from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from facilitation.app import Config, create_app
from facilitation.eventlog.tables import heads
from facilitation.records.live_sessions import live_sessions
from facilitation.rehearsal.trial import MOST_AT_ONCE, Trial
from facilitation.web.doors import NAME
from tests.web.conftest import House
from tests.web.visitor import Visitor


def until(true: Callable[[], object], seconds: float = 60) -> None:
    """Wait for something to become true, and fail when it does not."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "this never came true"
        time.sleep(0.01)


def begin(staff: Visitor, page: str = "/formats/one-two-four-all/trial", **asked: str) -> str:
    """A trial that is held from the start, so that the test decides when something happens."""
    staff.open(page)
    staff.send(**{"participants": "6", "speed": "1", **asked})
    assert staff.at.startswith("/trials/"), staff.words
    steer(staff, staff.at, "pause")
    return staff.at


def token(staff: Visitor, page: str) -> str:
    """The token against forged requests, as a page holds it."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', staff.open(page).text)
    assert found
    return found[1]


def steer(staff: Visitor, trial: str, what: str, **more: str) -> None:
    """Press one of the buttons of the page."""
    staff.client.post(f"{trial}/do", data={"csrf_token": token(staff, trial), "what": what, **more})


def of(house: House, trial: str) -> Trial:
    found = house.doors.trials.find(trial.removeprefix("/trials/"))
    assert found
    return found


def play_out(house: House, trial: str) -> None:
    """Let it run so fast that it is over at once."""
    found = of(house, trial)
    found.pause()
    found.speed, found._pace = "20", 5000.0
    found.go_on()
    until(lambda: found.state != "running", 60)


def rows(house: House) -> tuple[int, int]:
    """Sessions in the log and among the records."""
    with house.doors.database.reading() as connection:
        logs = connection.scalar(select(func.count()).select_from(heads))
        headers = connection.scalar(select(func.count()).select_from(live_sessions))
    return logs or 0, headers or 0


def test_a_format_is_tried_out_up_to_a_sample_pdf_and_leaves_nothing_behind(fresh_house: House) -> None:
    house, staff = fresh_house, fresh_house.staff("en")
    before = rows(house)
    staff.open("/formats/one-two-four-all")
    assert "/formats/one-two-four-all/trial" in staff.links()
    trial = begin(staff, slot="5", surprises="y", seed="4")
    staff.open(trial)
    assert "simulated people" in staff.words
    play_out(house, trial)
    staff.open(trial)
    assert "What the rehearsal found" in staff.words
    assert "too short, by" in staff.words
    assert "Uneven groups" in staff.words or "Waiting in stage" in staff.words
    until(lambda: staff.open(f"{trial}/record.json").json["state"] == "done", 60)
    for kind in ("pdf", "csv", "json"):
        got = staff.open(f"{trial}/{kind}")
        assert got.headers["Content-Disposition"].endswith(f'"essai-a-blanc-one-two-four-all.{kind}"')
        assert len(got.data) > 500
    assert rows(house) == before
    with pytest.raises(KeyError):
        house.desk.session(trial.removeprefix("/trials/"))
    staff.open(trial)
    staff.send(f"{trial}/forget")
    assert "is deleted" in staff.words
    assert staff.open(trial).status_code == 404
    assert "no longer there" in staff.words


def test_one_step_at_a_time_and_held_in_between(house: House) -> None:
    staff = house.staff()
    trial = begin(staff)
    found = of(house, trial)
    assert found.clock.rate == 0
    moment = found.clock.now()
    for _ in range(6):
        # What was due before the hold takes no time: only a later step makes the clock jump.
        seen = found.session.seq if found.session else 0
        steer(staff, trial, "step")
        until(lambda seen=seen: found.session and found.session.seq > seen)
        if found.clock.now() > moment:
            break
    assert found.clock.now() > moment
    facts = staff.open(f"{trial}/state.json").json
    assert facts["paused"] is True
    steer(staff, trial, "go")
    assert found.clock.rate == 1
    steer(staff, trial, "speed", speed="20")
    assert (found.clock.rate, found.speed) == (20, "20")
    steer(staff, trial, "speed", speed="warp")
    assert found.speed == "20"
    steer(staff, trial, "stop")
    assert found.state == "stopped"
    staff.open(trial)
    assert "arrêté avant la première étape" in staff.words


def test_whoever_leads_by_hand_is_not_overtaken(house: House) -> None:
    staff = house.staff()
    trial = begin(staff)
    found = of(house, trial)
    steer(staff, trial, "lead")
    assert staff.open(f"{trial}/state.json").json["byHand"] is True
    found.speed, found._pace = "20", 5000.0
    found.go_on()
    until(lambda: found.session and len(found.session.people) == 6)
    an_hour_later = found.clock.now() + 3_600_000
    until(lambda: found.clock.now() > an_hour_later)
    assert found.session
    assert found.session.status == "waiting"
    body = {"n": 1, "id": "0" * 32, "do": {"kind": "Advance", "after": None}, "tab": "t" * 8}
    headers = {"X-CSRFToken": token(staff, "/trials")}
    answer = staff.client.post(f"{trial}/as/console/do", json=body, headers=headers)
    assert "saved" in answer.json, answer.json
    until(lambda: found.session and found.session.status == "running")
    until(lambda: found.session and found.session.cards)
    found.stop()
    found.wait()


def test_the_real_screens_are_shown_in_frames_of_our_own_pages_only(house: House) -> None:
    staff = house.staff()
    trial = begin(staff)
    steer(staff, trial, "step")
    found = of(house, trial)
    until(lambda: found.session and found.session.door_open)
    for _ in range(3):
        people = len(found.session.people) if found.session else 0
        steer(staff, trial, "step")
        until(lambda people=people: found.session and len(found.session.people) > people)
    facts = staff.open(f"{trial}/state.json").json
    phones = facts["phones"]
    assert len(phones) >= 3
    for page in (f"{trial}/as/console", f"{trial}/as/screen", phones[0]["url"], phones[2]["url"]):
        policy = staff.open(page).headers["Content-Security-Policy"]
        assert "frame-ancestors 'self'" in policy
        assert "script-src 'self'" in policy
        assert 'id="boot"' in staff.page.text
    assert "frame-ancestors 'none'" in staff.open(trial).headers["Content-Security-Policy"]
    assert staff.open(f"{trial}/as/screen/qr.svg").mimetype == "image/svg+xml"
    assert staff.open(f"{trial}/as/nobody/phone").status_code == 404
    session = trial.removeprefix("/trials/")
    for page in (f"/s/{session}/console", f"/sessions/{session}", f"/sessions/{session}/document", "/j/ESSAI"):
        assert staff.open(page).status_code == 404
    found.stop()
    found.wait()
    assert staff.open(f"{trial}/as/console").status_code == 404


def test_a_planned_session_is_tried_with_its_own_settings(fresh_house: House) -> None:
    house = fresh_house
    planned = house.plan("public-goods", setting_rounds="2", minutes_contribute="9")
    staff = house.staff()
    staff.open(f"/sessions/{planned.id}")
    assert f"/sessions/{planned.id}/trial" in staff.links()
    trial = begin(staff, f"/sessions/{planned.id}/trial")
    order = of(house, trial).order
    assert order.settings == planned.state.settings
    assert order.minutes == {"contribute": 9}
    session = of(house, trial).session
    assert session
    assert [step.key for step in session.plan] == [step.key for step in planned.state.plan]
    assert planned.state.status == "waiting"
    of(house, trial).stop()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"participants": "0"}, "De 1 à 60"),
        ({"participants": "61"}, "De 1 à 60"),
        ({"participants": "douze"}, "nombre entier"),
        ({"slot": "0"}, "De 1 à 1440"),
        ({"seed": "-1"}, "à partir de 1"),
        ({"minutes_alone": "0"}, "de 1 à 480"),
    ],
)
def test_what_cannot_be_tried_says_why_and_keeps_what_was_typed(house: House, asked: dict[str, str], said: str) -> None:
    staff = house.staff()
    staff.open("/formats/one-two-four-all/trial")
    staff.send(**asked)
    assert staff.at == "/formats/one-two-four-all/trial"
    assert said in staff.words
    assert f'value="{next(iter(asked.values()))}"' in staff.page.text


def test_only_so_many_at_once(fresh_house: House) -> None:
    staff = fresh_house.staff()
    trials = [begin(staff) for _ in range(MOST_AT_ONCE)]
    staff.open("/formats/one-two-four-all/trial")
    assert staff.send(participants="4").status_code == 409
    assert "déjà en cours" in staff.words
    staff.open("/trials")
    assert set(trials) <= set(staff.links())
    of(fresh_house, trials[0]).stop()
    of(fresh_house, trials[0]).wait()
    begin(staff)


def test_only_staff_see_a_trial(house: House) -> None:
    staff, stranger = house.staff(), house.visitor()
    trial = begin(staff)
    for page in (
        "/trials",
        trial,
        f"{trial}/state.json",
        f"{trial}/as/console",
        f"{trial}/pdf",
        f"{trial}/as/p1/phone",
    ):
        assert "/sign-in" in stranger.open(page).request.path or stranger.at.startswith("/sign-in"), page
    of(house, trial).stop()


def test_after_a_restart_the_page_says_what_became_of_it(house: House) -> None:
    app = create_app(Config(database="sqlite://", hosts=("localhost:80",)))
    app.testing = True
    restarted = House(app)
    staff = restarted.staff()
    assert staff.open("/trials/trial-0123456789abcdef").status_code == 404
    assert "redémarrage" in staff.words
    restarted.doors.trials.close()
    app.extensions[NAME].database.close()
