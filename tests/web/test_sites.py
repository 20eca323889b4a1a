"""A session begins at a site only once its checklist is settled; the facilitator is told what to do, and can do it."""

from facilitation.domain.commands import By
from facilitation.records import checklist
from tests.web.conftest import House
from tests.web.visitor import Visitor

BEGIN = {"id": "begin", "do": {"kind": "Advance", "after": None}}
ANA = By("facilitator", "1")


def at_a_prison(house: House, staff: Visitor) -> str:
    """A session planned at a new site, whose door is open."""
    staff.open("/experiments/new")
    staff.send(title="Dedans", site="new", new_name="Maison d'arrêt", new_place="prison")
    staff.open(f"{staff.at}/sessions/new?format=one-two-four-all")
    staff.send(title="Séance dedans")
    session = staff.at.removeprefix("/sessions/")
    house.desk.session(session)
    return session


def test_a_session_waits_until_its_site_may_open(fresh_house: House) -> None:
    staff = fresh_house.staff()
    session = at_a_prison(fresh_house, staff)
    assert "cette séance ne peut pas encore commencer" in staff.words.casefold()
    answer = fresh_house.doors.do(session, ANA, {"n": 1, **BEGIN})
    assert answer["refused"] == "site-not-ready"
    assert "Maison d'arrêt" in answer["say"]["fr"]
    assert fresh_house.desk.session(session).status == "waiting"
    assert fresh_house.doors.do(session, ANA, {"n": 2, "id": "door", "do": {"kind": "OpenDoor"}})["saved"]

    staff.open(next(link for link in staff.links() if "/checklist" in link))
    assert "8 points sont ouverts" in staff.words
    for link in [link for link in staff.links() if "/checklist/" in link]:
        staff.open(link)
        if "/interpreters" in link:
            staff.send(state="waived", words="Tout sera lu à voix haute")
        else:
            staff.send(state="ticked", authority="Direction de l'établissement", settled_on="2026-01-05")
    assert "Tout est réglé" in staff.words
    assert "Tout sera lu à voix haute" in staff.words
    assert "Direction de l'établissement, 5 janvier 2026" in staff.words
    staff.open(next(link for link in staff.links() if link == f"/sessions/{session}"))
    assert "ne peut pas encore commencer" not in staff.words
    assert fresh_house.doors.do(session, ANA, {"n": 3, **BEGIN, "id": "again"})["saved"]
    assert fresh_house.desk.session(session).status == "running"
    assert fresh_house.noted(session, "started_at") > 0, "the launch is noted by itself"
    checklist.reopen(fresh_house.doors.database, 2, "minors")
    step = fresh_house.desk.session(session).current
    on = fresh_house.doors.do(session, ANA, {"n": 4, "id": "on", "do": {"kind": "Advance", "after": step}})
    assert "saved" in on, "what has begun goes on"


def test_an_item_says_what_is_missing(fresh_house: House) -> None:
    staff = fresh_house.staff()
    staff.open("/sites/new")
    staff.send(name="Salle", place="room")
    assert staff.at.endswith("/checklist")
    minors, image = (f"{staff.at}/{key}" for key in ("minors", "image-voice"))
    for page, filled, words in (
        (minors, {"state": "waived", "words": "on verra"}, "n’admet pas de dispense"),
        (minors, {}, "Choisissez"),
        (image, {"state": "waived"}, "Dites la raison"),
        (image, {"state": "ticked", "settled_on": "2026-01-05"}, "quelle fonction"),
        (image, {"state": "ticked", "authority": "Bureau", "settled_on": "2999-01-05"}, "au plus tard aujourd’hui"),
        (image, {"state": "ticked", "authority": "Bureau", "settled_on": ""}, "au plus tard aujourd’hui"),
    ):
        staff.open(page)
        staff.send(**filled)
        assert staff.page.status_code == 422, filled
        assert words in staff.words, filled
    staff.open(image)
    staff.send(state="ticked", authority="Bureau", settled_on="2026-01-05")
    staff.open(image)
    staff.send(f"{image}/open")
    assert "3 points sont ouverts" in staff.words
    assert staff.open(f"{image}s").status_code == 404
    assert staff.open(image.replace("image-voice", "slips")).status_code == 404, "not asked for in a room"
