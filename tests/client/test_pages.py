"""The pages that Jinja draws, in Chromium: nothing for axe-core to report in any look or language, nothing cut off on a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from werkzeug.test import TestResponse

from tests.client.axe import beside_colours, in_every_look
from tests.client.measures import CROWDED, LARGER, SMALL_TARGETS, SMALL_TEXT, WIDER
from tests.client.pages import opened
from tests.web.conftest import House, built_house
from tests.web.test_every_page import furnished, pages

DRAWN_BY_SCRIPT = ("/phone", "/console", "/screen")
"""Live screens: `test_looks` opens them."""
SHOWN = ("meteo", "one-two-four-all")
"""Formats whose pages stand for those of all."""


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    yield from built_house()


@pytest.fixture(scope="module")
def answers(house: House) -> dict[str, dict[str, TestResponse]]:
    """Every page that has a drawing of its own, in both languages."""
    session = furnished(house)
    return {
        locale: {
            path: page for path, page in pages(house, session, locale, SHOWN) if not path.endswith(DRAWN_BY_SCRIPT)
        }
        for locale in ("fr", "en")
    }


def test_a_page_is_right_in_every_look(browser: Browser, answers: dict[str, dict[str, TestResponse]]) -> None:
    wrong: dict[str, object] = {}
    with browser.new_context(viewport={"width": 360, "height": 640}, reduced_motion="reduce") as context:
        page = context.new_page()
        for path, answer in answers["fr"].items():
            opened(page, answer)
            found = [*in_every_look(page).items(), *too_much_or_too_little(page)]
            if found:
                wrong[path] = found
        for path, answer in answers["en"].items():
            opened(page, answer)
            if found := beside_colours(page):
                wrong[f"{path}, in English"] = found
    assert wrong == {}


def too_much_or_too_little(page: Page) -> Iterator[tuple[str, object]]:
    """What is wider than a phone; on a page for participants, also what is too small, or cut off in large letters."""
    if page.evaluate(WIDER) > 0:
        yield "too wide", page.evaluate(WIDER)
    if page.locator(".public").count() == 0:
        return
    for name, measure in (("small target", SMALL_TARGETS), ("small text", SMALL_TEXT)):
        if found := page.evaluate(measure):
            yield name, found
    page.evaluate(LARGER, "200%")
    if page.evaluate(WIDER) > 0 or page.evaluate(CROWDED):
        yield "with letters twice as large", page.evaluate(CROWDED)
