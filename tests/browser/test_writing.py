"""Writing a dossier beside the page as it prints: by keys alone, offline, against somebody else, on a phone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from facilitation.app import Config, create_app
from facilitation.domain.commands import By, CloseSession, OpenDoor, PostCard
from facilitation.records import accounts, members, sign_in_links
from tests.browser.conftest import Server
from tests.browser.people import Facilitator, complaints, visit
from tests.client.axe import in_every_look
from tests.client.measures import WIDER
from tests.web.conftest import House

SAID = "Un café à l'entrée"


@pytest.fixture
def colleagues() -> list[str]:
    """Where the others of the team sign in, once the house stands."""
    return []


@pytest.fixture
def her(tmp_path: Path, server: Server, browser: Browser, colleagues: list[str]) -> Facilitator:
    """Somebody of the team, with a colleague who has an account, in a house whose session held one contribution."""
    server.kill()
    house = House(create_app(Config(database=f"sqlite:///{server.database}", hosts=("localhost:80",))))
    planned = house.plan()
    planned.say(OpenDoor())
    planned.join(report="yes", quotation="yes")
    planned.go_on()
    planned.say(PostCard(planned.state.current or "", "ideas", SAID), by=By("participant", planned.newest()))
    while planned.state.current != "all":
        planned.go_on()
    planned.say(CloseSession())
    token = house.token()
    database, now = house.doors.database, house.doors.clock()
    colleague = accounts.create(database, "bruno", None, "guest", now)
    assert colleague
    members.admit(database, 1, colleague.id, "researcher", now)
    colleagues.append(f"{server.base}/sign-in/{sign_in_links.make(database, now, colleague.id)}")
    house.doors.trials.close()
    house.doors.database.close()
    server.start()
    return Facilitator.arrives(browser, server.base, f"{server.base}/sign-in/{token}")


def test_a_text_is_written_beside_its_page(
    her: Facilitator, server: Server, browser: Browser, tmp_path: Path, colleagues: list[str]
) -> None:
    page = her.page
    page.goto(f"{server.base}/experiments/1/texts")
    page.get_by_role("link", name="Écrire à côté de la page").click()
    outline = page.get_by_role("navigation", name="Parties du dossier")
    outline.get_by_role("link", name="D2 · Ce que nous voulions apprendre").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("D2 · Ce que nous voulions apprendre")
    outline.get_by_role("link", name="Le problème").press("Enter")
    field = page.get_by_role("textbox", name="Le problème")
    field.focus()
    page.keyboard.type("La sortie se prépare ")
    page.keyboard.press("Control+b")
    page.keyboard.type("trop tard")
    page.keyboard.press("Control+b")
    page.keyboard.type(".")
    said = page.get_by_role("status").filter(has_text=re.compile("^Enregistré à"))
    expect(said).to_be_visible()
    paper = page.frame_locator("#paper")
    expect(paper.get_by_text("La sortie se prépare")).to_be_visible()
    expect(paper.locator("strong", has_text="trop tard")).to_be_visible()
    expect(page.locator("#problem").get_by_text("à écrire")).to_be_hidden()
    expect(outline.get_by_role("link", name="Le problème")).to_have_count(0)

    page.keyboard.press("End")
    page.keyboard.type("\n\nOn l'a dit")
    cite(page, "cafe")
    expect(field).to_have_value(re.compile(r"On l'a dit \{[0-9a-f]{12}\}$"))
    assert SAID not in field.input_value(), "the text keeps no words of others"
    expect(field).to_be_focused()
    expect(paper.get_by_text(re.compile("On l’a dit n°"))).to_be_visible()

    places_a_figure(page)
    page.context.set_offline(True)
    page.keyboard.type(" Puis plus rien.")
    expect(page.get_by_text("Pas enregistré : pas de réponse.")).to_be_visible()
    page.context.set_offline(False)
    expect(said).to_be_visible()
    expect(paper.get_by_text("Puis plus rien")).to_be_visible()
    page.screenshot(path=tmp_path / "laptop.png")
    assert in_every_look(page) == {}
    assert page.evaluate(WIDER) <= 0
    assert paper.locator("html").evaluate("one => one.scrollWidth - one.clientWidth") <= 0
    somebody_else_is_faster(page, browser, colleagues[0])
    comments(page)
    on_a_phone(page, tmp_path)
    assert [one for one in complaints(page.context) if "409" not in one] == []


def cite(page: Page, wanted: str) -> None:
    """Pick from the list, by keys."""
    page.locator("#problem").get_by_role("button", name="Citer des mots ou une figure…").press("Enter")
    dialog = page.get_by_role("dialog", name="Citer des mots ou une figure")
    search = dialog.get_by_label("Chercher")
    expect(search).to_be_focused()
    expect(dialog.get_by_role("listitem").first).to_be_visible()
    assert in_every_look(page) == {}
    search.fill("introuvable")
    expect(dialog.get_by_text("Rien ne correspond.")).to_be_visible()
    search.fill(wanted)
    expect(dialog.get_by_role("listitem")).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)


def places_a_figure(page: Page) -> None:
    """It stands where it was put, for those who took part and for readers outside; one that is not there is said."""
    paper = page.frame_locator("#paper")
    page.locator("#problem").get_by_role("button", name="Citer des mots ou une figure…").press("Enter")
    dialog = page.get_by_role("dialog", name="Citer des mots ou une figure")
    dialog.get_by_label("Chercher").fill("figure pistes")
    expect(dialog.get_by_role("button", name="Y renvoyer seulement, figure 1")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(paper.get_by_role("heading", name=re.compile("Figure 1 · Quelles pistes"))).to_be_visible()
    page.get_by_role("link", name="Pour les lecteurs extérieurs").press("Enter")
    expect(page.locator("#paper")).to_have_attribute("src", re.compile("rendering=diffusion"))
    expect(paper.get_by_role("heading", name=re.compile("Figure 1 · Quelles pistes"))).to_be_visible()
    page.get_by_role("link", name="Pour les participants").press("Enter")
    page.locator("#problem textarea").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("{figure nulle-part 3}")
    expect(page.get_by_text("Une référence ne mène nulle part")).to_be_visible()
    for _ in "{figure nulle-part 3}":
        page.keyboard.press("Backspace")
    expect(page.get_by_text("Une référence ne mène nulle part")).to_be_hidden()


def somebody_else_is_faster(page: Page, browser: Browser, link: str) -> None:
    """The same text by another account, elsewhere: both are in sight, what differs is marked, and neither is lost."""
    mine = page.get_by_role("textbox", name="Le problème")
    alert = page.get_by_role("alert").filter(has_text="Une autre personne a enregistré ce texte")

    bruno = visit(browser, 1280, 800)
    signing_in = bruno.new_page()
    signing_in.goto(link)
    signing_in.get_by_role("button", name="Se connecter, choisir plus tard").click()
    signing_in.close()

    def both_write(theirs: str, ours: str) -> None:
        other = bruno.new_page()
        other.goto(page.url)
        other.get_by_role("textbox", name="Le problème").fill(theirs)
        expect(other.get_by_text(re.compile("^Enregistré à"))).to_be_visible()
        other.close()
        mine.fill(ours)
        expect(alert).to_be_visible()

    both_write("Commun.\n\nTout autre chose.", "Commun.\n\nMon texte.")
    expect(alert.get_by_role("region", name="Le sien").locator("mark")).to_have_text("Tout autre chose.")
    expect(alert.get_by_role("region", name="Le vôtre").locator("mark")).to_have_text("Mon texte.")
    assert in_every_look(page) == {}
    alert.get_by_role("button", name="Réunir les deux").press("Enter")
    expect(alert).to_be_hidden()
    expect(mine).to_be_focused()
    expect(mine).to_have_value("Commun.\n\nTout autre chose.\n\nMon texte.")
    expect(page.frame_locator("#paper").get_by_text("Mon texte.")).to_be_visible()

    both_write("Nous en avons vu douze, en mars.", "Nous en avons vu treize, en mars.")
    expect(alert.get_by_role("region", name="Le sien").locator("mark")).to_have_text("douze")
    expect(alert.get_by_role("region", name="Le vôtre").locator("mark")).to_have_text("treize")
    alert.get_by_role("button", name="Prendre le sien").press("Enter")
    expect(mine).to_have_value("Nous en avons vu douze, en mars.")

    both_write("Le leur, encore.", "Le mien, encore.")
    alert.get_by_role("button", name="Prendre le sien").press("Enter")
    expect(mine).to_have_value("Le leur, encore.")
    expect(page.frame_locator("#paper").get_by_text("Le leur, encore.")).to_be_visible()
    page.get_by_role("link", name="Versions gardées Le problème").press("Enter")
    expect(page.get_by_label("Votre texte")).to_have_value("Le leur, encore.")
    expect(page.get_by_text("Le mien, encore.")).to_have_count(1)
    expect(page.get_by_text("bruno").first).to_be_attached()
    bruno.close()
    page.go_back()


def comments(page: Page) -> None:
    """What readers say stands on the same page."""
    page.get_by_text("Commenter cette partie").press("Enter")
    page.get_by_label("Votre commentaire").fill("D'où le tient-on ?")
    page.get_by_role("button", name="Commenter", exact=True).press("Enter")
    expect(page.get_by_role("region", name="Commentaires sur cette partie")).to_contain_text("D'où le tient-on ?")
    expect(page.get_by_role("heading", level=1)).to_have_text("D2 · Ce que nous voulions apprendre")


def on_a_phone(page: Page, folder: Path) -> None:
    """One below the other, in English."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.get_by_role("link", name="English", exact=True).first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", name="As it prints")).to_be_visible()
    expect(page.get_by_role("navigation", name="Parts of the dossier").get_by_role("listitem")).to_have_count(0)
    assert page.evaluate(WIDER) <= 0
    page.screenshot(path=folder / "phone.png", full_page=True)
    assert in_every_look(page) == {}
