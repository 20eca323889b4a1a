"""A document says what it is: by the name of its file, on its button, and on each page while nobody has read it."""

from tests.web.conftest import House
from tests.web.test_documents import held, made
from tests.web.test_publishing import page, publish, read_by_all, told
from tests.web.visitor import Visitor

DOCUMENTS = "/experiments/1/documents"
UNREAD = "Brouillon, non relu par les participants"


def name_of(staff: Visitor, path: str) -> str:
    return staff.client.get(f"{DOCUMENTS}/{path}").headers["Content-Disposition"].partition("filename=")[2].strip('"')


def test_a_file_and_its_button_say_which_document_it_is_and_for_whom(house: House) -> None:
    held(house)
    staff = house.staff()
    outside = "rendering=diffusion"
    assert name_of(staff, f"dossier.html?document=research&{outside}") == "dossier-1-recherche-exterieur.html"
    assert name_of(staff, "dossier.md?document=slides&language=en") == "dossier-1-slides-participants.md"
    assert name_of(staff, f"data.json?{outside}") == "donnees-1-exterieur.json"
    assert name_of(staff, f"table-votes.csv?language=en&{outside}") == "votes-1-outside.csv"
    said = made(staff, document="plain", rendering="diffusion", language="en")
    assert "Draft, not read by those who took part" in said
    assert name_of(staff, "dossier.pdf") == "dossier-1-plain-language-outside.pdf"
    staff.open(DOCUMENTS)
    assert "Télécharger le PDF · En langage clair · Pour les lecteurs extérieurs · English" in staff.words
    for chosen in ("plain", "diffusion", "en"):
        assert f'<option value="{chosen}" selected>' in staff.page.text.replace(' lang="en"', "")


def test_outside_a_draft_that_nobody_has_read_says_so_on_each_page(fresh_house: House) -> None:
    planned = held(fresh_house)
    fresh_house.noted(planned.id, "closed_at")
    staff = fresh_house.staff()
    running = f'@bottom-left {{ content: "{UNREAD}'
    for kind in ("research", "capitalisation", "slides", "plain"):
        outside = page(staff, document=kind, rendering="diffusion")
        assert running in outside
        assert f"<strong>{UNREAD}.</strong>" in outside
        assert UNREAD not in page(staff, document=kind)
    assert "brouillon, version 1" in page(staff, document="slides")
    read_by_all(fresh_house, staff)
    assert UNREAD not in page(staff, document="slides", rendering="diffusion")


def test_the_data_of_a_session_say_for_whom_they_are(house: House) -> None:
    planned = held(house)
    staff = house.staff()
    for file, name in (
        ("contributions.csv", "contributions"),
        ("timeline.csv", "timeline"),
        ("outcome.json", "outcome"),
    ):
        given = staff.client.get(f"/sessions/{planned.id}/{file}").headers["Content-Disposition"]
        assert f"{name}-participants-{planned.id}." in given


def test_what_is_published_is_given_in_the_languages_it_was_published_in(fresh_house: House) -> None:
    told(fresh_house)
    staff = fresh_house.staff()
    read_by_all(fresh_house, staff)
    publish(staff)
    for file in ("dossier.html", "dossier.md", "data.json", "data.xlsx", "table-votes.csv"):
        assert staff.client.get(f"{DOCUMENTS}/{file}?language=fr").status_code == 200
        refused = staff.client.get(f"{DOCUMENTS}/{file}?language=en")
        assert refused.status_code == 409
        assert "Français" in refused.text
        assert DOCUMENTS in refused.text
        assert staff.client.get(f"{DOCUMENTS}/{file}?language=en&which=draft").status_code == 200
