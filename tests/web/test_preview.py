"""What phones will show, through the pages: the right screen, held still, framed by our own pages alone."""

import html
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from facilitation.records import own_formats
from facilitation.records.own_formats import Draft
from facilitation.web.doors import NAME
from facilitation.web.formats.editor import FIRST
from tests.rehearsal.test_preview import SECRETS
from tests.web.conftest import House
from tests.web.visitor import Visitor


def boot(page: str) -> dict[str, Any]:
    found = re.search(r'id="boot">(.*?)</script>', page, re.S)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def frame(staff: Visitor) -> str:
    """Where the phone of the page that is open is drawn."""
    found = re.search(r'<iframe[^>]* src="([^"]+)"', staff.page.text)
    assert found, staff.words
    return html.unescape(found[1])


def write(house: House, text: str, name: str = "") -> None:
    own_formats.keep_draft(house.doors.database, 1, Draft(name, text, 0, house.doors.clock()))


def test_a_formats_page_leads_to_the_phone_of_a_stage_and_a_role(house: House) -> None:
    staff = house.staff("en")
    staff.open("/formats/codeveloppement")
    assert "/formats/codeveloppement/preview" in staff.links()
    assert "/formats/codeveloppement/preview?stage=clarification" in staff.links()
    staff.open("/formats/codeveloppement/preview?stage=clarification&role=client&language=fr&people=5")
    answer = staff.open(frame(staff))
    told = boot(answer.text)
    assert told["kind"] == "participant"
    assert told["locale"] == "fr"
    assert told["still"].startswith("Aperçu")
    shown = {entry["channel"]: entry["full"] for entry in told["documents"]}
    assert shown["everyone"]["stage"]["title"]["en"].endswith("Clarifying")
    assert [role["name"] for role in shown[f"person:{told['you']['id']}"]["me"]["roles"]] == ["client"]
    assert shown["everyone"]["session"]["people"] == 5


def test_a_still_phone_holds_nothing_to_knock_with(house: House) -> None:
    told = boot(house.staff().open("/formats/one-two-four-all/preview/phone").text)
    assert told["csrf"] == ""
    assert set(told["urls"].values()) == {"#main"}
    assert told["rate"] == 0


def test_no_note_for_the_facilitator_and_no_other_role_in_any_byte(fresh_house: House) -> None:
    staff = fresh_house.staff("fr")
    write(fresh_house, SECRETS)
    for role in ("everyone", "keeper", "asker"):
        for stage in ("first", "second"):
            phone = staff.open(f"/studio/preview/phone?stage={stage}&role={role}&people=4").text
            assert "still" in boot(phone)
            assert "NOTE-ANIMATION" not in phone
            assert "FACILITATOR-NOTE" not in phone
    assert "SECRET-GARDE" in staff.open("/studio/preview/phone?stage=second&role=keeper").text
    assert "SECRET-GARDE" not in staff.open("/studio/preview/phone?stage=second&role=asker").text


def test_only_our_own_pages_may_frame_it_and_only_where_a_frame_is_meant(house: House) -> None:
    staff = house.staff()
    for path in ("/formats/meteo/preview/phone", "/studio/preview/phone", "/studio/preview?framed=yes"):
        assert "frame-ancestors 'self'" in staff.open(path).headers["Content-Security-Policy"], path
    for path in ("/formats/meteo/preview", "/studio/preview", "/studio/new"):
        assert "frame-ancestors 'none'" in staff.open(path).headers["Content-Security-Policy"], path


def test_beside_the_editor_the_text_that_was_checked_last_is_shown(fresh_house: House) -> None:
    staff = fresh_house.staff("en")
    staff.open("/studio/new")
    assert frame(staff) == "/studio/preview?name=&framed=yes"
    write(fresh_house, FIRST.replace("en: Write}", "en: Draw a tree}"))
    staff.open("/studio/preview?framed=yes")
    assert "1. Draw a tree" in staff.words
    assert "Draw a tree" in staff.open(frame(staff)).text


def test_a_text_that_cannot_be_played_says_so_and_says_why(fresh_house: House) -> None:
    staff = fresh_house.staff("en")
    write(fresh_house, FIRST.replace("stage: write", "stagge: write"))
    staff.open("/studio/preview?framed=yes")
    assert "there is nothing to show" in staff.words
    assert "stagge" in staff.words
    assert "<iframe" not in staff.page.text
    assert "cannot be played yet" in staff.open("/studio/preview/phone").text


def test_what_is_asked_for_wrongly_is_replaced_and_what_cannot_be_seen_is_said(house: House) -> None:
    staff = house.staff("en")
    staff.open("/formats/one-two-four-all/preview?stage=made-up&role=king&people=9000&language=de")
    assert "stage=alone" in frame(staff)
    assert "people=6" in frame(staff)
    staff.open("/formats/codeveloppement/preview/phone?stage=subjects&role=client")
    assert "Nobody has this role when this stage begins" in staff.words
    assert staff.open("/formats/nothing/preview").status_code == 404
    assert staff.open("/studio/preview?name=nothing").status_code == 404


def test_it_is_played_where_nobody_else_is_kept_waiting(fresh_house: House) -> None:
    handed: list[str] = []

    def elsewhere(work: Callable[[], None]) -> None:
        handed.append("work")
        work()

    fresh_house.app.extensions[NAME] = replace(fresh_house.doors, run=elsewhere)
    staff = fresh_house.staff()
    handed.clear()
    staff.open("/formats/meteo/preview/phone")
    assert handed == ["work"]
