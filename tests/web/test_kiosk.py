"""The shared device: one person after another, and nothing of the one before."""

from fractions import Fraction

import pytest

from facilitation.domain.commands import CloseSession, OpenDoor
from facilitation.domain.format import Option, Text
from facilitation.domain.session import Consents
from facilitation.domain.slips.field import Field
from facilitation.web.kiosk.asking import typed_from
from facilitation.web.kiosk.device import PATIENCE
from facilitation.web.lent import FOR_NOW, LONGER
from tests.web.conftest import House, Planned
from tests.web.visitor import Visitor


def kiosk_of(session: Planned, locale: str = "fr") -> Visitor:
    """A device that was opened by the link of the staff page."""
    device = session.house.visitor(locale)
    begins(device, link_of(session))
    assert device.at == f"/k/{session.id}"
    return device


def link_of(session: Planned) -> str:
    """The link of one more shared device."""
    staff = session.house.staff()
    staff.open(f"/k/{session.id}/link")
    staff.send(f"/sessions/{session.id}/screens/lend")
    return f"/k/{session.id}/begin/" + staff.words.split(f"/k/{session.id}/begin/")[-1].split()[0]


def begins(device: Visitor, link: str) -> None:
    """Open a link and say that it is meant for this device."""
    device.open(link)
    device.send()


@pytest.fixture
def session(house: House) -> Planned:
    planned = house.plan("seminar-half-day")
    planned.say(OpenDoor())
    planned.go_on()
    return planned


def comes(device: Visitor, session: Planned, **agreed: str) -> str:
    """Someone new steps up; the code that they copy."""
    device.open(f"/k/{session.id}/new")
    device.send(f"/k/{session.id}/new", **{"report": "yes", **agreed})
    words = device.words
    device.open(f"/k/{session.id}/now")
    return next(word for word in words.split() if len(word) == 14 and word.count("-") == 2)


def leaves(device: Visitor, session: Planned) -> None:
    device.send(f"/k/{session.id}/next")
    assert device.at == f"/k/{session.id}"


def test_one_after_another_one_thing_at_a_time(session: Planned) -> None:
    device = kiosk_of(session)
    comes(device, session, quotation="y")
    first = session.newest()
    assert session.state.people[first].channel == "kiosk"
    assert session.state.people[first].consents == Consents(True, True, False)
    device.send(f"/k/{session.id}/now", words="4")
    assert session.state.answers["welcome"]["sure_before"][first].value == Fraction(4)
    assert "c’est tout pour cette étape" in device.words
    leaves(device, session)
    comes(device, session)
    second = session.newest()
    assert second != first
    device.send(f"/k/{session.id}/now", words="9")
    assert device.page.status_code == 409
    assert "5" in device.words
    assert second not in session.state.answers["welcome"]["sure_before"]


def test_the_code_brings_one_back_and_only_to_oneself(session: Planned) -> None:
    device = kiosk_of(session)
    code = comes(device, session)
    person = session.newest()
    leaves(device, session)
    device.open(f"/k/{session.id}/now")
    assert device.at == f"/k/{session.id}", "nobody stands there"
    device.send(f"/k/{session.id}/back", code="ABCD-EFGH-JKMN")
    assert device.page.status_code == 422
    elsewhere = session.house.plan("seminar-half-day")
    elsewhere.say(OpenDoor())
    other = kiosk_of(elsewhere)
    device.send(f"/k/{session.id}/back", code=comes(other, elsewhere))
    assert device.page.status_code == 422, "a code of another session opens nothing here"
    device.send(f"/k/{session.id}/back", code=code.lower())
    assert device.at == f"/k/{session.id}/now"
    device.send(f"/k/{session.id}/now", words="2")
    assert person in session.state.answers["welcome"]["sure_before"]
    while session.state.current != "testimony":
        session.go_on()
    device.open(f"/k/{session.id}/now")
    device.send(f"/k/{session.id}/now", words="Qui appeler ?")
    device.send(f"/k/{session.id}/now", skip="1")
    assert "Marques sur les cartes" in device.words
    device.send(f"/k/{session.id}/now", words="1=A")
    assert {mark for card in session.state.cards.values() for mark in card.marks} == {"me_too"}
    assert [card.text for card in session.state.cards.values() if card.author == person] == ["Qui appeler ?"]
    assert "c’est tout pour cette étape" in device.words


def test_next_person_leaves_nothing_and_a_page_kept_open_sends_nothing(session: Planned) -> None:
    device = kiosk_of(session)
    comes(device, session)
    person = session.newest()
    stale = {"csrf_token": device.forms()[0].fields["csrf_token"], "line": "answer/sure_before", "words": "3"}
    cookie = device.client.get_cookie("facilitation")
    assert cookie is not None
    leaves(device, session)
    device.client.post(f"/k/{session.id}/now", data=stale)
    assert person not in session.state.answers.get("welcome", {}).get("sure_before", {})
    page = device.open(f"/k/{session.id}")
    assert page.headers["Cache-Control"] == "no-store"
    alias = session.state.people[person].alias
    assert alias not in page.text
    assert person not in page.text


def test_left_open_overnight_it_is_nobody_s(fresh_house: House) -> None:
    session = fresh_house.plan("seminar-half-day")
    session.say(OpenDoor())
    session.go_on()
    device = kiosk_of(session)
    comes(device, session)
    person = session.newest()
    fresh_house.later(PATIENCE + 1000)
    device.send(f"/k/{session.id}/now", words="3")
    assert device.at == f"/k/{session.id}"
    assert "welcome" not in session.state.answers
    session.say(CloseSession())
    device.open(f"/k/{session.id}")
    assert "La séance est terminée" in device.words or "terminée" in device.words
    assert session.state.people[person].alias not in device.page.text


def test_no_other_browser_finds_it_and_whoever_was_signed_in_is_not_any_more(house: House, session: Planned) -> None:
    stranger = house.visitor()
    for path in ("", "/now", "/new"):
        assert stranger.open(f"/k/{session.id}{path}").status_code == 404
    stranger.open(f"/k/{session.id}/begin/1/{'0' * 32}")
    assert stranger.open(f"/k/{session.id}").status_code == 404
    link, staff = link_of(session), house.staff()
    stranger.open(link)
    assert stranger.open(f"/k/{session.id}").status_code == 404, "looking at a link changes nothing yet"
    begins(staff, link)
    assert staff.open("/staff").request.path == "/sign-in"


def test_a_phone_that_becomes_a_kiosk_gives_up_its_seats(session: Planned) -> None:
    phone = session.join()
    person = session.newest()
    begins(phone, link_of(session))
    assert session.state.people[person].alias not in phone.open(f"/ticket/{session.id}").text
    assert phone.at == "/ticket"


def test_a_place_of_thousands_of_digits_is_no_place() -> None:
    cards = (Option("c1", Text.same("Un banc")), Option("c2", Text.same("Une lampe")))
    line = Field("vote", "vote", "order", cards=cards)
    assert typed_from(line, {"v/1": "9" * 5000, "v/2": "1"}, []) == "2"


def test_whoever_came_back_into_the_session_from_a_kiosk_leaves_no_seat_on_it(house: House, session: Planned) -> None:
    device = kiosk_of(session)
    code = comes(device, session)
    alias = session.state.people[session.newest()].alias
    device.open("/ticket")
    device.send(code=code)
    device.send(f"/ticket/{session.id}/return")
    assert alias in device.open(f"/ticket/{session.id}").text or device.at == f"/ticket/{session.id}"
    device.open(f"/k/{session.id}")
    device.open(f"/ticket/{session.id}")
    assert device.at == "/ticket"


def closes(session: Planned, number: int) -> None:
    """The facilitator closes a device from the page of the session."""
    staff = session.house.staff()
    staff.open(f"/sessions/{session.id}")
    assert f"Appareil partagé {number}" in staff.words
    staff.send(f"/sessions/{session.id}/screens/{number}/close")
    assert f"Appareil partagé {number}" not in staff.words


def test_closed_by_the_facilitator_it_ends_at_once_and_its_link_with_it(house: House, session: Planned) -> None:
    first, link = kiosk_of(session), link_of(session)
    second = house.visitor()
    begins(second, link)
    comes(second, session)
    person, sent = session.newest(), second.forms()[0].fields["csrf_token"]
    assert second.open(f"/k/{session.id}/open.json").status_code == 200
    closes(session, 2)
    assert second.open(f"/k/{session.id}/open.json").status_code == 410
    late = {"csrf_token": sent, "line": "answer/sure_before", "words": "3"}
    assert second.client.post(f"/k/{session.id}/now", data=late).status_code in (400, 410)
    assert person not in session.state.answers.get("welcome", {}).get("sure_before", {})
    assert second.open(f"/k/{session.id}").status_code == 410
    assert "Cet appareil est fermé" in second.words
    assert session.state.people[person].alias not in second.page.text
    assert house.visitor().open(link).status_code == 410
    comes(first, session)
    first.send(f"/k/{session.id}/now", words="4")
    assert "c’est tout pour cette étape" in first.words, "the other device goes on"


def test_a_link_opened_elsewhere_takes_the_device_over(house: House, session: Planned) -> None:
    before, after, link = house.visitor(), house.visitor(), link_of(session)
    begins(before, link)
    comes(before, session)
    begins(after, link)
    assert before.open(f"/k/{session.id}/now").status_code == 410
    comes(after, session)


def test_left_open_it_closes_by_itself_unless_it_is_extended(fresh_house: House) -> None:
    session = fresh_house.plan("seminar-half-day")
    session.say(OpenDoor())
    session.go_on()
    device, staff = kiosk_of(session), fresh_house.staff()
    staff.open(f"/k/{session.id}/link")
    staff.send(f"/sessions/{session.id}/screens/1/extend")
    fresh_house.later(FOR_NOW + 1000)
    assert device.open(f"/k/{session.id}").status_code == 200
    fresh_house.later(LONGER)
    assert device.open(f"/k/{session.id}").status_code == 410
    staff = fresh_house.staff()
    assert "Appareil partagé 1" not in staff.open(f"/k/{session.id}/link").text


def test_what_was_written_while_the_stage_changed_is_shown_and_not_sent(session: Planned) -> None:
    device = kiosk_of(session)
    comes(device, session)
    while session.state.current != "testimony":
        session.go_on()
    device.open(f"/k/{session.id}/now")
    session.go_on()
    device.send(f"/k/{session.id}/now", words="Une question à moitié posée")
    assert device.page.status_code == 409
    assert "Vous aviez écrit : Une question à moitié posée" in device.words
    assert not any("à moitié posée" in card.text for card in session.state.cards.values())
