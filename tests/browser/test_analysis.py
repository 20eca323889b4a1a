"""The analysis room in real Chromium, by keyboard: read, code, undo, search, quote, and word a learning."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from facilitation.app import Config, create_app
from tests.browser.conftest import Server
from tests.browser.people import Facilitator, complaints
from tests.web.conftest import House
from tests.web.test_analysis import ROOM, WORDS, held, make


@pytest.fixture
def ana(tmp_path: Path, server: Server, browser: Browser) -> Facilitator:
    """Somebody of the team, in a house where a session was held."""
    server.kill()
    house = House(create_app(Config(database=f"sqlite:///{server.database}", hosts=("localhost:80",))))
    held(house, more=100, quotation="yes")
    staff = house.staff()
    make(staff, "Accueil")
    make(staff, "Transports")
    token = house.token()
    house.doors.trials.close()
    house.doors.database.close()
    server.start()
    return Facilitator.arrives(browser, server.base, f"{server.base}/sign-in/{token}")


def faults(page: Page) -> list[tuple[str, str]]:
    return [(fault["id"], fault["nodes"][0]["html"]) for fault in Axe().run(page).response["violations"]]


def test_the_room_by_keyboard(ana: Facilitator, server: Server) -> None:
    page = ana.page
    page.goto(f"{server.base}{ROOM}")
    units = page.locator(".unit")
    first, second, third, fourth = (units.filter(has_text=words) for words in WORDS)
    chips = page.locator("[data-chips]")
    expect(chips.nth(0)).to_have_text("pas encore lu")
    assert faults(page) == []

    # Number keys code what has the focus; arrows and letters go on.
    first.focus()
    page.keyboard.press("1")
    expect(chips.nth(0)).to_have_text("Accueil")
    expect(page.locator("[data-said]")).to_contain_text("Accueil")
    page.keyboard.press("j")
    expect(second).to_be_focused()
    page.keyboard.press("0")
    expect(chips.nth(1)).to_have_text("aucun thème")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("t")
    page.keyboard.type("trans")
    page.keyboard.press("Enter")
    expect(chips.nth(2)).to_have_text("Transports")
    expect(third).to_be_focused()
    page.keyboard.press("1")
    expect(chips.nth(2)).to_have_text(re.compile(r"Transports\s*Accueil"))
    page.keyboard.press("u")
    expect(chips.nth(2)).to_have_text("Transports")
    expect(page.locator("[data-said]")).to_have_text("Annulé.")
    expect(page.locator("[data-count]")).to_contain_text("lues : 3")
    assert faults(page) == []

    # In a field, a letter is a letter. Accents and capitals are no obstacle; where one types stays where it is.
    page.keyboard.press("/")
    page.keyboard.type("DES la")
    expect(units).to_have_count(1)
    expect(first).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?q=DES\+la$"))
    page.get_by_role("searchbox").fill("")
    expect(units).to_have_count(100)
    page.get_by_label("Thème", exact=True).select_option(label="Transports")
    expect(units).to_have_count(1)
    expect(third).to_be_visible()
    page.get_by_label("Thème", exact=True).select_option(label="tous les thèmes")
    expect(units).to_have_count(100)

    # Past the end of a page comes the next one, by the same keys; what was ticked stays ticked.
    first.get_by_role("checkbox", name="pour un apprentissage").check()
    units.last.focus()
    page.keyboard.press("j")
    expect(units).to_have_count(4)
    expect(units.first).to_be_focused()
    expect(page.get_by_text("101 à 104 sur 104")).to_be_visible()
    expect(page.get_by_text("Coché : 1")).to_be_visible()
    page.keyboard.press("k")
    expect(units.last).to_be_focused()
    expect(first.get_by_role("checkbox", name="pour un apprentissage")).to_be_checked()

    # What was not saved is said, and stands as it was.
    def fail(route: Route) -> None:
        route.abort()

    page.route("**/code", fail)
    fourth.focus()
    page.keyboard.press("2")
    expect(fourth.get_by_role("alert")).to_contain_text("Pas enregistré")
    expect(chips.nth(3)).to_have_text("pas encore lu")
    page.unroute("**/code")

    # Chosen to be quoted, ticked for a learning, and worded.
    page.keyboard.press("v")
    expect(fourth.get_by_role("button", name="à citer")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("l")
    page.get_by_role("button", name="Écrire un apprentissage").click()
    expect(page.get_by_role("checkbox", name=re.compile(WORDS[3]))).to_be_checked()
    expect(page.get_by_role("checkbox", name=re.compile(WORDS[0]))).to_be_checked()

    # All of it is on the server; on a phone the room is one column, and nothing sticks out.
    page.goto(f"{server.base}{ROOM}")
    for chip, said in zip(chips.all(), ("Accueil", "aucun thème", "Transports", "pas encore lu"), strict=False):
        expect(chip).to_have_text(said)
    page.set_viewport_size({"width": 360, "height": 640})
    fourth.get_by_role("link", name=re.compile("Coder")).click()
    fourth.get_by_role("checkbox", name=re.compile("Transports")).check()
    expect(chips.nth(3)).to_have_text("Transports")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    rows = page.locator("main nav.nav").evaluate_all(
        "navs => navs.map((nav) => new Set([...nav.children].map((one) => one.offsetTop)).size)"
    )
    assert rows == [1, 1, 1], "each row of tabs on one line"
    assert faults(page) == []
    # The one request that was made to fail.
    assert [said for said in complaints(ana.context) if "ERR_FAILED" not in said] == []
