"""Rehearsing in a real browser, by keys: three real screens side by side, steered, led by hand, to a sample PDF."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Server
from tests.browser.people import Facilitator, complaints
from tests.browser.test_keyboard import Keys
from tests.client.stand_in import until


def assert_accessible(page: Page) -> None:
    """axe-core finds nothing, in the frames neither."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def still(page: Page, timer: Locator) -> str:
    """What a clock shows once it has shown the same for two seconds: the wall hears of the pause after the page."""
    shown: list[str] = []

    def same() -> bool:
        shown.append(timer.inner_text())
        page.wait_for_timeout(2_000)
        return timer.inner_text() == shown[-1]

    until(page, same)
    return shown[-1]


def test_a_format_is_rehearsed_on_real_screens_up_to_a_sample_pdf(server: Server, browser: Browser) -> None:
    her = Facilitator.arrives(browser, server.base, server.link)
    page, keys = her.page, Keys(her.page)
    page.goto(f"{server.base}/formats/one-two-four-all")
    keys.press("^Essayer à blanc")
    expect(page.get_by_role("heading", name="Essayer à blanc")).to_be_visible()
    assert_accessible(page)
    keys.fill("^Nombre de participants", "4")
    keys.fill("^Durée de votre créneau", "45")
    keys.press("^Commencer l.essai")

    phone, wall, console = (page.frame_locator(f"iframe[title^={name}]") for name in ("Téléphone", "Vidéop", "Console"))
    said = page.locator("#trial-said")
    expect(wall.get_by_role("heading", name="Seul")).to_be_visible(timeout=60_000)
    expect(console.get_by_role("heading", name="Seul")).to_be_visible()
    expect(phone.get_by_role("heading", name="Seul")).to_be_visible()
    expect(said).to_contain_text("Étape 1 sur 4")
    keys.press("^Pause")
    expect(page.get_by_role("button", name="Reprendre")).to_be_focused()
    assert_accessible(page)

    held = still(page, wall.get_by_role("timer"))
    page.get_by_label("Le téléphone de qui").select_option(label="Participant 3")
    name = phone.locator(".phone-head, header").first
    expect(name).to_be_visible()
    assert wall.get_by_role("timer").inner_text() == held, "a held rehearsal shows no time passing"

    page.get_by_role("button", name="Je mène moi-même").click()
    expect(page.get_by_role("button", name="Laisser l’essai mener")).to_be_focused()
    page.get_by_role("button", name="Reprendre").click()
    console.get_by_role("button", name=re.compile("Étape suivante")).click()
    expect(wall.get_by_role("heading", name="À deux")).to_be_visible()
    page.get_by_role("button", name="Laisser l’essai mener").click()
    expect(said).to_contain_text("À deux")
    page.get_by_role("button", name="Arrêter ici").click()

    expect(page.get_by_role("heading", name="Ce que dit l’essai")).to_be_visible()
    expect(page.get_by_text("arrêté en cours de route")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger le PDF").click(timeout=60_000)
    assert download.value.suggested_filename == "essai-a-blanc-one-two-four-all.pdf"
    assert_accessible(page)
    assert complaints(her.context) == []
