"""Doors that somebody else has got hold of: a slip, a notebook, the cookie of a shared device. Each can be shut."""

import pytest

from facilitation.domain.commands import OpenDoor
from facilitation.records import members, tickets
from tests.web.conftest import House, Planned
from tests.web.test_joining import boot
from tests.web.test_kiosk import comes, kiosk_of, leaves
from tests.web.test_observing import as_member
from tests.web.test_own import Author
from tests.web.test_take_over import signs_out
from tests.web.visitor import Visitor


@pytest.fixture
def session(fresh_house: House) -> Planned:
    planned = fresh_house.plan()
    planned.say(OpenDoor())
    return planned


def copy_of(house: House, browser: Visitor) -> Visitor:
    """Another browser, into which somebody has copied every cookie of this one."""
    thief = house.visitor()
    for cookie in browser.client._cookies.values():  # type: ignore[attr-defined]  # there is no other way to list them
        thief.client.set_cookie(cookie.key, cookie.value)
    return thief


def typed(house: House, code: str) -> Visitor:
    visitor = house.visitor()
    visitor.open("/ticket")
    visitor.send("/ticket", code=code)
    return visitor


def test_a_slip_that_somebody_else_has_is_replaced_and_opens_nothing(fresh_house: House, session: Planned) -> None:
    author = Author(session)
    session.go_on()
    author.posts("Un café dehors")
    reader, seated = typed(fresh_house, author.slip), typed(fresh_house, author.slip)
    assert "Un café dehors" in reader.words
    seated.send(f"{author.page}/return")
    phone = boot(seated)
    asks = {"headers": {"X-CSRFToken": phone["csrf"]}}
    assert seated.client.post(f"/s/{session.id}/phone/ticket", **asks).status_code == 200
    until = tickets.find(fresh_house.doors.database, author.slip.replace("-", ""), "slip")
    author.browser.open(author.page)
    author.browser.send(f"{author.page}/slip")
    assert "Le précédent n’ouvre plus rien" in author.browser.words.replace("'", "’")
    author.browser.open(f"/s/{session.id}/phone")
    newer = boot(author.browser)["withdrawal"]
    assert newer != author.slip
    assert reader.open(author.page).request.path == "/ticket", "even where it was open"
    assert typed(fresh_house, author.slip).page.status_code == 422
    assert seated.client.post(f"/s/{session.id}/phone/ticket", **asks).status_code == 404, "nor where it had come in"
    assert seated.client.get(f"/s/{session.id}/phone").status_code == 404
    assert typed(fresh_house, newer).at == author.page
    kept = tickets.find(fresh_house.doors.database, newer.replace("-", ""), "slip")
    assert kept
    assert until
    assert kept.expires_at >= until.expires_at
    assert author.browser.open(f"/s/{session.id}/phone").status_code == 200


def test_only_the_seat_replaces_a_slip(fresh_house: House, session: Planned) -> None:
    author, other = Author(session), Author(session)
    thief = typed(fresh_house, author.slip)
    assert f"{author.page}/slip" not in thief.page.text
    token = thief.forms()[0].fields["csrf_token"]
    assert thief.client.post(f"{author.page}/slip", data={"csrf_token": token}).status_code == 404
    other.browser.open("/ticket")
    other.browser.send("/ticket", code=author.slip)
    assert f"{author.page}/slip" not in other.browser.page.text, "this browser has the seat of somebody else"
    assert typed(fresh_house, author.slip).at == author.page


@pytest.mark.parametrize("end", ["dismissed", "another role", "signed out", "signed in as another"])
def test_the_notebook_of_a_member_ends_with_what_they_may_do(fresh_house: House, session: Planned, end: str) -> None:
    member = as_member(fresh_house, "observer")
    member.open(f"/sessions/{session.id}")
    member.send(f"/sessions/{session.id}/observers/mine")
    asks = {"headers": {"X-CSRFToken": boot(member)["csrf"]}}
    notebook, ticket = f"/s/{session.id}/observer", f"/s/{session.id}/observer/ticket"
    assert member.client.post(ticket, **asks).status_code == 200
    account = next(
        each.account for each in members.of_experiment(fresh_house.doors.database, 1) if each.role == "observer"
    )
    admin = fresh_house.staff()
    if end == "dismissed":
        admin.open("/experiments/1/team")
        admin.send(f"/experiments/1/team/{account}/delete")
    elif end == "another role":
        members.admit(fresh_house.doors.database, 1, account, "reader", 9)
    else:
        signs_out(member)
    if end == "signed in as another":
        member.open(f"/sign-in/{fresh_house.token()}")
        member.send(later="1")
    assert member.client.post(ticket, **asks).status_code in (400, 404)
    assert member.client.get(notebook).status_code == 404
    thief = fresh_house.visitor()
    key = member.client.get_cookie(f"observer_{session.id}")
    assert key is None or thief.client.get(f"{notebook}?key={key.value}").status_code == 404


def test_what_was_copied_of_a_shared_device_ends_with_the_turn(fresh_house: House) -> None:
    session = fresh_house.plan("seminar-half-day")
    session.say(OpenDoor())
    session.go_on()
    device = kiosk_of(session)
    for away in (leaves, comes):
        comes(device, session)
        thief = copy_of(fresh_house, device)
        now = f"/k/{session.id}/now"
        assert thief.client.get(now).status_code == 200, "the copy works as long as somebody stands there"
        assert device.open(now).request.path == now
        away(device, session)
        assert thief.open(now).request.path == f"/k/{session.id}"
    assert device.open(now).request.path == now, "whoever stands there now goes on"
