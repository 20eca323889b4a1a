"""Photos are off until a clearance is written down; then observers and the dossier say what is allowed, how long."""

import json
import re

from facilitation.domain.commands import OpenDoor
from tests.web.conftest import House
from tests.web.visitor import Visitor

PAGE = "/experiments/1/photos"
WORDS = "Les murs et les cartes, aucun visage."


def told(observer: Visitor, session: str) -> object:
    """What the notebook is told of photos."""
    observer.open(f"/s/{session}/observer")
    found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', observer.page.text, re.S)
    assert found is not None
    return json.loads(found[1])["photos"]


def test_from_the_first_day_to_the_last(fresh_house: House) -> None:
    staff, planned = fresh_house.staff(), fresh_house.plan()
    planned.say(OpenDoor())
    staff.open(f"/sessions/{planned.id}/observers")
    assert "Pas de photo" in staff.words
    staff.send(f"/sessions/{planned.id}/observers/mine")
    assert told(staff, planned.id) is None
    staff.open(PAGE)
    staff.send(words=WORDS, authority="Direction de l'établissement", since="2026-01-05", until="2025-01-05")
    assert staff.page.status_code == 422
    assert "avant le premier" in staff.words
    assert WORDS in staff.page.text, "nothing is lost"
    staff.send(until="2999-12-31")
    assert "Photos permises jusqu'au 31 décembre 2999" in staff.words
    assert "Direction de l'établissement" in str(told(staff, planned.id))
    dossier = staff.client.get("/experiments/1/documents/dossier.html").text
    assert WORDS in dossier
    assert "Direction de l" in dossier
    staff.open(PAGE)
    staff.send(f"{PAGE}/end")
    assert told(staff, planned.id) is None
    assert "Aucune photo n" in staff.client.get("/experiments/1/documents/dossier.html").text


def test_a_clearance_that_is_over_allows_nothing(fresh_house: House) -> None:
    staff, planned = fresh_house.staff(), fresh_house.plan()
    planned.say(OpenDoor())
    staff.open(PAGE)
    staff.send(words=WORDS, authority="Bureau", since="2020-01-05", until="2020-02-05")
    assert "Pas de photo" in staff.words
    staff.open(f"/sessions/{planned.id}/observers")
    staff.send(f"/sessions/{planned.id}/observers/mine")
    assert told(staff, planned.id) is None
