"""Whoever chooses a password is alone in holding the account: earlier links and other browsers no longer open it."""

import re

from tests.web.conftest import PASSWORD, House


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
