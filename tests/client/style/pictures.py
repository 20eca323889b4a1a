"""Small pictures of screens, kept: another Chromium may smooth letters otherwise, nothing may move or change colour."""

import io
import os
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Page

KEPT = Path(__file__).parent / "pictures"
RENEW = os.environ.get("PICTURES") == "renew"
TILE = 8
"""Pixels of the small picture on each side of what is compared as one: its mean colour."""
LIMIT = 9.0
"""How far, of 255, the mean of a tile may be off in its worst channel. The palette of what is kept costs about 2."""
SLACK = 1
"""Pixels of the small picture by which a page may have grown: a line that is rounded otherwise."""
STRANGER = 8
"""How many times more a Chromium of another age may be off: it sets lines otherwise, and that is no fault of ours."""
AGE = KEPT / "chromium.txt"
"""The age (major version) of the Chromium that took the pictures."""


def taken(page: Page, smaller: int, *, whole: bool) -> Image.Image:
    """The open page, so many times smaller: a mean over each square of pixels, in which smoothing is lost."""
    page.evaluate("document.fonts.ready")
    shot = Image.open(io.BytesIO(page.screenshot(animations="disabled", caret="hide", full_page=whole))).convert("RGB")
    small = shot.reduce(smaller)
    browser = page.context.browser
    small.info["age"] = browser.version.partition(".")[0] if browser else ""
    return small


def unlike(name: str, seen: Image.Image) -> str:
    """In which way a picture differs from the one that is kept; nothing if it does not. Kept anew if that is asked."""
    file = KEPT / f"{name}.png"
    if RENEW:
        # This method keeps rare colours too: a single yellow dot on a page of greens.
        seen.quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(file, optimize=True)
        AGE.write_text(f"{seen.info['age']}\n")
        return ""
    if not file.is_file():
        return f"{name}: no picture is kept yet (make pictures)"
    kept = Image.open(file).convert("RGB")
    looser = 1 if AGE.read_text().strip() == seen.info["age"] else STRANGER
    if any(abs(one - other) > SLACK * looser for one, other in zip(seen.size, kept.size, strict=True)):
        return f"{name}: the size was {kept.size} and is {seen.size}"
    return _tiles(name, seen, kept, LIMIT * looser)


def _tiles(name: str, seen: Image.Image, kept: Image.Image, limit: float) -> str:
    width, height = (min(pair) for pair in zip(seen.size, kept.size, strict=True))
    off = ImageChops.difference(*(one.crop((0, 0, width, height)) for one in (seen, kept)))
    worst: tuple[float, int, int] = (0, 0, 0)
    for top in range(0, height, TILE):
        for left in range(0, width, TILE):
            tile = off.crop((left, top, min(left + TILE, width), min(top + TILE, height)))
            pixels = tile.width * tile.height
            means = [sum(tile.getchannel(at).tobytes()) / pixels for at in range(3)]
            worst = max(worst, (max(means), left, top))
    amount, left, top = worst
    return f"{name}: off by {amount:.1f} around {left}, {top} of {width} × {height}" if amount > limit else ""
