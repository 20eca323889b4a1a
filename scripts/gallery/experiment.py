"""The pages of the experiment around the session: what is prepared, written, analysed, re-read and published."""

from playwright.sync_api import Page

from scripts.gallery.album import Album
from scripts.gallery.site import shot
from scripts.gallery.tour import Tour

CHAPTER = "Experiment"
PAGES = (
    ("protocol", "The protocol", "protocol"),
    ("protocol-form", "The protocol, to change", "protocol/edit"),
    ("information", "The information sheet", "protocol/information"),
    ("leaflets", "Papers about personal data", "protocol/leaflets"),
    ("photos", "Whether photos are allowed", "photos"),
    ("organisations", "Organisations and their logos", "partners"),
    ("team", "The team", "team"),
    ("hypothesis", "A hypothesis", "hypotheses/new"),
    ("verdict", "Concluding on a hypothesis", "hypotheses/1/verdict"),
    ("texts", "The texts of the dossier", "texts"),
    ("text", "A text", "texts/success"),
    ("analysis", "Reading and coding", "analysis"),
    ("themes", "Themes", "themes"),
    ("agreement", "Agreement between two who code", "analysis/agreement"),
    ("learnings", "Learnings", "learnings"),
    ("learning", "A learning", "learnings/new"),
    ("following", "What follows", "following"),
    ("dossier", "The dossier, to read and comment", "dossier"),
    ("documents", "The documents, and what is missing", "documents"),
    ("publication", "Validating and publishing", "publication"),
)
HOUSE = (
    ("sites", "Field sites", "/sites"),
    ("checklist", "What must be settled at a site", "/sites/1/checklist"),
    ("programmes", "Programmes", "/programmes"),
    ("retention", "What is erased, and when", "/retention"),
    ("archives", "An archive of another house", "/archives"),
    ("learnings", "Publishing what was learned", "/learnings"),
)


def around(tour: Tour) -> None:
    """Once the session is over."""
    album, page = tour.album, tour.staff
    experiment = _experiment(page, tour)
    _written(album, page, experiment)
    for name, says, path in PAGES:
        shot(album, page, CHAPTER, f"experiment-{name}", says, f"{experiment}/{path}")
    for name, says, path in HOUSE:
        shot(album, page, CHAPTER, f"house-{name}", says, f"{tour.base}{path}")
    shot(album, page, CHAPTER, "session-journal", "The journal", f"{tour.base}/sessions/{tour.session}/journal")
    shot(album, page, CHAPTER, "session-observers", "Observers", f"{tour.base}/sessions/{tour.session}/observers")
    _beside_the_paper(album, page, experiment)
    _read_again(tour, experiment)


def _experiment(page: Page, tour: Tour) -> str:
    page.goto(f"{tour.base}/sessions/{tour.session}")
    link = page.locator(".crumbs a[href*='/experiments/']").first.get_attribute("href")
    return f"{tour.base}{link}"


def _written(album: Album, page: Page, experiment: str) -> None:
    """A text and a learning, so that the pages have something to show."""
    words = {
        "fr": ("Écrire seul d'abord a aidé.", "On ose parler après avoir écrit."),
        "en": ("Writing alone first helped.", "People dare to speak after writing."),
    }[album.language]
    page.goto(f"{experiment}/texts/success")
    page.locator("main textarea").first.fill(words[0])
    page.locator("main button.primary").first.click()
    page.goto(f"{experiment}/learnings/new")
    page.locator("main [name=learned]").fill(words[1])
    page.locator("main button.primary").last.click()


def _beside_the_paper(album: Album, page: Page, experiment: str) -> None:
    """The editor, and the dossier as one file of HTML: downloaded, it is looked at as a browser opens it."""
    page.goto(f"{experiment}/writing?part=D2")
    page.frame_locator("#paper").locator("h2").first.wait_for()
    shot(album, page, CHAPTER, "experiment-writing", "Writing beside the page as it prints")
    sheet = page.context.new_page()
    sheet.set_content(page.context.request.get(f"{experiment}/documents/dossier.html?language={album.language}").text())
    shot(album, sheet, CHAPTER, "experiment-twin", "The dossier as a web page")
    sheet.close()


def _read_again(tour: Tour, experiment: str) -> None:
    """Those who took part read the dossier with their code."""
    album, page = tour.album, tour.staff
    page.goto(f"{experiment}/reading")
    page.locator("main form button.primary").first.click()
    shot(album, page, CHAPTER, "experiment-reading", "Re-reading by those who took part", f"{experiment}/reading")
    reader = tour.reader()
    shot(album, reader, "Own contributions", "own-reading-door", "Come to re-read", f"{tour.base}/reading")
    reader.locator("main input:not([type=hidden])").first.fill(tour.slip)
    reader.locator("main button.primary").click()
    shot(album, reader, "Own contributions", "own-reading", "What is written of the workshop")
    reader.locator("main a[href*='/contest/']").first.click()
    shot(album, reader, "Own contributions", "own-contest", "Saying what is not right")
