"""Pictures of one page at three sizes on one sheet, and the page that shows all sheets."""

import io
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

SIZES = {"phone": (360, 640), "laptop": (1280, 800), "projector": (1920, 1080)}
SHOWN = 600
"""Pixels across, of the laptop and the projector on a sheet; the phone keeps its own size."""
GAP = 12
GROUND = (120, 124, 122)
QUALITY = 50


@dataclass(slots=True)
class Sheet:
    """One screen in one state: its name, its chapter, and what it shows, in French and English."""

    chapter: str
    name: str
    says: str


@dataclass(slots=True)
class Album:
    """Takes sheets into a folder, in one language after the other."""

    folder: Path
    language: str = "fr"
    sheets: dict[str, Sheet] = field(default_factory=dict)

    def take(self, page: Page, chapter: str, name: str, says: str) -> None:
        """The page as it stands, on a phone, a laptop and a projector; it is left at the size it had."""
        before = page.viewport_size
        shots = {size: self._shot(page, *SIZES[size]) for size in SIZES}
        if before:
            page.set_viewport_size(before)
        path = self.folder / f"{name}-{self.language}.webp"
        _sheet(shots).save(path, "WEBP", quality=QUALITY, method=6)
        self.sheets[name] = Sheet(chapter, name, says)
        print(f"{path.name}  {path.stat().st_size // 1024} kB", flush=True)

    def _shot(self, page: Page, width: int, height: int) -> Image.Image:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(350)  # the wall lays its cards out again once its size is known
        return Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")

    def index(self) -> str:
        """The page that shows every sheet, by chapter."""
        lines = [HEAD]
        chapters = dict.fromkeys(sheet.chapter for sheet in self.sheets.values())
        for chapter in chapters:
            lines += [f"## {chapter}", ""]
            for sheet in self.sheets.values():
                if sheet.chapter == chapter:
                    pictures = " ".join(
                        f'<img src="gallery/{sheet.name}-{tongue}.webp" width="49%" alt="{sheet.says} ({tongue})">'
                        for tongue in ("fr", "en")
                    )
                    lines += [f"**{sheet.says}**", "", f"<p>{pictures}</p>", ""]
        return "\n".join(lines)


HEAD = """# Every screen, in pictures

Made by `make gallery` from two real sessions, one in French and one in English, each with twenty-four simulated
participants who came in by the real doors. Each sheet shows one screen on a phone (360 × 640), a laptop (1280 × 800)
and a projector (1920 × 1080): what is seen first, without scrolling. What was seen on these sheets and mended stands at
the end of [docs/screens.md](../screens.md). The pictures of the README, beside this page, are made by `make screens`.
"""


def _sheet(shots: dict[str, Image.Image]) -> Image.Image:
    phone = shots["phone"]
    laptop, wall = (_across(shots[size]) for size in ("laptop", "projector"))
    sheet = Image.new("RGB", (phone.width + GAP + SHOWN, max(phone.height, laptop.height + GAP + wall.height)), GROUND)
    sheet.paste(phone, (0, 0))
    sheet.paste(laptop, (phone.width + GAP, 0))
    sheet.paste(wall, (phone.width + GAP, laptop.height + GAP))
    return sheet


def _across(shot: Image.Image) -> Image.Image:
    return shot.resize((SHOWN, round(shot.height * SHOWN / shot.width)), Image.Resampling.LANCZOS)
