"""The editor of a format in real Chromium, by keyboard: remarks, completion, and nothing lost."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server
from tests.browser.people import Facilitator, complaints


def faults(page: Page) -> list[tuple[str, str]]:
    return [(fault["id"], fault["nodes"][0]["html"]) for fault in Axe().run(page).response["violations"]]


def test_a_format_is_adapted_in_the_browser(browser: Browser, server: Server) -> None:
    ana = Facilitator.arrives(browser, server.base, server.link)
    page = ana.page
    page.goto(f"{server.base}/formats/roti/duplicate")
    page.get_by_label("Identifiant de la copie").fill("our-roti")
    page.get_by_role("button", name="Dupliquer").click()
    area = page.get_by_role("textbox", name="Le texte du format")
    expect(page.locator(".cm-content")).to_be_visible()
    expect(page.get_by_text("Ce format peut être joué.")).to_be_visible()

    # A fault is underlined while one types, listed beside the text, and the list leads there.
    area.press("Control+Home")
    page.keyboard.press("Control+End")
    page.keyboard.type("\nobjectivs: rien\n")
    remark = page.locator("#remarks-list li").filter(has_text="objectivs")
    expect(remark).to_contain_text("objectives")
    expect(page.locator(".cm-lintRange-error")).to_have_text("objectivs")
    page.keyboard.press("Control+Home")
    remark.get_by_role("button").press("Enter")
    expect(area).to_be_focused()
    expect(page.locator(".cm-activeLine")).to_contain_text("objectivs")
    assert faults(page) == []

    # The draft is on the server: a closed tab loses nothing.
    expect(page.locator("#kept")).to_contain_text("Gardé")
    page.goto(f"{server.base}/formats")
    page.goto(f"{server.base}/formats/our-roti/edit")
    expect(page.get_by_text("qui n’est pas encore enregistré comme version")).to_be_visible()
    expect(page.locator(".cm-content")).to_be_visible()

    # Mended with the words that are offered.
    area.press("Control+End")
    expect(page.locator(".cm-lintRange-error")).to_have_text("objectivs")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("End")
    page.keyboard.press("Shift+Home")
    # Typing over coloured words, Chromium would carry their colour over as a style, which the policy blocks.
    page.keyboard.press("Delete")
    offered = page.locator(".cm-tooltip-autocomplete [aria-selected]")
    for typed, word in (("gro", "groups"), ("every", "everyone")):
        page.keyboard.type(typed)
        expect(offered).to_contain_text(word)
        # While the list is younger than 75 ms it lets Enter through, so that nobody takes a word by mistake.
        page.wait_for_timeout(100)
        page.keyboard.press("Enter")
        expect(offered).to_have_count(0)
    expect(page.locator(".cm-activeLine")).to_have_text("groups: everyone")
    expect(page.get_by_text("Ce format peut être joué.")).to_be_visible()

    # Escape and then Tab leaves the text.
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Enregistrer une nouvelle version")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("La version 1.1.0 est enregistrée"))).to_be_visible()
    assert complaints(ana.context) == []
    ana.context.close()


def test_a_text_that_could_not_be_kept_is_not_left_without_a_word(browser: Browser, server: Server) -> None:
    ana = Facilitator.arrives(browser, server.base, server.link)
    page = ana.page
    page.goto(f"{server.base}/studio/new")
    area = page.get_by_role("textbox", name="Le texte du format")
    expect(page.locator(".cm-content")).to_be_visible()
    ana.context.set_offline(True)
    area.press("Control+End")
    page.keyboard.type("# encore une idée")
    expect(page.locator("#kept")).to_contain_text("Pas encore gardé")
    with page.expect_event("dialog") as asked:
        page.evaluate("setTimeout(() => location.assign('/formats'))")
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    ana.context.set_offline(False)
    expect(page.locator("#kept")).to_contain_text("Gardé", timeout=60_000)
    page.goto(f"{server.base}/studio/new")
    expect(page.locator(".cm-content")).to_be_visible()
    area.press("Control+End")
    expect(page.locator(".cm-activeLine")).to_have_text("# encore une idée")
    ana.context.close()
