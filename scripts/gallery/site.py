"""What stands around a session: sign-in, experiments, formats, editor, rehearsal, papers, shared devices, documents."""

import re
from pathlib import Path

from playwright.sync_api import Page

from scripts.gallery.album import Album
from scripts.gallery.guests import TONGUES
from scripts.gallery.tour import Tour
from scripts.screens import settle

TOUR = Path(__file__).parent / "gallery-tour.yaml"


def shot(album: Album, page: Page, chapter: str, name: str, says: str, address: str = "") -> None:
    """Go there, wait, and take it."""
    if address:
        page.goto(address)
    settle(page)
    album.take(page, chapter, name, says)


def before(album: Album, page: Page, base: str, link: str) -> str:
    """From the sign-in link to a session that is planned; its id."""
    shot(album, page, "Staff", "staff-sign-in", "The first sign-in", link)
    page.locator("button[name=later]").click()
    shot(album, page, "Staff", "staff-home", "Experiments", f"{base}/staff")
    shot(album, page, "Staff", "staff-new-experiment", "A new experiment", f"{base}/experiments/new")
    page.goto(f"{base}/staff")
    page.locator("main a[href*='/experiments/']:not([href$='/new'])").first.click()
    experiment = page.url
    shot(album, page, "Staff", "staff-experiment", "An experiment")
    shot(album, page, "Staff", "staff-site", "A new site", f"{base}/sites/new")
    shot(album, page, "Staff", "staff-accounts", "Accounts", f"{base}/accounts")
    formats(album, page, base)
    page.goto(f"{experiment}/sessions/new?format=gallery-tour")
    shot(album, page, "Staff", "staff-plan", "Plan a session")
    page.locator("main input[name=title]").fill({"fr": "Premier atelier", "en": "First workshop"}[album.language])
    page.locator("main button.primary.big").click()
    page.wait_for_url(re.compile(r"/sessions/(?!new)[^/?]+$"))
    shot(album, page, "Staff", "staff-session", "A session that is planned")
    return page.url.rpartition("/")[2]


def notebook(tour: Tour) -> None:
    """An observer's link, and what it opens."""
    observers = f"{tour.base}/sessions/{tour.session}/observers"
    tour.staff.goto(observers)
    tour.staff.locator("main form button").first.click()
    shot(tour.album, tour.staff, "Observer", "observer-links", "Links of observers")
    link = tour.staff.locator("code").first.inner_text()
    phone = tour.browser.new_context(locale=TONGUES[tour.locale]).new_page()
    phone.goto(link)
    phone.locator("textarea").first.fill(
        {"fr": "Deux groupes échangent leurs places.", "en": "Two groups swap."}[tour.locale]
    )
    phone.keyboard.press("Enter")
    shot(tour.album, phone, "Observer", "observer-notebook", "The notebook")


def formats(album: Album, page: Page, base: str) -> None:
    """The library, the editor, a rehearsal; the workshop of the tour becomes a format of the house."""
    shot(album, page, "Formats", "formats-all", "The library", f"{base}/formats")
    shot(album, page, "Formats", "formats-one", "A format", f"{base}/formats/one-two-four-all")
    shot(
        album,
        page,
        "Formats",
        "formats-preview",
        "What the phones will show",
        f"{base}/formats/one-two-four-all/preview",
    )
    shot(album, page, "Formats", "formats-plan", "Plan a session with it", f"{base}/formats/one-two-four-all/plan")
    page.goto(f"{base}/studio/upload")
    page.locator("input[type=file]").set_input_files(TOUR)
    page.locator("main button.primary").click()
    shot(album, page, "Formats", "formats-editor", "The editor", f"{base}/formats/gallery-tour/edit")
    shot(album, page, "Formats", "formats-rehearse", "Rehearse", f"{base}/formats/one-two-four-all/trial")
    page.locator("main button.primary.big").click()
    page.wait_for_url(re.compile("/trials/"))
    page.wait_for_timeout(6000)
    shot(album, page, "Formats", "formats-watch", "Watch the rehearsal")


def beside(tour: Tour) -> None:
    """While people answer: papers, and a shared device."""
    album, page = tour.album, tour.staff
    papers = f"{tour.base}/sessions/{tour.session}/paper"
    shot(album, page, "Paper", "paper-print", "Print the papers", papers)
    shot(album, page, "Paper", "paper-type", "Type slips", f"{papers}/type")
    shot(album, page, "Paper", "paper-hands", "Count hands", f"{papers}/hands")
    shot(album, page, "Paper", "paper-import", "Bring a table", f"{papers}/import")
    page.goto(f"{tour.base}/k/{tour.session}/link")
    page.locator("main form button").first.click()
    shot(album, page, "Shared device", "kiosk-link", "Lend a device")
    link = page.locator("code").first.inner_text()
    tablet = tour.browser.new_context(locale=TONGUES[tour.locale]).new_page()
    shot(album, tablet, "Shared device", "kiosk-begin", "Begin on this device", link)
    tablet.locator("main button.primary").click()
    shot(album, tablet, "Shared device", "kiosk-nobody", "The next person")
    tablet.locator("main a.primary").click()
    shot(album, tablet, "Shared device", "kiosk-consent", "What one agrees to")
    tablet.locator("input[name=report][value=yes]").check()
    tablet.locator("main form:not(.kiosk-next) button.primary").click()
    shot(album, tablet, "Shared device", "kiosk-code", "One's code")
    tablet.locator("main a.primary").click()
    shot(album, tablet, "Shared device", "kiosk-now", "What to do now")
    shot(album, page, "Staff", "staff-screens", "Screens and devices", f"{tour.base}/sessions/{tour.session}/screens")
    notebook(tour)


def after(album: Album, page: Page, base: str, session: str) -> None:
    """The documents."""
    shot(
        album,
        page,
        "Documents",
        "documents-before",
        "Before the documents are made",
        f"{base}/sessions/{session}/document",
    )
    page.locator("main form button.primary").first.click()
    page.locator("main a[href$='.pdf'], main a[href*='.pdf?']").first.wait_for(timeout=180_000)
    shot(album, page, "Documents", "documents-ready", "The documents are ready")
    shot(album, page, "Documents", "documents-session", "The session afterwards", f"{base}/sessions/{session}")
