"""A session begins at a site only once its checklist is settled; the facilitator is told what to do, and can do it."""

import io
import re
import time

from pdfminer.high_level import extract_text
from sqlalchemy import event

from facilitation.domain.commands import By
from facilitation.records import accounts, checklist, live_sessions, organisations, protocols, sites
from facilitation.records.organisations import Whole
from facilitation.records.sites import SiteFacts
from tests.web.conftest import House
from tests.web.furnished import TERMS
from tests.web.test_roles import signed_in
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
    the_sheet_is_written(fresh_house, staff, session)
    assert fresh_house.doors.do(session, ANA, {"n": 4, **BEGIN, "id": "again"})["saved"]
    assert fresh_house.desk.session(session).status == "running"
    assert fresh_house.noted(session, "started_at") > 0, "the launch is noted by itself"
    checklist.reopen(fresh_house.doors.database, 2, "minors")
    step = fresh_house.desk.session(session).current
    on = fresh_house.doors.do(session, ANA, {"n": 5, "id": "on", "do": {"kind": "Advance", "after": step}})
    assert "saved" in on, "what has begun goes on"


def the_sheet_is_written(house: House, staff: Visitor, session: str) -> None:
    """Nobody begins, joins or is given a slip before the sheet says who keeps what; then all show the same text."""
    answer = house.doors.do(session, ANA, {"n": 3, **BEGIN, "id": "early"})
    assert answer["refused"] == "sheet-not-ready"
    assert "Personne ne peut encore entrer" in staff.words
    assert all(words in staff.words for words in ("Finalité", "Base légale", "Contact pour la protection des données"))
    code = live_sessions.find(house.doors.database, session)
    assert code is not None
    guest = house.visitor()
    assert guest.open(f"/j/{code.code}").status_code == 403
    assert "n’est pas encore prête" in guest.words
    staff.open(f"/sessions/{session}/paper")
    assert staff.send(seats="2").status_code == 409
    assert "feuille d'information" in staff.words
    protocols.save(house.doors.database, code.experiment, TERMS, "", 1, 1, launched=False)
    assert guest.open(f"/j/{code.code}").status_code == 200
    number = re.search(r"Numéro de ce texte : (\w{12})", guest.words)
    assert number is not None
    guest.open(f"/j/{code.code}/information")
    assert number[1] in guest.words
    staff.open(f"/sessions/{session}/paper")
    staff.send(seats="2", parts="consents")
    assert number[1] in paper_made(staff, f"/sessions/{session}/paper"), "the same text on paper"


def test_nothing_that_latecomers_must_read_is_emptied_while_they_may_come(fresh_house: House) -> None:
    staff = fresh_house.staff()
    session = at_a_prison(fresh_house, staff)
    header = live_sessions.find(fresh_house.doors.database, session)
    assert header is not None
    page = f"/experiments/{header.experiment}/protocol/edit"
    protocols.save(fresh_house.doors.database, header.experiment, TERMS, "", 1, 1, launched=False)
    assert fresh_house.doors.do(session, ANA, {"n": 1, "id": "door", "do": {"kind": "OpenDoor"}})["saved"]
    staff.open(page)
    staff.send(page, purpose="", why="Plus court")
    assert staff.page.status_code == 422
    assert "doivent pouvoir lire ceci" in staff.words
    assert fresh_house.visitor().open(f"/j/{header.code}").status_code == 200
    staff.open(page)
    staff.send(page, purpose="Dit autrement.", invited="", why="Plus clair")
    assert staff.page.status_code == 200
    guest = fresh_house.visitor()
    guest.open(f"/j/{header.code}/information")
    assert "Dit autrement." in guest.words
    assert fresh_house.doors.do(session, ANA, {"n": 2, "id": "shut", "do": {"kind": "CloseDoor"}})["saved"]
    staff.open(page)
    staff.send(page, purpose="", why="Personne ne vient plus")
    assert staff.page.status_code == 200, "nobody is kept out by it"


def test_coming_in_reads_the_protocol_once_and_sites_are_asked_for_once(fresh_house: House) -> None:
    staff = fresh_house.staff()
    session = at_a_prison(fresh_house, staff)
    header, database = live_sessions.find(fresh_house.doors.database, session), fresh_house.doors.database
    assert header is not None
    protocols.save(database, header.experiment, TERMS, "", 1, 1, launched=False)
    fresh_house.doors.do(session, ANA, {"n": 1, "id": "door", "do": {"kind": "OpenDoor"}})
    asked: list[str] = []
    event.listen(database.readers, "before_cursor_execute", lambda *told: asked.append(told[2]))
    assert fresh_house.visitor().open(f"/j/{header.code}").status_code == 200
    assert sum("FROM protocol_versions" in words for words in asked) == 1
    organisations.join(database, "Une autre", "association", "bearer", Whole(experiment=1))
    for number in range(3):
        sites.add(database, SiteFacts(f"Ailleurs {number}", "room", organisation=1))
    made = accounts.create(database, "somebody", None, "facilitator", 1)
    assert made is not None
    somebody = signed_in(fresh_house, made)
    asked.clear()
    assert "Ailleurs" not in somebody.open("/sites").text
    assert sum("FROM experiments" in words for words in asked) == 1


def paper_made(staff: Visitor, page: str) -> str:
    """The words of the papers, once they are there."""
    for _ in range(1200):
        told = staff.client.get(f"{page}/progress.json").get_json()
        if told["state"] in ("done", "failed"):
            break
        time.sleep(0.25)
    return extract_text(io.BytesIO(staff.client.get(f"{page}/papers.pdf").data))


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
