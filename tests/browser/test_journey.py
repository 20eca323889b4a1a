"""The main job, end to end, in a real browser: from an empty database to a PDF that holds what people wrote."""

import csv
import io
import json
import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from pdfminer.high_level import extract_text
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server
from tests.browser.people import Facilitator, Phone, complaints, visit


def assert_accessible(page: Page) -> None:
    """axe-core finds nothing."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_from_a_format_to_phones_to_a_pdf(server: Server, browser: Browser, tmp_path: Path) -> None:
    """Two phones, a console and a projector; one phone loses the network, the server loses its power."""
    her = Facilitator.arrives(browser, server.base, server.link)
    her.creates_an_experiment("Accueil préparé")
    her.plans("1-2-4-Tous", "Comment accueillir mieux ?")
    her.opens_the_console()
    wall = her.context.new_page()
    wall.set_viewport_size({"width": 1920, "height": 1080})
    wall.goto(f"{server.base}/s/{her.session}/screen")
    expect(wall.get_by_text(her.code)).to_be_visible()
    assert_accessible(wall)

    ana = Phone.joins(browser, server.base, her.code)
    bo = Phone.joins(browser, server.base, her.code)
    quiet = Phone.joins(browser, server.base, her.code, agrees=False, locale="en-GB")
    expect(wall.get_by_text("3 personnes sont là")).to_be_visible()

    her.goes_to("Seul")
    expect(ana.page.get_by_role("heading", name="Seul")).to_be_visible()
    expect(quiet.page.get_by_role("heading", name="Alone")).to_be_visible()
    assert_accessible(ana.page)
    assert_accessible(her.page)
    ana.posts("Un café avant le premier rendez-vous")
    expect(ana.card("Un café avant")).to_contain_text("enregistré")
    quiet.posts("A sentence that must not be printed")
    assert "café" not in bo.page.content(), "written alone, read by nobody else"

    bo.context.set_offline(True)
    bo.posts("Un plan du quartier, écrit dans le train")
    expect(bo.card("Un plan du quartier")).to_contain_text("en attente")
    server.kill()
    server.start()
    bo.context.set_offline(False)
    expect(bo.card("Un plan du quartier")).to_contain_text("enregistré")
    expect(her.page.get_by_text("Connecté", exact=True)).to_be_visible(timeout=30_000)

    her.page.get_by_role("button", name="Prolonger de 2 minutes").click()
    expect(her.page.get_by_text(re.compile(r"^\+\s2\smin$")).first).to_be_visible()
    her.goes_to("À deux")
    expect(ana.page.get_by_role("heading", name="À deux")).to_be_visible()
    read_each_other(ana, bo, quiet)
    her.goes_to("À quatre")
    expect(ana.page.get_by_text("Un plan du quartier").first).to_be_visible()
    ana.page.get_by_role("radio", name=re.compile("Un plan du quartier")).check()

    her.goes_to("Tous ensemble")
    bo.page.get_by_role("button", name=re.compile("Ajouter")).first.click()
    expect(bo.page.get_by_text("enregistré").first).to_be_visible()
    assert_accessible(bo.page)
    her.page.keyboard.press("r")
    expect(wall.get_by_text("Résultat du vote")).to_be_visible()
    assert_accessible(wall)
    expect(her.page.get_by_role("button", name=re.compile("^Révéler"))).to_have_count(0)
    her.page.keyboard.press("n")
    expect(her.page.locator(".rail").get_by_text("Étape close")).to_be_visible()
    her.page.get_by_role("button", name="Clore la séance").first.click()
    her.page.get_by_role("dialog").get_by_role("button", name=re.compile("Clore")).click()
    expect(ana.page.get_by_text(re.compile("[Mm]erci")).first).to_be_visible()
    assert_accessible(ana.page)

    words = extract_text(io.BytesIO(record(her, tmp_path)))
    assert "Un plan du quartier, écrit dans le train" in " ".join(words.split())
    tables(her)
    assert "must not be printed" not in words
    for context in (her.context, ana.context, bo.context, quiet.context):
        assert complaints(context) == []


def read_each_other(ana: Phone, bo: Phone, quiet: Phone) -> None:
    """Three people make one group: each reads what the others wrote alone."""
    for phone, theirs in ((ana, "Un plan du quartier"), (bo, "Un café avant"), (quiet, "Un café avant")):
        expect(phone.page.get_by_text(theirs).first).to_be_visible()


def tables(her: Facilitator) -> None:
    """The two other downloads hold what may be printed, and nothing of who said no."""
    written = "Un plan du quartier, écrit dans le train"
    table = list(csv.DictReader(io.StringIO(downloaded(her, "Contributions (CSV)").decode("utf-8-sig"))))
    assert any(written in row.values() for row in table)
    whole = json.dumps(json.loads(downloaded(her, "Tout (JSON)")), ensure_ascii=False)
    assert written in whole
    assert "must not be printed" not in whole + str(table)


def downloaded(her: Facilitator, link: str) -> bytes:
    """What a link of the page that is open gives."""
    with her.page.expect_download() as coming:
        her.page.get_by_role("link", name=link).click()
    return Path(coming.value.path()).read_bytes()


def record(her: Facilitator, folder: Path) -> bytes:
    """Ask for the PDF as she would, and wait for it."""
    her.page.goto(f"{her.base}/sessions/{her.session}/document")
    her.page.get_by_role("button", name=re.compile("Générer")).click()
    bar, link = her.page.get_by_role("progressbar"), her.page.get_by_role("link", name="Télécharger le PDF")
    # A short document may be there before this page has been drawn.
    expect(bar.or_(link).first).to_be_visible()
    expect(link).to_be_visible(timeout=180_000)
    expect(bar).to_have_count(0)
    (folder / "record.pdf").write_bytes(downloaded(her, "Télécharger le PDF"))
    return (folder / "record.pdf").read_bytes()


def test_a_phone_that_died_comes_back_where_it_was(server: Server, browser: Browser) -> None:
    """Words typed but not sent, words waiting, and the place in the room all survive a reload."""
    her = Facilitator.arrives(browser, server.base, server.link)
    her.page.get_by_role("link", name=re.compile("^Démonstration")).click()
    her.plans("1-2-4-Tous", "Et après ?")
    her.opens_the_console()
    ana = Phone.joins(browser, server.base, her.code)
    alias = ana.page.locator("header").inner_text().split("\n")[0]
    her.goes_to("Seul")
    ana.posts("première")
    expect(ana.card("première")).to_contain_text("enregistré")
    ana.context.set_offline(True)
    ana.posts("seconde, hors ligne")
    expect(ana.card("seconde")).to_contain_text("en attente")
    ana.context.set_offline(False)
    ana.page.reload()
    expect(ana.card("seconde")).to_contain_text("enregistré", timeout=60_000)
    assert alias in ana.page.locator("header").inner_text()
    assert ana.page.get_by_text("seconde, hors ligne").count() <= 2, "sent once"


def test_the_door_says_what_is_wrong(server: Server, browser: Browser) -> None:
    """A code nobody gave, a door that is closed: a sentence, and what to do."""
    phone = visit(browser, 360, 640).new_page()
    phone.goto(server.base)
    phone.locator("input[name=code]").fill("ZZZZ-ZZZZ")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name="Aucune séance n’a ce code")).to_be_visible()
    expect(phone.get_by_role("link", name="Retaper le code")).to_be_visible()
    assert_accessible(phone)


def test_a_stage_that_was_skipped_is_told_with_its_reason(server: Server, browser: Browser, tmp_path: Path) -> None:
    """The time is short: she leaves out a stage and says why; the record says it too."""
    her = Facilitator.arrives(browser, server.base, server.link)
    her.page.get_by_role("link", name=re.compile("^Démonstration")).click()
    her.plans("1-2-4-Tous", "Et si le temps manque ?")
    her.opens_the_console()
    Phone.joins(browser, server.base, her.code)
    her.goes_to("Seul")
    her.page.get_by_role("listitem").filter(has_text="À deux").get_by_role("button", name=re.compile("Sauter")).click()
    her.page.get_by_role("textbox", name=re.compile("Pourquoi|raison|Raison")).fill("le temps manque")
    her.page.get_by_role("dialog").get_by_role("button", name=re.compile("Sauter")).click()
    her.goes_to("À quatre")
    assert "le temps manque" in " ".join(extract_text(io.BytesIO(record(her, tmp_path))).split())
