"""The published site as it lies in a folder, opened without any server: search, links, and nothing fetched."""

from dataclasses import replace
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from facilitation.documentation.site import site_files
from tests.documentation.test_site import told


def faults(seen: Page) -> list[tuple[str, str]]:
    """What axe finds, on a page of its own: it asks for sheets again, which a folder does not give to scripts."""
    page = seen.context.new_page()
    page.goto(seen.url)
    return [(fault["id"], fault["nodes"][0]["html"]) for fault in Axe().run(page).response["violations"]]


def test_it_is_read_from_a_folder(browser: Browser, tmp_path: Path) -> None:
    one = told()
    first, second = one.learnings
    whole = replace(one, learnings=(first, replace(second, validated_at=first.validated_at)))
    for name, content in site_files({"fr": (whole,), "en": (whole,)}).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    with browser.new_context(viewport={"width": 360, "height": 640}) as context:
        page = context.new_page()
        asked: list[str] = []
        heard: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: heard.append(said.text))
        page.goto((tmp_path / "index.html").as_uri())
        shown = page.locator("#learnings > li")
        expect(shown.locator("visible=true")).to_have_count(2)
        page.get_by_role("searchbox").fill("ACCUEIL lieu")
        expect(page.get_by_role("status")).to_have_text("1 sur 2")
        expect(shown.nth(0)).to_be_visible()
        expect(shown.nth(1)).to_be_hidden()
        assert faults(page) == []
        page.get_by_role("link", name="L’accueil compte plus que le lieu.").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("L’accueil compte plus que le lieu.")
        assert faults(page) == []
        page.get_by_role("link", name="English").click()
        expect(page.get_by_role("heading", name="What it rests on")).to_be_visible()
        page.get_by_role("link", name=whole.identity.title).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(whole.identity.title)
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert all(url.startswith(("file:", "data:")) for url in asked), asked
        assert heard == []
