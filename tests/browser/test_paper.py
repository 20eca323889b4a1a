"""A room without phones: papers printed, slips typed by keys alone, and nothing for axe-core to report."""

import os
import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server
from tests.browser.people import Facilitator, complaints, visit

LOOK = os.environ.get("LOOK", "")
"""A folder where pictures of each page are kept, for whoever wants to look."""


def looked_at(page: Page, name: str) -> None:
    """axe-core finds nothing."""
    found = Axe().run(page).response["violations"]
    assert found == [], [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
    if LOOK:
        page.screenshot(path=f"{LOOK}/{name}.png", full_page=True)


def at_keys(page: Page, *typed: str) -> None:
    """Type, with Enter after each, once the page listens: a field may have the focus before."""
    page.wait_for_load_state()
    for words in typed:
        page.keyboard.type(words)
        page.keyboard.press("Enter")


def pressed(page: Page, key: str) -> None:
    """One key, once the page listens."""
    page.wait_for_load_state()
    page.keyboard.press(key)


def test_slips_are_typed_by_keys_alone(server: Server, browser: Browser) -> None:
    ana = Facilitator.arrives(browser, server.base, server.link)
    ana.creates_an_experiment("Sans téléphones")
    ana.plans("1-2-4-Tous", "Que préparer ensemble ?")
    page = ana.page
    page.get_by_role("link", name="Papier").click()
    page.get_by_label("Combien de personnes").fill("6")
    looked_at(page, "print")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Télécharger le PDF")).to_be_visible(timeout=120_000)
    page.get_by_role("link", name="Saisir des bulletins").click()
    page.get_by_label("Carnets donnés").fill("1-4")
    page.keyboard.press("Enter")
    expect(page.get_by_text("4 sur 6 jusqu’ici")).to_be_visible()
    page.goto(f"{server.base}/s/{ana.session}/console")
    expect(page.get_by_text("Connecté", exact=True)).to_be_visible()
    # Four people are there, on paper: the door may stay closed.
    ana.goes_to("Seul")
    numbers = slip_numbers(page, f"{server.base}/sessions/{ana.session}/paper/type")

    expect(page.get_by_label("Numéro du bulletin")).to_be_focused()
    looked_at(page, "type-number")
    at_keys(page, numbers[0])
    expect(page.locator("#f1")).to_be_focused()
    looked_at(page, "type-slip")
    at_keys(page, "Un banc pour attendre", "Une lampe", "")
    expect(page.get_by_text(f"{numbers[0]} est enregistré")).to_be_visible()
    expect(page.get_by_text("1 sur 4 saisis")).to_be_visible()
    looked_at(page, "type-saved")

    # The next of the pile by the end of its number, a wrong letter first.
    wrong = numbers[1][:-1] + ("A" if numbers[1][-1] != "A" else "B")
    at_keys(page, wrong)
    expect(page.get_by_role("alert")).to_contain_text("un chiffre ou la lettre est inexact")
    expect(page.get_by_label("Numéro du bulletin")).to_be_focused()
    looked_at(page, "type-wrong-number")
    page.keyboard.press("Control+A")
    at_keys(page, numbers[1].split("-")[1])
    expect(page.locator("#f1")).to_be_focused()
    pressed(page, "Escape")
    expect(page.get_by_label("Numéro du bulletin")).to_be_focused()
    at_keys(page, numbers[1])
    expect(page.locator("#f1")).to_be_focused()
    page.keyboard.type("Une seule idée")
    pressed(page, "Control+Enter")
    expect(page.get_by_text("2 sur 4 saisis")).to_be_visible()
    pressed(page, "Control+z")
    expect(page.get_by_text("1 sur 4 saisis")).to_be_visible()

    # An empty one: Enter once more.
    at_keys(page, numbers[2])
    expect(page.locator("#f1")).to_be_focused()
    pressed(page, "Control+Enter")
    expect(page.get_by_role("button", name="Il est vide")).to_be_focused()
    looked_at(page, "type-blank")
    pressed(page, "Enter")
    expect(page.get_by_text(re.compile("vide, «.a passé.»"))).to_be_visible()
    page.goto(f"{server.base}/sessions/{ana.session}/paper/hands")
    looked_at(page, "hands-none")
    a_shared_screen_wipes_itself(browser, ana)
    assert [said for said in complaints(ana.context) if "422" not in said] == []


def a_shared_screen_wipes_itself(browser: Browser, ana: Facilitator) -> None:
    """Somebody writes on the shared device and walks away; the next one finds nothing, whatever they press."""
    ana.page.goto(f"{ana.base}/k/{ana.session}/link")
    ana.page.get_by_role("button", name="Ouvrir un appareil partagé").click()
    looked_at(ana.page, "kiosk-link")
    link = ana.page.locator("code").inner_text()
    ana.page.goto(f"{ana.base}/s/{ana.session}/console")
    expect(ana.page.get_by_text("Connecté", exact=True)).to_be_visible()
    ana.page.get_by_role("button", name="Ouvrir la porte").click()
    expect(ana.page.get_by_text("porte ouverte")).to_be_visible()
    tablet = visit(browser, 800, 1100)
    page = tablet.new_page()
    page.clock.install()
    page.goto(link)
    looked_at(page, "kiosk-begin")
    page.get_by_role("button", name="Commencer sur cet appareil").click()
    expect(page.get_by_role("heading", name="Personne suivante")).to_be_visible()
    looked_at(page, "kiosk-nobody")
    page.get_by_role("link", name="C’est ma première fois").click()
    looked_at(page, "kiosk-consent")
    page.get_by_label("Oui").check()
    page.get_by_role("button", name="Entrer").click()
    expect(page.get_by_role("heading", name="Votre code")).to_be_visible()
    looked_at(page, "kiosk-code")
    page.get_by_role("link", name="Je l’ai recopié").click()
    expect(page.locator("#words")).to_be_visible()
    looked_at(page, "kiosk-now")
    page.locator("#words").fill("Un mot qui reste à moi")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.locator("#words")).to_have_value("")
    page.locator("#words").fill("à moitié")
    page.clock.run_for(91_000)
    expect(page.get_by_role("dialog")).to_be_visible()
    looked_at(page, "kiosk-still")
    page.get_by_role("button", name="J’ai besoin de temps").click()
    expect(page.locator("#words")).to_have_value("à moitié")
    page.clock.run_for(125_000)
    expect(page.get_by_role("heading", name="Personne suivante")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Personne suivante")).to_be_visible()
    assert "à moi" not in page.content()
    stored = page.evaluate("() => localStorage.length + sessionStorage.length")
    assert stored == 0
    page.set_viewport_size({"width": 360, "height": 640})
    looked_at(page, "kiosk-phone")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    it_is_closed_from_afar(ana, page)
    assert [said for said in complaints(tablet) if "410" not in said] == []


def it_is_closed_from_afar(ana: Facilitator, page: Page) -> None:
    """Closed on the page of the session, the device says so by itself, whatever stands on it."""
    page.get_by_role("link", name="C’est ma première fois").click()
    ana.page.goto(f"{ana.base}/sessions/{ana.session}")
    looked_at(ana.page, "session-devices")
    ana.page.get_by_role("button", name="Fermer Appareil partagé 1").click()
    expect(ana.page.get_by_text("Il est fermé.")).to_be_visible()
    page.clock.run_for(5_000)
    expect(page.get_by_role("heading", name="Cet appareil est fermé")).to_be_visible()
    looked_at(page, "kiosk-closed")


def slip_numbers(page: Page, address: str) -> list[str]:
    """The numbers of the first sheet: read from its page, which tells the first, and tried letter by letter."""
    page.goto(address)
    first = re.search(r"1-1[A-Z]", page.locator("#number-help").inner_text())
    assert first is not None
    letters = "ABCDEFGHJKLMNPQRSTVWXYZ"
    place = letters.index(first[0][-1])
    return [f"1-{n}{letters[(place + n - 1) % len(letters)]}" for n in range(1, 5)]
