"""Draws what the phones of a format will show, stage by stage, side by side on one sheet.

Run as `python scripts/contact_sheets.py FOLDER [FORMAT…] [--language en]`; without a format, the whole library. Each
phone is the preview of the site: the real screen, held still. A grey line shows where the glass of a small phone ends.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlencode

from PIL import Image, ImageDraw
from playwright.sync_api import Page, sync_playwright

from facilitation.domain.format import Format, Stage
from facilitation.formats import open_library
from facilitation.formats.checking.feasibility import stages
from facilitation.places import workshop_formats

sys.path.insert(0, str(Path(__file__).resolve().parent))
from screens import a_server

WIDE, TALL, LONGEST = 360, 640, 1500
ACROSS = 5
GAP = 12
SHRUNK = 0.8


def main() -> None:
    """One sheet or more for each format that is named."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("folder", type=Path)
    asked.add_argument("formats", nargs="*")
    asked.add_argument("--language", choices=("fr", "en"), default="fr")
    asked.add_argument("--people", type=int, default=6)
    said = asked.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    found = [form for _, form in open_library(workshop_formats()).usable]
    library = [form for form in found if not said.formats or form.id in said.formats]
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, a_server(Path(folder)) as (base, link), sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        page = browser.new_page(viewport={"width": WIDE, "height": TALL})
        page.set_default_timeout(30_000)
        page.goto(link)
        page.locator("button[name=later]").click()
        for form in library:
            usual = {"people": said.people, "language": said.language}
            asks = [urlencode({"stage": stage, "role": role} | usual) for stage, role in eyes(form)]
            phones = [phone(page, f"{base}/formats/{form.id}/preview/phone?{ask}") for ask in asks]
            for number, sheet in enumerate(sheets(phones), 1):
                sheet.save(said.folder / f"{form.id}-{said.language}-{number}.png")
            print(form.id, len(phones), flush=True)
        browser.close()


def eyes(form: Format) -> Iterator[tuple[str, str]]:
    """Each stage through the eyes of anybody, and of each role that is told or does something of its own in it."""
    seen: set[str] = set()
    for stage in stages(form):
        if stage.id in seen:
            continue
        seen.add(stage.id)
        own = [role.name for role in form.roles if role.name in _named(stage)]
        yield from ((stage.id, role) for role in (own or ["everyone"])[:3])


def _named(stage: Stage) -> set[str]:
    writing = {board.written_by for board in stage.boards} | {question.asked_of for question in stage.ask}
    return {*stage.tell, *stage.silent, *writing}


def phone(page: Page, address: str) -> Image.Image:
    """One phone, as long as its page; the grey line is the edge of the glass."""
    page.goto(address, wait_until="networkidle")
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        page.screenshot(path=file.name, full_page=True)
        picture = Image.open(file.name).convert("RGB")
        picture.load()
    picture = picture.crop((0, 0, max(WIDE, picture.width), min(LONGEST, picture.height)))
    if picture.width > WIDE:
        print("wider than the glass:", address, flush=True)
    if picture.height > TALL:
        ImageDraw.Draw(picture).line(((0, TALL), (picture.width, TALL)), fill="#999999", width=2)
    return picture


def sheets(phones: Sequence[Image.Image]) -> Iterator[Image.Image]:
    """Rows of phones, at most two to a sheet."""
    for first in range(0, len(phones), 2 * ACROSS):
        rows = [phones[at : at + ACROSS] for at in range(first, min(first + 2 * ACROSS, len(phones)), ACROSS)]
        high = [max(one.height for one in row) + GAP for row in rows]
        sheet = Image.new("RGB", (ACROSS * (WIDE + GAP), sum(high)), "#555555")
        for number, row in enumerate(rows):
            for at, one in enumerate(row):
                sheet.paste(one.crop((0, 0, WIDE, one.height)), (at * (WIDE + GAP), sum(high[:number])))
        yield sheet.resize((int(sheet.width * SHRUNK), int(sheet.height * SHRUNK)), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
