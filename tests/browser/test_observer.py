"""An observer: notes that survive the network, a reload and a next stage; and a team that promotes one of them."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server
from tests.browser.people import Facilitator, Phone, complaints, visit
from tests.client.axe import in_every_look
from tests.client.measures import SMALL_TARGETS, WIDER
from tests.client.stand_in import until


def test_an_observer_s_session(server: Server, browser: Browser, tmp_path: Path) -> None:
    """From the link to the excerpt in the journal, at 360 px, with the keyboard, offline and back; then revoked."""
    her = Facilitator.arrives(browser, server.base, server.link)
    her.page.goto(f"{server.base}/experiments/1/sessions/new?format=moving-debate")
    her.page.get_by_label("Titre de la séance").fill("Débat")
    her.page.get_by_role("button", name="Prévoir la séance").click()
    her.page.wait_for_url(re.compile(r"/sessions/(?!new)[^/?]+$"))
    her.session = her.page.url.rpartition("/")[2]
    her.page.get_by_role("link", name="Observation", exact=True).click()
    her.page.get_by_role("button", name="Donner un lien de plus").click()
    link = her.page.locator("code").first.inner_text()
    assert in_every_look(her.page) == {}

    watching = visit(browser, 360, 640, has_touch=True)
    page = watching.new_page()
    page.goto(link)
    page.wait_for_url(re.compile(r"/observer$"))
    field = page.get_by_label("Ce que vous voyez")
    expect(field).to_be_focused()
    expect(page.get_by_text("La séance n'a pas commencé")).to_be_visible()
    page.keyboard.type("Deux groupes se forment avant le début")
    page.keyboard.press("Enter")
    note = page.get_by_role("listitem").filter(has_text="Deux groupes se forment")
    expect(note).to_be_visible()
    expect(field).to_have_value("")

    her.opens_the_console()
    for _ in range(3):
        Phone.joins(browser, server.base, her.code).context.close()
    her.page.keyboard.press("n")
    expect(page.get_by_role("heading", name="Première position")).to_be_visible()
    expect(page.get_by_text("N'écrivez ni nom, ni peine, ni affaire en cours, ni santé.").first).to_be_visible()
    page.keyboard.type("Commencée dans la première étape")
    her.page.keyboard.press("n")
    expect(page.get_by_role("heading", name="Chercher des arguments", level=1)).to_be_visible()
    watching.set_offline(True)
    expect(page.get_by_text(re.compile("^Hors connexion"))).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(field).to_have_value("")
    page.keyboard.type("Écrite sans réseau")
    page.keyboard.press("Enter")
    expect(field).to_have_value("")
    page.keyboard.type("Un mot pas encore gardé")
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    page.keyboard.press("2")
    counted = page.get_by_role("button", name=re.compile(r"^Une personne reformule .* 2$"))
    expect(counted).to_be_visible()
    expect(page.get_by_text("pas encore partie")).to_have_count(2)
    assert page.evaluate(WIDER) <= 0
    assert page.evaluate(SMALL_TARGETS) == []
    watching.set_offline(False)
    expect(page.get_by_text("pas encore partie")).to_have_count(0)
    page.reload()
    expect(field).to_have_value("Un mot pas encore gardé")
    expect(counted).to_be_visible()
    under = page.locator("section").filter(has=page.get_by_role("heading", name="Première position", level=3)).last
    expect(under.get_by_role("listitem")).to_contain_text("Commencée dans la première étape")
    expect(under.get_by_text("à retenir", exact=True)).to_be_visible()
    assert in_every_look(page) == {}
    page.get_by_role("button", name="English").click()
    expect(page.get_by_label("What you see")).to_be_visible()
    assert in_every_look(page) == {}
    page.get_by_role("button", name="Français").click()

    page.get_by_role("button", name="Modifier : Écrite sans réseau").click()
    page.get_by_label(re.compile("^Nouveaux mots")).fill("Écrite sans réseau, puis corrigée")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("modifiée")).to_be_visible()
    page.get_by_role("button", name="Effacer : Deux groupes se forment").click()
    page.get_by_role("button", name="Effacer pour de bon").click()
    expect(note).to_have_count(0)

    promote(her, server)
    expect(page.get_by_text("un extrait est retenu")).to_be_visible()

    her.page.goto(f"{server.base}/sessions/{her.session}/observers")
    her.page.get_by_role("button", name="Révoquer le lien").click()
    expect(page.get_by_role("heading", name="Ce lien n'est plus valable")).to_be_visible()
    stranger = visit(browser, 360, 640)
    again = stranger.new_page()
    assert (again.goto(link) or pytest.fail("no answer")).status == 404
    expect(again.get_by_text("Ce lien n’ouvre aucun carnet")).to_be_visible()
    assert complaints(watching) == []
    assert [said for said in complaints(her.context) if "422" not in said] == [], "but for the excerpt she was refused"


def promote(her: Facilitator, server: Server) -> None:
    """On the journal: everything is there, an excerpt must be words of the note, and what is kept says so."""
    page: Page = her.page
    page.goto(f"{server.base}/sessions/{her.session}/journal")
    # What was changed and erased on the phone may still be on its way.
    changed, erased = page.get_by_text("Écrite sans réseau, puis corrigée"), page.get_by_text("Deux groupes se forment")
    until(page, lambda: page.reload() and changed.count() > 0 and erased.count() == 0)
    for told in ("La porte s'ouvre", "Première position » commence"):
        expect(page.get_by_text(told).first).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="Une personne reformule")).to_contain_text("2")
    page.get_by_label(re.compile("^Observations")).check()
    page.get_by_role("button", name="Afficher").click()
    expect(page.get_by_text("La porte s'ouvre")).to_have_count(0)
    one = page.get_by_role("listitem").filter(has_text="Commencée dans la première étape")
    one.locator("summary").click()
    one.get_by_label("Extrait à imprimer").fill("Tout autre chose")
    one.get_by_role("button", name="Retenir cet extrait").click()
    expect(page.get_by_text("Un extrait reprend les mots de la note")).to_be_visible()
    page.get_by_label("Extrait à imprimer").locator("visible=true").fill("Commencée dans […] étape")
    page.get_by_role("button", name="Retenir cet extrait").locator("visible=true").click()
    expect(page.get_by_text("Cet extrait est dans la documentation")).to_be_visible()
    assert in_every_look(page) == {}
