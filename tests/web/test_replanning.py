"""A session keeps its own copy of its format; the console changes that session's plan, and nothing else."""

import hashlib
from dataclasses import replace
from typing import Any

import pytest

from facilitation.desk import Desk
from facilitation.domain.commands import OpenDoor
from facilitation.formats import Library, read_format
from facilitation.shelf import Shelf, duplicate, keep_new, keep_next
from facilitation.web.doors import NAME
from tests.web.conftest import House, Planned
from tests.web.visitor import Visitor


@pytest.fixture
def session(house: House) -> Planned:
    planned = house.plan()
    planned.say(OpenDoor())
    for _ in range(4):
        planned.join()
    planned.go_on()
    return planned


@pytest.fixture
def console(house: House, session: Planned) -> Visitor:
    staff = house.staff()
    staff.open(f"/s/{session.id}/console")
    return staff


def do(console: Visitor, session: Planned, n: int, kind: str, **fields: Any) -> dict[str, Any]:
    console.open(f"/sessions/{session.id}")
    token = next(form.fields["csrf_token"] for form in console.forms() if "csrf_token" in form.fields)
    body = {"n": n, "id": f"id{n}", "do": {"kind": kind, **fields}}
    answer = console.client.post(f"/s/{session.id}/console/do", json=body, headers={"X-CSRFToken": token})
    told: dict[str, Any] = answer.get_json()
    return told


def test_the_text_of_the_format_and_its_hash_are_in_the_session(house: House, session: Planned) -> None:
    kept = house.doors.library.readings["one-two-four-all"]
    assert session.state.source == kept.source
    assert session.state.digest == kept.digest == hashlib.sha256(kept.source.encode()).hexdigest()
    assert session.state.format == kept.format


@pytest.mark.parametrize("left", [{}, {"one-two-four-all": "format: one-two-four-all"}], ids=["deleted", "broken"])
def test_editing_or_deleting_the_file_changes_no_session(
    fresh_house: House, left: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = fresh_house.plan()
    before = planned.state
    changed = Library({name: read_format(text.encode(), f"{name}.yaml") for name, text in left.items()})
    monkeypatch.setitem(
        fresh_house.app.extensions, NAME, replace(fresh_house.doors, library=Shelf(changed, fresh_house.doors.database))
    )
    log = fresh_house.desk._log  # a restart, without a second process
    assert Desk(log, fresh_house.doors.clock).session(planned.id) == before
    planned.say(OpenDoor())
    planned.go_on()
    assert planned.state.current == before.plan[0].key
    assert log.verify(planned.id).ok


def test_a_new_version_of_an_own_format_leaves_its_sessions_as_they_were(fresh_house: House) -> None:
    shelf = fresh_house.doors.library
    kept = shelf.readings["meteo"]
    assert kept.format is not None
    source, parent = duplicate(kept.format, kept.source, "mine", {})
    keep_new(shelf, source, 1, 0, parent)
    planned = fresh_house.plan("mine")
    before = planned.state
    keep_next(shelf, "mine", source.replace("Comment arrivez-vous", "Quel temps avez-vous"), 1, 1, 1)
    assert shelf.readings["mine"].source != source
    assert planned.state == before
    assert (before.source, before.digest) == (source, hashlib.sha256(source.encode()).hexdigest())
    assert "Comment arrivez-vous" in str(before.plan[0].stage.ask[0].label)
    assert fresh_house.desk._log.verify(planned.id).ok


def test_a_byte_order_mark_is_not_part_of_the_text_that_is_kept() -> None:
    text = b"\xef\xbb\xbf# nothing"
    assert read_format(text, "x.yaml").digest == hashlib.sha256(b"# nothing").hexdigest()


def test_the_console_reads_the_words_of_a_stage_and_the_blocks(console: Visitor, session: Planned) -> None:
    texts = console.open(f"/s/{session.id}/console/texts?step=pairs").get_json()["texts"]
    assert texts["title"]["fr"]
    assert console.open(f"/s/{session.id}/console/texts?step=nowhere").get_json() == {"texts": {}}
    told = console.open(f"/s/{session.id}/console/blocks").get_json()
    assert told["ready"][0]["name"] == "break"
    assert {"name", "title", "seconds"} <= told["formats"][0]["blocks"][0].keys()


def test_nobody_else_reads_them(house: House, session: Planned) -> None:
    for visitor in (house.visitor(), session.join()):
        for page in ("blocks", "texts?step=pairs", "likenesses?board=ideas"):
            assert visitor.open(f"/s/{session.id}/console/{page}").status_code == 404


def test_a_block_is_inserted_through_the_door_and_another_is_refused(console: Visitor, session: Planned) -> None:
    about = {"before": "pairs", "reason": "pour souffler"}
    assert "saved" in do(console, session, 1, "InsertBlock", block="meteo/weather", base=0, **about)
    assert session.state.plan[1].stage.ask[0].name == "weather"
    again = do(console, session, 2, "InsertBlock", block="break", base=0, **about)
    assert (again["refused"], again["say"]["fr"][:10]) == ("plan-changed", "Le déroulé")
    assert do(console, session, 3, "InsertBlock", block="nothing", base=1, **about)["refused"] == "unknown-block"
    assert "saved" in do(console, session, 4, "UndoChange", change="#1", base=1)
    assert session.state.plan[1].key == "pairs"


def test_a_screen_cannot_send_a_stage_of_its_own(console: Visitor, session: Planned) -> None:
    stage = {"kind": "Stage", "id": "x", "title": {"kind": "Text", "fr": "X", "en": "X"}}
    about = {"before": None, "reason": "x", "base": session.state.plan_version}
    assert do(console, session, 1, "InsertStage", block="x", stage=stage, **about)["refused"] == "not-allowed"
