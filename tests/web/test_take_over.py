"""Whoever chooses a password is alone in holding the account: earlier links and other browsers no longer open it."""

import re

from facilitation.records import accounts, sign_in_links
from facilitation.records.sign_ins import LONGEST
from tests.web.conftest import PASSWORD, House
from tests.web.test_joining import boot
from tests.web.visitor import Visitor


def test_choosing_a_password_voids_the_links_that_were_not_used(fresh_house: House) -> None:
    used, left_in_a_terminal = fresh_house.token(), fresh_house.token()
    ana = fresh_house.visitor()
    ana.open(f"/sign-in/{used}")
    ana.send(login="ana", password=PASSWORD)
    assert ana.at == "/staff"
    stranger = fresh_house.visitor()
    stranger.open(f"/sign-in/{left_in_a_terminal}")
    assert stranger.page.status_code == 410
    ana.open("/staff")
    assert ana.at == "/staff"


def test_choosing_a_password_signs_out_the_other_browsers_of_the_account(fresh_house: House) -> None:
    earlier = fresh_house.staff()
    ana = fresh_house.visitor()
    ana.open(f"/sign-in/{fresh_house.token()}")
    ana.send(login="ana", password=PASSWORD)
    assert ana.at == "/staff"
    earlier.open("/staff")
    assert earlier.at == "/sign-in"


def test_the_password_of_one_account_changes_nothing_for_another(fresh_house: House) -> None:
    admin = fresh_house.staff()
    admin.open("/accounts")
    admin.send("/accounts", login="bruno", role="facilitator")
    link = re.search(r"<code>http://[^/]+(/sign-in/[^<]+)</code>", admin.page.text)
    assert link is not None
    bruno = fresh_house.visitor()
    bruno.open(link.group(1))
    bruno.send(login="bruno", password=PASSWORD)
    assert bruno.at == "/staff"
    admin.open("/accounts")
    assert admin.at == "/accounts"


def stolen(house: House, browser: Visitor) -> Visitor:
    """Another browser, into which somebody has copied the cookies of this one."""
    thief = house.visitor()
    cookie = browser.client.get_cookie("facilitation")
    assert cookie is not None
    thief.client.set_cookie("facilitation", cookie.value)
    assert thief.open("/staff").request.path == "/staff", "the copy works as long as its owner is signed in"
    return thief


def opens_nothing(thief: Visitor) -> bool:
    return thief.open("/staff").request.path == "/sign-in"


def test_a_copied_cookie_opens_nothing_once_its_owner_has_signed_out(fresh_house: House) -> None:
    ana, elsewhere = fresh_house.staff(), fresh_house.staff()
    thief = stolen(fresh_house, ana)
    session = fresh_house.plan()
    thief.open(f"/s/{session.id}/console")
    token = boot(thief)["csrf"]
    signs_out(ana)
    assert opens_nothing(thief)
    for kind in ("console", "screen"):
        told = thief.client.post(f"/s/{session.id}/{kind}/ticket", headers={"X-CSRFToken": token})
        assert told.status_code == 404, kind
    assert elsewhere.open("/staff").request.path == "/staff", "signed out here, and not on the other device"


def test_signing_out_on_every_device_does_so(fresh_house: House) -> None:
    ana, elsewhere = fresh_house.staff(), fresh_house.staff()
    thief = stolen(fresh_house, ana)
    signs_out(ana, "/sign-out/everywhere")
    assert opens_nothing(thief)
    assert opens_nothing(elsewhere)


def test_an_administrator_signs_out_and_shuts_out_somebody_whose_cookie_was_copied(fresh_house: House) -> None:
    admin = fresh_house.staff()
    bruno = account_of(fresh_house, admin, "bruno")
    thief = stolen(fresh_house, signed_in(fresh_house, bruno))
    admin.open("/accounts")
    admin.send(f"/accounts/{bruno}/sign-out")
    assert opens_nothing(thief)
    thief = stolen(fresh_house, signed_in(fresh_house, bruno))
    for role in ("former", "facilitator"):
        admin.open("/accounts")
        admin.send(f"/accounts/{bruno}/role", role=role)
        assert opens_nothing(thief), f"{role}: let in again is not signed in again"


def test_another_role_counts_at_once_for_a_cookie_that_was_there_before(fresh_house: House) -> None:
    admin = fresh_house.staff()
    bruno = account_of(fresh_house, admin, "bruno")
    before = signed_in(fresh_house, bruno)
    assert before.open("/formats").status_code == 200
    admin.open("/accounts")
    admin.send(f"/accounts/{bruno}/role", role="guest")
    assert before.open("/formats").status_code == 404


def test_a_browser_that_becomes_a_shared_device_is_signed_out_in_the_house_too(fresh_house: House) -> None:
    staff, session = fresh_house.staff(), fresh_house.plan()
    thief = stolen(fresh_house, staff)
    staff.open(f"/k/{session.id}/link")
    staff.send(f"/sessions/{session.id}/screens/lend", kind="kiosk")
    link = re.search(r"/k/\w+/begin/\d+/\w+", staff.page.text)
    assert link is not None
    staff.open(link.group())
    staff.send(link.group())
    assert opens_nothing(thief)


def test_no_cookie_lasts_for_ever_however_often_it_is_used(fresh_house: House) -> None:
    ana = fresh_house.staff()
    fresh_house.later(LONGEST - 60_000)
    assert ana.open("/staff").request.path == "/staff"
    fresh_house.later(60_001)
    assert opens_nothing(ana)


def signs_out(browser: Visitor, button: str = "/sign-out") -> None:
    browser.open("/staff")
    assert f'"{button}"' in browser.page.text
    told = browser.client.post(button, data={"csrf_token": browser.forms()[-1].fields["csrf_token"]})
    assert told.headers["Location"] == "/sign-in"


def account_of(house: House, admin: Visitor, login: str) -> int:
    admin.open("/accounts")
    admin.send("/accounts", login=login, role="facilitator")
    return next(each.id for each in accounts.everyone(house.doors.database) if each.login == login)


def signed_in(house: House, account: int) -> Visitor:
    visitor = house.visitor()
    visitor.open(f"/sign-in/{sign_in_links.make(house.doors.database, house.doors.clock(), account)}")
    visitor.send(later="1")
    assert visitor.at == "/staff"
    return visitor
