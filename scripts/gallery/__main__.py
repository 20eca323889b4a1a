"""Takes the pictures of every screen, in French and in English. Run as `make gallery`; writes into docs/screens/."""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from scripts.gallery import experiment, site
from scripts.gallery.album import Album
from scripts.gallery.guests import TONGUES, Locale
from scripts.gallery.tour import Tour
from scripts.screens import INTO, a_server


def main() -> None:
    """A house of its own for each language, so that both begin with the first sign-in."""
    album = Album(INTO / "gallery")
    shutil.rmtree(album.folder, ignore_errors=True)
    album.folder.mkdir(parents=True)
    languages: tuple[Locale, ...] = ("fr", "en")
    for language in languages:
        album.language = language
        with (
            tempfile.TemporaryDirectory() as folder,
            a_server(Path(folder)) as (base, link),
            sync_playwright() as player,
        ):
            chromium = shutil.which("chromium") or shutil.which("google-chrome")
            browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
            visit(album, browser, base, link, language)
            browser.close()
    (INTO / "README.md").write_text(album.index())
    size = sum(file.stat().st_size for file in album.folder.iterdir())
    print(f"{len(album.sheets)} screens, {size // 1024} kB", file=sys.stderr)


def visit(album: Album, browser: Browser, base: str, link: str, language: Locale) -> None:
    """Everything, in one language."""
    context = browser.new_context(locale=TONGUES[language], viewport={"width": 1280, "height": 800})
    context.set_default_timeout(30_000)
    page = context.new_page()
    session = site.before(album, page, base, link)
    tour = Tour(album, browser, base, session, page, language)
    tour.play(site.beside)
    site.after(album, page, base, session)
    experiment.around(tour)


if __name__ == "__main__":
    main()
