"""Every document as a page of its own: nothing that axe finds, nothing that runs out of a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from facilitation.documentation.dossier.kinds import KINDS, Kind
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.twin import twin
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION
from tests.client.axe import complaints
from tests.documentation.dossier_sample import dossier
from tests.documentation.sample import STARTED

OUT = """
[...document.querySelectorAll("body *")]
  .filter(one => !one.closest(".sideways") && one.getBoundingClientRect().right > innerWidth + 1)
  .map(one => one.outerHTML.slice(0, 80))
"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_twin_is_read_on_a_phone_and_by_a_screen_reader(browser: Browser, tmp_path: Path, kind: Kind) -> None:
    even = KINDS.index(kind) % 2 == 0
    html = dossier_html(dossier(RESTITUTION if even else DIFFUSION), "fr" if even else "en", STARTED, kind)
    file = tmp_path / "document.html"
    file.write_text(twin(html), encoding="utf-8")
    # The smallest phone of the house; also a laptop at a little more than 350 %.
    with browser.new_context(viewport={"width": 360, "height": 640}, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(file.as_uri())
        assert page.get_by_role("main").count() == 1
        assert page.evaluate(OUT) == []
        assert complaints(page) == []
        page.set_viewport_size({"width": 1280, "height": 800})
        assert page.evaluate(OUT) == []
        if page.get_by_role("link").count():
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.tagName") in ("A", "DIV")
