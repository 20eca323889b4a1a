"""Coming in: the code, the consent, the seat; and every way it may not work."""

import json
import re
from typing import Any

import pytest

from facilitation.domain.commands import CloseDoor, CloseSession, OpenDoor
from facilitation.domain.events import JoinCodeReplaced
from facilitation.domain.session import Consents
from facilitation.records import tickets
from facilitation.web import limits
from tests.web.conftest import House, Planned
from tests.web.visitor import Visitor


@pytest.fixture(scope="module")
def session(house: House) -> Planned:
    planned = house.plan()
    planned.say(OpenDoor())
    return planned


def boot(visitor: Visitor) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', visitor.page.text, re.S)
    assert found is not None
    read: dict[str, Any] = json.loads(found.group(1))
    return read


def test_questions_come_in_the_order_of_the_format(house: House) -> None:
    council = house.plan("scientific-council")
    council.say(OpenDoor())
    people = [council.join() for _ in range(4)]
    while (council.state.current or "").split(".")[0] != "criteria":
        council.go_on()
    asked: set[tuple[str, ...]] = set()
    for visitor in people:
        visitor.open(f"/s/{council.id}/phone")
        told = boot(visitor)
        answer = visitor.client.get(told["urls"]["documents"]).get_json()
        for entries in (told["documents"], answer["documents"]):
            documents = {entry["channel"]: entry.get("full") for entry in entries}
            person = next(document for name, document in documents.items() if name.startswith("person:"))
            asked.add(tuple(person["tasks"].get("answer", ())))
    assert asked - {()} == {("stated", "fitting", "side", "consented", "prudent")}


def test_the_code_typed_in_any_way_leads_to_the_consent(house: House, session: Planned) -> None:
    visitor = house.visitor()
    visitor.open("/")
    visitor.send(code=f" {session.code.lower().replace('-', ' ')} ")
    assert visitor.at == f"/j/{session.code}"
    assert "Ce qui est gardé" in visitor.words
    assert "aucune conséquence" in visitor.words


def test_someone_comes_in_and_is_given_an_alias_and_a_slip(house: House, session: Planned) -> None:
    before = len(session.state.people)
    visitor = session.join(report="yes", quotation="y")
    assert len(session.state.people) == before + 1
    person = session.state.people[session.newest()]
    assert person.consents == Consents(report=True, quotation=True, publication=False)
    told = boot(visitor)
    assert told["kind"] == "participant"
    assert told["session"] == session.id
    assert told["you"]["id"] == person.id
    assert re.fullmatch(r"(\w{4}-){2}\w{4}", told["withdrawal"])
    channels = [entry["channel"] for entry in told["documents"]]
    assert f"person:{person.id}" in channels
    assert "staff" not in channels
    assert json.dumps(person.alias) in visitor.page.text


def test_nothing_is_ticked_beforehand_and_refusing_all_stops_nobody(house: House, session: Planned) -> None:
    visitor = house.visitor()
    visitor.open(f"/j/{session.code}")
    assert "checked" not in visitor.page.text
    visitor.send(report="no")
    assert visitor.at.endswith("/phone")
    assert session.state.people[session.newest()].consents == Consents(False, False, False)


@pytest.mark.parametrize("answer", [{}, {"report": ""}, {"report": "y"}, {"report": "maybe"}])
@pytest.mark.parametrize(("locale", "words"), [("fr", "Choisissez oui ou non"), ("en", "Choose yes or no")])
def test_the_report_must_be_answered_and_nothing_else_is_lost(
    house: House, session: Planned, answer: dict[str, str], locale: str, words: str
) -> None:
    visitor = house.visitor(locale)
    visitor.open(f"/j/{session.code}")
    before = len(session.state.people)
    visitor.send(quotation="y", **answer)
    assert visitor.page.status_code == 422
    assert words in visitor.words
    assert len(session.state.people) == before
    form = next(form for form in visitor.forms() if "visit" in form.fields)
    assert form.fields["quotation"] == "y"
    assert "report" not in form.fields
    visitor.send(report="yes")
    assert visitor.at.endswith("/phone")
    assert session.state.people[session.newest()].consents == Consents(True, True, False)


def test_the_slip_stays_at_hand_until_one_leaves(house: House, session: Planned) -> None:
    visitor = session.join()
    slip = boot(visitor)["withdrawal"]
    visitor.open(visitor.at)
    assert boot(visitor)["withdrawal"] == slip
    visitor.open(f"/ticket/{session.id}")
    assert slip in visitor.words
    visitor.client.post(f"/s/{session.id}/leave", headers={"X-CSRFToken": _token(visitor)})
    visitor.open("/ticket")
    visitor.send("/ticket", code=slip)
    assert visitor.at == f"/ticket/{session.id}"
    assert slip not in visitor.words


def _token(visitor: Visitor) -> str:
    visitor.open("/")
    return next(form.fields["csrf_token"] for form in visitor.forms())


def test_the_language_chosen_on_a_live_page_lasts(house: House, session: Planned) -> None:
    visitor = session.join()
    told = boot(visitor)
    assert told["locale"] == "fr"
    assert visitor.client.get(told["urls"]["language"] + "en").status_code == 302
    visitor.open(f"/s/{session.id}/phone")
    assert boot(visitor)["locale"] == "en"
    visitor.open(f"/ticket/{session.id}")
    assert "My contributions" in visitor.words


def test_who_comes_back_is_let_straight_in(session: Planned) -> None:
    visitor = session.join()
    before = len(session.state.people)
    visitor.open(f"/j/{session.code}")
    assert visitor.at == f"/s/{session.id}/phone"
    assert len(session.state.people) == before


def test_who_comes_back_gets_in_although_the_door_is_closed(house: House) -> None:
    planned = house.plan()
    planned.say(OpenDoor())
    visitor = planned.join()
    planned.say(CloseDoor())
    visitor.open(f"/j/{planned.code}")
    assert visitor.at == f"/s/{planned.id}/phone"


def test_sending_the_page_twice_makes_one_person(house: House, session: Planned) -> None:
    visitor = house.visitor()
    visitor.open(f"/j/{session.code}")
    form = next(form for form in visitor.forms() if form.method == "post")
    before = len(session.state.people)
    twin = house.app.test_client()
    for name in ("facilitation",):
        cookie = visitor.client.get_cookie(name)
        assert cookie is not None
        twin.set_cookie(name, cookie.value)
    first = visitor.client.post(f"/j/{session.code}", data={**form.fields, "report": "no"})
    second = twin.post(f"/j/{session.code}", data={**form.fields, "report": "no"})
    assert first.status_code == second.status_code == 302
    assert len(session.state.people) == before + 1
    for client in (visitor.client, twin):
        assert client.get(f"/s/{session.id}/phone").status_code == 200


def test_the_bearer_cannot_be_read_by_scripts_nor_sent_from_elsewhere(house: House, session: Planned) -> None:
    visitor = house.visitor()
    visitor.open(f"/j/{session.code}")
    form = next(form for form in visitor.forms() if form.method == "post")
    answer = visitor.client.post(f"/j/{session.code}", data={**form.fields, "report": "no"})
    given = next(cookie for cookie in answer.headers.getlist("Set-Cookie") if cookie.startswith("seat_"))
    assert "HttpOnly" in given
    assert "SameSite=Lax" in given
    assert "Secure" not in given
    bearer = given.split("=", 1)[1].split(";")[0]
    with house.doors.database.reading() as connection:
        rows = str(connection.exec_driver_sql("select * from tickets").all())
    assert bearer not in rows


def test_over_https_cookies_are_secure(house: House, session: Planned) -> None:
    client = house.app.test_client()
    page = client.get(f"/j/{session.code}", base_url="https://localhost")
    token = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
    visit = re.search(r'name="visit" value="([^"]+)"', page.text)
    assert token is not None
    assert visit is not None
    data = {"csrf_token": token.group(1), "visit": visit.group(1), "report": "no"}
    answer = client.post(f"/j/{session.code}", data=data, base_url="https://localhost")
    cookies = answer.headers.getlist("Set-Cookie")
    assert cookies
    assert all("Secure" in cookie for cookie in cookies)
    assert "max-age" in answer.headers["Strict-Transport-Security"]


@pytest.mark.parametrize(
    ("locale", "words"), [("fr", "Un code a 8 lettres et chiffres"), ("en", "A code has 8 letters")]
)
@pytest.mark.parametrize("typed", ["ABC", "ABCD-EFGU", "<b>bold</b>", "x" * 4000])
def test_what_is_no_code_is_answered_beside_the_field(house: House, typed: str, locale: str, words: str) -> None:
    visitor = house.visitor(locale)
    visitor.open("/")
    visitor.send(code=typed)
    assert visitor.page.status_code == 422
    assert words in visitor.words
    assert "<b>bold" not in visitor.page.text


@pytest.mark.parametrize("typed", ["", "   ", "\x00\x01"])
def test_no_code_at_all(house: House, typed: str) -> None:
    visitor = house.visitor()
    visitor.open("/")
    visitor.send(code=typed)
    assert "Tapez le code affiché" in visitor.words


def test_a_slip_typed_in_place_of_a_code_is_shown_the_way(house: House) -> None:
    visitor = house.visitor()
    visitor.open("/")
    visitor.send(code="ABCD-EFGH-JKMN")
    assert "Mes contributions" in visitor.words
    assert "ticket de retrait" in visitor.words


@pytest.mark.parametrize(("locale", "words"), [("fr", "Aucune séance n’a ce code"), ("en", "No session has this code")])
def test_an_unknown_code(house: House, locale: str, words: str) -> None:
    visitor = house.visitor(locale)
    visitor.open("/")
    visitor.send(code="0000-0000")
    assert visitor.page.status_code == 404
    assert words in visitor.words


@pytest.mark.parametrize(("locale", "words"), [("fr", "La porte n’est pas ouverte"), ("en", "The door is not open")])
def test_a_closed_door(house: House, locale: str, words: str) -> None:
    planned = house.plan()
    visitor = house.visitor(locale)
    visitor.open(f"/j/{planned.code}")
    assert visitor.page.status_code == 403
    assert words in visitor.words
    planned.say(OpenDoor())
    visitor.open(f"/j/{planned.code}")
    planned.say(CloseDoor())
    visitor.send(report="no")
    assert visitor.page.status_code == 403
    assert planned.state.people == {}


@pytest.mark.parametrize(("locale", "words"), [("fr", "Cette séance est terminée"), ("en", "This session is over")])
def test_an_ended_session(house: House, locale: str, words: str) -> None:
    planned = house.plan()
    planned.say(OpenDoor())
    late = house.visitor(locale)
    late.open(f"/j/{planned.code}")
    inside = planned.join()
    planned.go_on()
    planned.say(CloseSession())
    late.send(report="no")
    assert late.page.status_code == 410
    assert words in late.words
    late.open(f"/j/{planned.code}")
    assert late.page.status_code == 410
    inside.open(f"/s/{planned.id}/phone")
    assert inside.page.status_code == 200


def test_a_full_session(fresh_house: House) -> None:
    planned = fresh_house.plan("codeveloppement")
    planned.say(OpenDoor())
    waiting = fresh_house.visitor()
    waiting.open(f"/j/{planned.code}")
    form = planned.state.format
    assert form is not None
    for _ in range(form.most):
        planned.join()
    waiting.send(report="no")
    assert waiting.page.status_code == 409
    assert "complète" in waiting.words
    waiting.open(f"/j/{planned.code}")
    assert waiting.page.status_code == 409


def test_an_expired_seat(fresh_house: House) -> None:
    planned = fresh_house.plan()
    planned.say(OpenDoor())
    visitor = planned.join()
    fresh_house.later(tickets.LIFETIME + 1000)
    visitor.open(f"/s/{planned.id}/phone")
    assert visitor.page.status_code == 410
    assert "n’est plus valable" in visitor.words
    assert visitor.client.post(f"/s/{planned.id}/phone/ticket").status_code in (400, 404)


@pytest.mark.parametrize("visit", ["", "short", "x" * 5000])
def test_a_consent_page_without_its_visit_is_shown_again(house: House, session: Planned, visit: str) -> None:
    before = len(session.state.people)
    visitor = house.visitor()
    visitor.open(f"/j/{session.code}")
    visitor.send(visit=visit)
    assert visitor.at == f"/j/{session.code}"
    assert len(session.state.people) == before


def test_another_browser_that_knows_the_address_gets_nothing(house: House, session: Planned) -> None:
    session.join()
    stranger = house.visitor()
    stranger.open(f"/s/{session.id}/phone")
    assert stranger.page.status_code == 404


def test_a_seat_opens_no_other_session(house: House, session: Planned) -> None:
    other = house.plan()
    visitor = session.join()
    bearer = visitor.client.get_cookie(f"seat_{session.id}")
    assert bearer is not None
    visitor.client.set_cookie(f"seat_{other.id}", bearer.value)
    visitor.open(f"/s/{other.id}/phone")
    assert visitor.page.status_code == 404


def test_leaving_gives_the_seat_up(session: Planned) -> None:
    visitor = session.join()
    person = session.newest()
    answer = visitor.client.post(
        f"/s/{session.id}/leave", headers={"X-CSRFToken": boot(visitor)["csrf"], "Accept": "application/json"}
    )
    assert answer.get_json() == {"url": "/ticket/goodbye"}
    assert session.state.people[person].here is False
    visitor.open(f"/s/{session.id}/phone")
    assert visitor.page.status_code == 404


def test_many_wrong_codes_are_stopped_for_a_while(fresh_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(limits.CEILINGS, "code", limits.parse("5 per minute"))
    planned = fresh_house.plan()
    planned.say(OpenDoor())
    seated = planned.join()
    visitor = fresh_house.visitor()
    for _ in range(5):
        assert visitor.open("/j/0000-0000").status_code == 404
    assert visitor.open("/j/0000-0000").status_code == 429
    assert visitor.page.headers["Retry-After"] == "60"
    assert "Attendez une minute" in visitor.words
    assert seated.open(f"/s/{planned.id}/phone").status_code == 200


def test_right_codes_are_never_counted(fresh_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(limits.CEILINGS, "code", limits.parse("3 per minute"))
    planned = fresh_house.plan()
    planned.say(OpenDoor())
    for _ in range(8):
        planned.join()
    assert len(planned.state.people) == 8


def test_a_code_that_leaked_is_replaced_and_refused_kindly(house: House) -> None:
    planned = house.plan()
    planned.say(OpenDoor())
    inside = planned.join()
    staff = house.staff()
    boot = json.loads(staff.open(f"/s/{planned.id}/console").text.split('id="boot">')[1].split("</script>")[0])
    answer = staff.client.post(boot["urls"]["newCode"], headers={"X-CSRFToken": boot["csrf"]})
    fresh = answer.get_json()
    assert fresh["code"] not in ("", planned.code)
    late = house.visitor()
    assert late.open(f"/j/{planned.code}").status_code == 410
    assert "remplacé" in late.words
    assert "nouveau" in late.words
    assert late.open(f"/j/{fresh['code']}").status_code == 200
    assert inside.open(f"/s/{planned.id}/phone").status_code == 200
    again = json.loads(staff.open(f"/s/{planned.id}/console").text.split('id="boot">')[1].split("</script>")[0])
    assert next(one["full"]["join"] for one in again["documents"] if one["channel"] == "staff") == fresh
    log = house.desk._log.read(planned.id)
    assert isinstance(log[-1].event, JoinCodeReplaced)
    assert planned.code not in repr(log)
    stranger = house.visitor()
    assert stranger.client.post(boot["urls"]["newCode"]).status_code in (400, 404)
