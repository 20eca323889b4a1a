"""A bad day in one room: a tab closed, a phone lost, a clock that is wrong, a console asleep, another one closed."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server
from tests.browser.people import Facilitator, Phone, complaints, visit

HOUR = 3600.0


def test_whatever_goes_wrong_each_comes_back_to_where_the_room_is(server: Server, browser: Browser) -> None:
    her = Facilitator.arrives(browser, server.base, server.link)
    her.page.get_by_role("link", name=re.compile("^Démonstration")).click()
    her.plans("1-2-4-Tous", "Et par mauvais temps ?")
    her.opens_the_console()
    ana = Phone.joins(browser, server.base, her.code)
    bo = Phone.joins(browser, server.base, her.code, wrong=HOUR)
    slip = ana.page.locator(".join-code").first.inner_text()
    her.page.keyboard.press("n")
    expect(her.page.get_by_role("heading", name="Seul").first).to_be_visible()
    for _ in range(5):
        her.page.get_by_role("button", name="Prolonger de 2 minutes").click()
    # A phone whose clock is an hour ahead counts as the server does.
    for phone in (ana, bo):
        expect(phone.page.locator(".time-left")).to_contain_text(re.compile(r"environ 1\d minutes"))
    ana.posts("Un mot avant que tout se gâte")
    bo.posts("Écrit une heure trop tôt")
    expect(bo.card("Écrit une heure")).to_contain_text("enregistré")
    expect(ana.card("Un mot avant")).to_contain_text("enregistré")
    ana = in_another_tab(ana, server.base, her.code)
    ana = on_another_phone(browser, ana, server.base, slip)

    # Her laptop sleeps; a colleague goes on from another one.
    her.context.set_offline(True)
    other = elsewhere(browser, server.base, her.session)
    expect(other.get_by_role("heading", name="Seul").first).to_be_visible()
    other.keyboard.press("n")
    for screen in (other, ana.page, bo.page):
        expect(screen.get_by_role("heading", name="À deux").first).to_be_visible()
    other.context.close()
    her.context.set_offline(False)
    expect(her.page.get_by_role("heading", name="À deux").first).to_be_visible()
    expect(her.page.get_by_text("Connecté", exact=True)).to_be_visible()
    her.goes_to("À quatre")
    for phone in (ana, bo):
        expect(phone.page.get_by_role("heading", name="À quatre")).to_be_visible()
        assert complaints(phone.context) == []


def in_another_tab(phone: Phone, base: str, code: str) -> Phone:
    """The tab was closed; the QR code leads back in without a question."""
    phone.page.close()
    page = phone.context.new_page()
    page.goto(f"{base}/j/{code}")
    page.wait_for_url(re.compile("/phone$"))
    back = Phone(phone.context, page)
    expect(back.card("Un mot avant")).to_contain_text("enregistré")
    return back


def on_another_phone(browser: Browser, phone: Phone, base: str, slip: str) -> Phone:
    """The phone itself is lost: the withdrawal code gives the place back, under the same alias."""
    alias = phone.page.locator(".who strong").inner_text()
    context = visit(browser, 360, 640)
    page = context.new_page()
    page.goto(f"{base}/ticket")
    page.locator("main input[name=code]").fill(slip.lower())
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Retour à la séance").click()
    page.wait_for_url(re.compile("/phone$"))
    expect(page.locator(".who strong")).to_have_text(alias)
    back = Phone(context, page)
    expect(back.card("Un mot avant")).to_contain_text("enregistré")
    return back


def elsewhere(browser: Browser, base: str, session: str) -> Page:
    """The console, on a laptop that was never here before."""
    page = visit(browser, 1280, 800).new_page()
    page.goto(f"{base}/sign-in")
    page.get_by_label("Identifiant").fill("animation")
    page.get_by_label("Mot de passe").fill("une phrase assez longue")
    page.get_by_role("button", name="Se connecter").click()
    page.wait_for_url(re.compile("/staff"))
    page.goto(f"{base}/s/{session}/console")
    expect(page.get_by_text("Connecté", exact=True)).to_be_visible()
    return page
