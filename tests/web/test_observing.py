"""Links of observers, and what the team makes of what they write."""

import csv
import io
import re

import pytest

from facilitation.domain.commands import AdmitObserver, By, CloseSession, NoteObservation, OpenDoor, TakeNote
from facilitation.domain.session import Session
from facilitation.records import accounts, members
from facilitation.records.members import Role
from facilitation.web.observing.links import AFTERWARDS
from tests.web.conftest import House, Planned
from tests.web.test_joining import boot
from tests.web.test_roles import signed_in
from tests.web.visitor import Visitor

OBSERVES = "Somebody observes the session, notes what happens and counts what comes back, without a name or an alias."


def a_link(house: House, planned: Planned) -> str:
    """The newest link, as the page shows it."""
    staff = house.staff("en")
    staff.open(f"/sessions/{planned.id}/observers")
    staff.send(f"/sessions/{planned.id}/observers")
    return re.findall(r"/s/\w+/observer\?key=o\d+-\w+", staff.page.text)[-1]


def as_member(house: House, role: Role) -> Visitor:
    """A guest of the house with a role in the experiment."""
    database, now = house.doors.database, house.doors.clock()
    account = accounts.create(database, f"a {role}", None, "guest", now)
    assert account is not None
    members.admit(database, 1, account.id, role, now)
    return signed_in(house, account)


def book(planned: Planned) -> list[str]:
    session: Session = planned.state
    return [note.text for note in session.notebook.notes.values() if not note.withdrawn]


def test_a_link_opens_one_notebook_and_nothing_else(fresh_house: House) -> None:
    planned, other = fresh_house.plan(), fresh_house.plan()
    link, observer = a_link(fresh_house, planned), fresh_house.visitor()
    assert planned.state.notebook.watched
    observer.open(link)
    assert observer.at == f"/s/{planned.id}/observer"
    assert "key=" not in observer.page.request.full_path
    told = boot(observer)
    assert told["you"] == {"kind": "observer", "id": "o1"}
    assert told["channels"] == ["observers", "observer:o1"]
    headers = {"X-CSRFToken": told["csrf"]}
    note = {"kind": "NoteObservation", "text": "Un silence."}
    body = {"n": 1, "id": "one", "do": note}
    assert "saved" in observer.client.post(told["urls"]["do"], json=body, headers=headers).get_json()
    staff = {"n": 2, "id": "two", "do": {"kind": "CloseSession"}}
    assert observer.client.post(told["urls"]["do"], json=staff, headers=headers).get_json()["refused"] == "not-allowed"
    assert book(planned) == ["Un silence."]
    for page in ("console", "screen", "phone", "console/documents", "phone/documents", "qr.svg"):
        assert observer.client.get(f"/s/{planned.id}/{page}").status_code in (302, 404), page
    for wrong in (
        f"/s/{other.id}/observer",
        link.replace(planned.id, other.id),
        link[:-1] + "g",
        link.replace("o1", "o2"),
    ):
        assert fresh_house.visitor().open(wrong).status_code == 404, wrong
        assert observer.open(wrong.replace("/observer?", "/observer?x=1&")).status_code == 404, wrong

    boss = fresh_house.staff()
    boss.open(f"/sessions/{planned.id}/observers")
    boss.send(f"/sessions/{planned.id}/observers/o1/revoke")
    assert observer.open(f"/s/{planned.id}/observer").status_code == 404
    assert observer.open(link).status_code == 404
    assert observer.client.post(told["urls"]["ticket"], headers=headers).status_code == 404
    assert book(planned) == ["Un silence."], "what was written stays"
    assert not planned.state.notebook.watched


def test_a_link_ends_some_days_after_the_session(fresh_house: House) -> None:
    planned = fresh_house.plan()
    link = a_link(fresh_house, planned)
    planned.say(CloseSession())
    fresh_house.later(AFTERWARDS - 60_000)
    assert fresh_house.visitor().open(link).status_code == 200
    fresh_house.later(120_000)
    assert fresh_house.visitor().open(link).status_code == 404


def test_whoever_comes_in_is_told_that_somebody_observes(fresh_house: House) -> None:
    planned = fresh_house.plan()
    planned.say(OpenDoor())
    assert OBSERVES not in fresh_house.visitor("en").open(f"/j/{planned.code}").text
    planned.say(AdmitObserver())
    assert OBSERVES in fresh_house.visitor("en").open(f"/j/{planned.code}").text


def test_a_member_who_observes_has_a_notebook_without_a_link(fresh_house: House) -> None:
    planned, member = fresh_house.plan(), as_member(fresh_house, "observer")
    for _ in range(2):
        member.open(f"/sessions/{planned.id}")
        member.send(f"/sessions/{planned.id}/observers/mine")
        assert member.at == f"/s/{planned.id}/observer"
        assert boot(member)["you"]["id"] == "o1", "the same one again"
    assert member.open(f"/sessions/{planned.id}/journal").status_code == 404


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_who_writes_the_documentation_reads_the_journal_but_for_private_notes(fresh_house: House, locale: str) -> None:
    planned = fresh_house.plan()
    planned.say(OpenDoor(), AdmitObserver(), TakeNote("Entre nous.", kept=False), TakeNote("À garder."))
    planned.say(NoteObservation("=Le silence dure, puis tous parlent."), by=By("observer", "o1"))
    boss, researcher = fresh_house.staff(locale), as_member(fresh_house, "researcher")
    for reader, reads in ((boss, True), (researcher, False)):
        reader.open(f"/sessions/{planned.id}/journal")
        assert "À garder." in reader.words
        assert "Le silence dure" in reader.words
        assert ("Entre nous." in reader.words) is reads
        reader.open(f"/sessions/{planned.id}/journal?kind=note")
        assert "À garder." not in reader.words
        assert ("Entre nous." in reader.words) is reads
    researcher.open(f"/sessions/{planned.id}/journal")
    researcher.send(f"/sessions/{planned.id}/journal/w1", excerpt="Le silence […] parlent.", do="keep")
    assert planned.state.notebook.notes["w1"].excerpt == "Le silence […] parlent."
    table = researcher.open(f"/sessions/{planned.id}/journal/observations.csv").data.decode("utf-8-sig")
    (row,) = csv.reader(io.StringIO(table).readlines()[1:])
    assert row[6] == "'=Le silence dure, puis tous parlent.", "and no formula"
    data = researcher.open(f"/sessions/{planned.id}/journal/observations.json").get_json()
    assert [note["excerpt"] for note in data["notes"]] == ["Le silence […] parlent."]
    researcher.open(f"/sessions/{planned.id}/journal")
    researcher.send(f"/sessions/{planned.id}/journal/w1", do="erase")
    assert book(planned) == []
