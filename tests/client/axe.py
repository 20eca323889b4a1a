"""axe-core on an open page: all of its rules once, then only those whose answer another look could change."""

import json
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Fault = tuple[str, str]
Scheme = Literal["light", "dark"]
Contrast = Literal["more", "no-preference"]
LOOKS: tuple[tuple[Scheme, Contrast], ...] = (
    ("light", "no-preference"),
    ("dark", "no-preference"),
    ("light", "more"),
    ("dark", "more"),
)
STYLED = "() => [...document.querySelectorAll('link[rel=stylesheet]')].every(one => one.sheet)"


def complaints(page: Page, **options: Any) -> list[Fault]:
    """What axe-core reports, each fault with the element it was found on first."""
    page.wait_for_function(STYLED)
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate(
        "options => axe.run(document, options)", {"resultTypes": ["violations"], "xpath": False} | options
    )
    return [(fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]]


def beside_colours(page: Page) -> list[Fault]:
    """What axe-core reports but for colours, which are the same in every language and take most of its time."""
    return complaints(page, rules={"color-contrast": {"enabled": False}})


def colours(page: Page, contrast: Contrast) -> list[Fault]:
    """What axe-core says of the colours; whoever asks for more contrast is promised 7 to 1."""
    # The stricter rule only looks at what the other one lets pass.
    rules = ["color-contrast", *(["color-contrast-enhanced"] if contrast == "more" else [])]
    return complaints(page, runOnly={"type": "rule", "values": rules})


def in_every_look(page: Page) -> dict[str, list[Fault]]:
    """Every rule in light colours, then the rules of colour in the three other looks. Empty when nothing is wrong."""
    page.emulate_media(color_scheme="light", contrast="no-preference", reduced_motion="reduce")
    found = {"light": complaints(page)}
    for scheme, contrast in LOOKS[1:]:
        page.emulate_media(color_scheme=scheme, contrast=contrast, reduced_motion="reduce")
        found[json.dumps([scheme, contrast])] = colours(page, contrast)
    return {look: faults for look, faults in found.items() if faults}
