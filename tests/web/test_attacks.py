"""What somebody with a browser's tools may try on the pages."""

import pytest

from facilitation.domain.commands import MarkAbsent, OpenDoor
from facilitation.records.tickets import LIFETIME
from facilitation.web import limits
from tests.web.conftest import House, Planned
from tests.web.test_joining import boot
from tests.web.test_own import Author


def _open_session(house: House) -> Planned:
    planned = house.plan()
    planned.say(OpenDoor())
    return planned


def test_somebody_who_tries_codes_keeps_nobody_out(fresh_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("code", "slip"):
        monkeypatch.setitem(limits.CEILINGS, kind, limits.parse("2 per minute"))
    session = _open_session(fresh_house)
    author, guesser = Author(session), fresh_house.visitor()
    for _ in range(4):
        guesser.open("/j/0000-0000")
    assert guesser.page.status_code == 429
    assert session.join(report="no").at == f"/s/{session.id}/phone"
    for _ in range(4):
        guesser.open("/ticket")
        guesser.send("/ticket", code="0000-0000-0000")
    assert guesser.page.status_code == 429
    elsewhere = fresh_house.visitor()
    elsewhere.open("/ticket")
    elsewhere.send("/ticket", code=author.slip)
    assert elsewhere.at == author.page


@pytest.mark.parametrize("session", ["x", "x=1; Domain=elsewhere.example", "x\r\nX-Made-Up: 1"])
def test_a_made_up_projector_link_leaves_no_cookie(house: House, session: str) -> None:
    visitor = house.visitor()
    answer = visitor.client.get(f"/s/{session}/screen", query_string={"key": "made-up"})
    assert answer.status_code == 302
    assert not answer.headers.getlist("Set-Cookie")


def test_a_key_of_other_letters_is_only_a_wrong_key(house: House) -> None:
    session = _open_session(house)
    visitor = house.visitor()
    for key in ("\ud800", "é", "\x00"):
        told = visitor.client.get(f"/s/{session.id}/screen", query_string={"key": key.encode("utf-8", "surrogatepass")})
        assert told.status_code == 302
        visitor.client.set_cookie(f"screen_{session.id}", "%ED%A0%80")
        assert visitor.client.get(f"/s/{session.id}/qr.svg").status_code == 404


def test_an_expired_seat_gives_no_fresh_slip(fresh_house: House) -> None:
    author = Author(_open_session(fresh_house))
    author.browser.open(f"/s/{author.planned.id}/phone")
    token = boot(author.browser)["csrf"]
    fresh_house.later(LIFETIME + 1000)
    told = author.browser.client.post(f"{author.page}/slip", data={"csrf_token": token})
    assert told.status_code == 410


def test_no_address_of_a_built_file_is_a_fault_of_ours(house: House) -> None:
    client = house.app.test_client()
    house.app.testing = False
    try:
        for name in ("a%00b", "%2e%2e/%2e%2e/pyproject.toml", "..%2fmanifest.json", "x" * 5000):
            assert client.get(f"/static/dist/{name}").status_code == 404
    finally:
        house.app.testing = True


def test_lists_in_lists_without_end_are_only_not_understood(house: House) -> None:
    author = Author(_open_session(house))
    author.browser.open(f"/s/{author.planned.id}/phone")
    token = boot(author.browser)["csrf"]
    body = '{"n":1,"id":"a","do":' + "[" * 90_000 + "]" * 90_000 + "}"
    told = author.browser.client.post(
        f"/s/{author.planned.id}/phone/do",
        data=body,
        headers={"Content-Type": "application/json", "X-CSRFToken": token},
    )
    assert told.status_code == 200
    assert told.get_json()["refused"] == "not-understood"


def test_the_phone_of_someone_put_out_opens_and_holds_nothing_of_the_others(house: House) -> None:
    session = _open_session(house)
    author = Author(session)
    session.say(MarkAbsent(author.person, True))
    assert author.browser.open(f"/s/{session.id}/phone").status_code == 200
    assert [entry["channel"] for entry in boot(author.browser)["documents"]] == [f"person:{author.person}"]
