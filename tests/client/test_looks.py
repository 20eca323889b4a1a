"""Every screen in every state worth looking at: nothing for axe-core to report, nothing too small, nothing cut off."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.client.boards import EVERY_PHONE as PHONE
from tests.client.boards import SCENES
from tests.client.stand_in import StandIn, opened

SIZES = {"participant": (360, 640), "console": (1280, 800), "screen": (1920, 1080)}
LOOKS: list[tuple[str, dict[str, Any]]] = [
    ("fr", {"color_scheme": "light"}),
    ("en", {"color_scheme": "dark"}),
    ("fr", {"color_scheme": "dark", "contrast": "more"}),
    ("en", {"contrast": "more"}),
]
EVERY = [(name, *LOOKS[at % len(LOOKS)]) for at, name in enumerate(SCENES)]
EVERY += [(name, *LOOKS[(at + 1) % len(LOOKS)]) for at, name in enumerate(PHONE)]


def faults(page: Page) -> list[tuple[str, str]]:
    expect(page.locator(".late")).to_have_count(0)
    page.wait_for_timeout(150)
    return [(fault["id"], fault["nodes"][0]["html"]) for fault in Axe().run(page).response["violations"]]


@pytest.mark.parametrize(("name", "locale", "look"), EVERY)
def test_axe_has_nothing_to_report(browser: Browser, name: str, locale: str, look: dict[str, Any]) -> None:
    kind, documents, boot = SCENES[name]
    with opened(
        browser, StandIn(kind, documents, locale, **boot), *SIZES[kind], reduced_motion="reduce", **look
    ) as page:
        expect(page.locator("h1").first).to_be_attached()
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("name", [name for name in SCENES if name.startswith("console")])
def test_the_console_fits_a_phone(browser: Browser, name: str) -> None:
    kind, documents, boot = SCENES[name]
    with opened(browser, StandIn(kind, documents, "fr", **boot), 360, 640) as page:
        expect(page.locator("h1").first).to_be_attached()
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


SMALL_TARGETS = """() => [...document.querySelectorAll('button, select, textarea, input, summary, a, .choice, .scale-step')]
  .filter(one => one.checkVisibility() && !(one.matches('input') && one.closest('label')))
  .filter(one => { const box = one.getBoundingClientRect(); return box.height < 44 || box.width < 44 }).map(one => one.outerHTML)"""
SMALL_TEXT = """() => { const small = []; const walk = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) { const at = walk.currentNode.parentElement; if (!walk.currentNode.textContent.trim() || at.closest('svg, kbd, .visually-hidden') || !at.checkVisibility()) continue;
    if (parseFloat(getComputedStyle(at).fontSize) < 18) small.push(walk.currentNode.textContent) } return small }"""


@pytest.mark.parametrize("name", list(PHONE))
def test_on_the_phone_nothing_is_too_small_to_read_or_to_press(browser: Browser, name: str) -> None:
    kind, documents, boot = SCENES[name]
    with opened(browser, StandIn(kind, documents, "fr", **boot), 360, 640) as page:
        expect(page.locator("h1").first).to_be_visible()
        expect(page.locator(".late")).to_have_count(0)
        assert page.evaluate(SMALL_TARGETS) == []
        assert page.evaluate(SMALL_TEXT) == []


def test_with_letters_twice_as_large_the_phone_still_fits(browser: Browser) -> None:
    kind, documents, boot = SCENES["phone-columns"]
    with opened(browser, StandIn(kind, documents, "fr", **boot), 360, 640) as page:
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        expect(page.get_by_role("button", name="Publier")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
