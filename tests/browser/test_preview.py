"""A phone that is only looked at, in real Chromium: it shows, and neither calls nor answers."""

import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Server
from tests.browser.people import Facilitator, complaints


def test_a_still_phone_shows_and_says_nothing(server: Server, browser: Browser) -> None:
    ana = Facilitator.arrives(browser, server.base, server.link)
    page = ana.page
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    page.goto(f"{server.base}/formats/public-goods")
    page.get_by_role("link", name="Ce qu’afficheront les téléphones", exact=True).first.click()
    page.get_by_label("Étape").select_option("contribute")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url.removeprefix(server.base)}"))
    page.get_by_role("button", name="Afficher").click()

    phone = page.frame_locator("iframe[title^=Aperçu]")
    still = phone.get_by_role("group", name="Aperçu du téléphone")
    expect(still.get_by_role("heading", name="Combien mettez-vous")).to_be_visible()
    expect(still.get_by_role("button", name="Envoyer")).to_be_disabled()
    expect(still.get_by_role("button", name="Quitter la séance")).to_be_disabled()
    expect(phone.get_by_text("Hors connexion")).to_have_count(0)
    faults = Axe().run(page)
    assert faults.violations_count == 0, faults.generate_report()

    # A connection would have been tried when the script began, and polling would have begun before the second file.
    deadline = time.monotonic() + 240
    while not any("/late" in line for line in asked):
        assert time.monotonic() < deadline, "the page never came to rest"
        page.wait_for_timeout(100)
    assert sockets == []
    assert [line for line in asked if "/static/" not in line and "/preview" not in line] == []

    page.goto(f"{server.base}/studio/new")
    page.locator("summary", has_text="Ce qu’afficheront les téléphones").click()
    beside = page.frame_locator(".preview-frame")
    beside.get_by_label("Étape").select_option("vote")
    beside.get_by_role("button", name="Afficher le texte actuel").click()
    expect(beside.frame_locator(".preview-phone").get_by_role("heading", name="Voter", level=1)).to_be_visible()
    faults = Axe().run(page)
    assert faults.violations_count == 0, faults.generate_report()
    assert sockets == []
    assert complaints(ana.context) == []
