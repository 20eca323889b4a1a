"""Every screen in every state worth looking at: nothing for axe-core to report, nothing too small, nothing cut off."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.client.axe import beside_colours, complaints, in_every_look
from tests.client.boards import SCENES
from tests.client.measures import CROWDED, LARGER, SMALL_TARGETS, SMALL_TEXT, WIDER
from tests.client.stand_in import LETTERS, StandIn, opened
from tests.client.style.pictures import taken, unlike

SIZES = {"participant": (360, 640), "console": (1280, 800), "screen": (1920, 1080)}
SMALLER = {"participant": 4, "console": 5, "screen": 8}
"""How many times smaller than the screen its kept picture is."""


@pytest.mark.parametrize("name", list(SCENES))
def test_a_screen_is_right_in_every_look(browser: Browser, name: str) -> None:
    kind, documents, boot = SCENES[name]
    server = StandIn(kind, documents, "fr", **boot, rate=0)
    server.letters = LETTERS
    with opened(browser, server, *SIZES[kind], reduced_motion="reduce") as page:
        settled(page)
        assert in_every_look(page) == {}
        page.emulate_media(color_scheme="light", contrast="no-preference", reduced_motion="reduce")
        assert unlike(name, taken(page, SMALLER[kind], whole=kind == "participant")) == ""
        assert page.evaluate(WIDER) <= 0
        if kind == "participant":
            assert page.evaluate(SMALL_TARGETS) == []
            assert page.evaluate(SMALL_TEXT) == []
            page.evaluate(LARGER, "200%")
            assert page.evaluate(WIDER) <= 0, "with letters twice as large"
            assert page.evaluate(CROWDED) == []
            page.evaluate(LARGER, "")
        if kind == "console":
            page.set_viewport_size({"width": 360, "height": 640})
            assert page.evaluate(WIDER) <= 0, "on a phone"
        in_english(page, server)
        assert beside_colours(page) == []
        assert page.evaluate(WIDER) <= 0


def test_each_question_is_right_on_its_own(browser: Browser) -> None:
    """Where several are asked they come one at a time: each kind of control is looked at in its turn."""
    kind, documents, boot = SCENES["phone-questions"]
    server = StandIn(kind, documents, "fr", **boot, rate=0)
    server.letters = LETTERS
    wrong = []
    with opened(browser, server, *SIZES[kind], reduced_motion="reduce") as page:
        for at, name in enumerate(documents["person:p7"]["tasks"]["answer"], 1):
            expect(page.locator(".asked-head h2")).to_have_text(re.compile(rf"^Question {at}\b"))
            settled(page)
            assert complaints(page) == []
            assert page.evaluate(SMALL_TARGETS) == []
            assert page.evaluate(SMALL_TEXT) == []
            wrong.append(unlike(f"phone-question-{name}", taken(page, SMALLER[kind], whole=True)))
            page.evaluate(LARGER, "200%")
            assert page.evaluate(WIDER) <= 0
            assert page.evaluate(CROWDED) == []
            page.evaluate(LARGER, "")
            page.locator(".asked-foot button").last.click()
    assert [one for one in wrong if one] == []


def settled(page: Page) -> None:
    """Wait for the words, and for what comes in a second file."""
    expect(page.locator("h1").first).to_be_attached()
    expect(page.locator(".late")).to_have_count(0)


def in_english(page: Page, server: StandIn) -> None:
    """Through the button that phones and consoles have; the projector speaks the language of the room."""
    if server.kind == "screen":
        server.locale = "en"
        page.reload()
    else:
        page.get_by_role("button", name="English", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    settled(page)
