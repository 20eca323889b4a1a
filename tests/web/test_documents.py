"""The dossier of an experiment through the real doors: what is missing, learnings with their evidence, the PDF."""

import re
import time
from dataclasses import replace

import pytest

from facilitation.documentation.dossier.gate import FIELDS, Missing
from facilitation.domain.commands import Advance, By, CloseSession, OpenDoor, PostCard, WithdrawCard
from facilitation.domain.format import Text
from facilitation.records import experiments, export_journal, learnings, members, sites
from facilitation.records.sites import SiteFacts
from facilitation.web.documents.pages import form_of
from tests.web.conftest import House, Planned
from tests.web.everywhere import words_of
from tests.web.furnished import furnish
from tests.web.visitor import Visitor


def held(house: House, report: str = "yes") -> Planned:
    """A session in which one person wrote one thing, and which is over."""
    planned = house.plan()
    planned.say(OpenDoor())
    planned.join(report=report)
    planned.go_on()
    step = planned.state.current or ""
    planned.say(PostCard(step, "ideas", "Un café à l'entrée"), by=By("participant", planned.newest()))
    planned.say(Advance(planned.state.current), CloseSession())
    return planned


def made(staff: Visitor, **wanted: str) -> str:
    """The words of the PDF that was asked for."""
    staff.open("/experiments/1/documents")
    staff.send("/experiments/1/documents", **wanted)
    for _ in range(1200):
        told = staff.client.get("/experiments/1/documents/progress.json").get_json()
        if told["state"] in ("done", "failed"):
            break
        time.sleep(0.25)
    assert told["state"] == "done", told
    pdf = staff.client.get("/experiments/1/documents/dossier.pdf")
    assert pdf.headers["Content-Type"] == "application/pdf"
    return " ".join(words_of(pdf.data).split())


def gone(staff: Visitor) -> None:
    """Wait until no PDF is kept: words are withdrawn first, and told to the press right after."""
    for _ in range(1200):
        if staff.client.get("/experiments/1/documents/dossier.pdf").status_code == 302:
            return
        time.sleep(0.25)
    raise AssertionError("a PDF with withdrawn words is still kept")


def test_what_is_missing_leads_to_where_it_is_written(house: House) -> None:
    staff = house.staff()
    staff.open("/experiments/1/documents")
    assert "Ce qui manque" in staff.words
    missing = [link for link in staff.links() if re.search(r"/experiments/1/texts/[\w-]+\?language=fr$", link)]
    assert "/experiments/1/texts/limits?language=fr" in missing
    staff.open("/experiments/1/texts/limits")
    staff.send(body="Petit nombre, et **personne** n'a tout dit.")
    staff.open("/experiments/1/documents")
    assert "/experiments/1/texts/limits?language=fr" not in staff.links()
    for link in set(missing):
        assert staff.open(link).status_code == 200


def test_every_field_of_the_gate_leads_to_the_page_that_fills_it_in(fresh_house: House) -> None:
    """A field whose page nobody named would lead somewhere else, as the authorisations of the site once did."""
    held(fresh_house)
    staff, database = fresh_house.staff(), fresh_house.doors.database
    found = experiments.find(database, 1)
    assert found is not None
    site = sites.add(database, SiteFacts("Le centre", place="prison"))
    placed = replace(found, facts=replace(found.facts, site=site))
    forms = {each.form for each in FIELDS} | {"text:problem"}
    with fresh_house.app.test_request_context():
        led = {form: form_of(placed, Missing("D0", Text.same(form), form), "en") for form in forms}
        nowhere = replace(found, facts=replace(found.facts, site=None))
        chosen = form_of(nowhere, Missing("D3", Text.same(""), "site"), "en")
    assert len(set(led.values())) == len(forms), "each has a page, or a place on a page, of its own"
    assert led["site"] == f"/sites/{site}/checklist"
    assert chosen == led["experiment"], "a site is chosen before anything is settled there"
    experiments.change(database, 1, placed.facts)
    for address in led.values():
        assert staff.open(address).status_code == 200, address
    staff.open("/experiments/1/documents?language=en")
    assert "/experiments/1/texts/problem?language=en" in staff.links(), "a text in the language of the document"
    assert led["site"] in staff.links()


def test_before_the_first_session_the_protocol_prints_whole_and_in_its_language(fresh_house: House) -> None:
    furnish(fresh_house.doors.database)
    fresh_house.plan()
    staff = fresh_house.staff()
    asked = "/experiments/1/documents/dossier.html?document=research&language="
    french, english = (staff.client.get(asked + language).get_data(as_text=True) for language in ("fr", "en"))
    assert "En préparation" in french
    assert "Le déroulé prévu" in french
    assert "Comprendre ce qui aide à oser parler." in french
    assert "In preparation" in english
    assert "Information for the people who take part" in english
    prints = [re.findall(r'"code">([0-9a-f]{12})<', page) for page in (french, english)]
    assert [len(set(found)) for found in prints] == [1, 1], "the sheet bears the fingerprint that the frame names"
    assert prints[0] != prints[1]


def test_a_claim_of_effect_is_remarked(house: House) -> None:
    staff = house.staff()
    staff.open("/experiments/1/texts/success")
    staff.send(body="L'atelier a permis de se parler.")
    staff.open("/experiments/1/documents")
    assert "L'atelier a permis de se parler." in staff.words
    assert "Sans groupe de comparaison" in staff.words


def test_a_learning_rests_on_contributions_and_the_document_says_so(fresh_house: House) -> None:
    planned, staff = held(fresh_house), fresh_house.staff()
    staff.open("/experiments/1/learnings/new")
    staff.send(thought="un lieu suffit")
    assert staff.page.status_code == 422
    assert "un lieu suffit" in staff.page.text, "nothing is lost"
    ref = re.search(r'name="evidence" value="([0-9a-f]{12})"', staff.page.text)
    assert ref
    staff.send(learned="On entre par le café.", evidence=ref[1], why="dit par tous")
    staff.open("/experiments/1/learnings/new")
    staff.send(learned="La couleur compte.")
    assert "une intuition" in staff.words
    words = made(staff, document="capitalisation", language="fr")
    assert "1. On entre par le café." in words
    assert "n° 1 (déclaré)" in words
    assert "Intuition : aucune trace" in words
    assert "Document incomplet" in words
    assert "Un café" not in words, (
        "at this level, and without consent to be quoted, the words themselves are not printed"
    )
    assert "Un café" in made(staff, document="research", language="fr")
    assert "Un café" not in made(staff, document="research", language="fr", rendering="diffusion")
    page = staff.client.get("/experiments/1/documents/dossier.html?document=research&language=fr")
    assert "Un café" in page.text
    assert page.headers["Content-Disposition"].startswith("attachment")
    noted = [line.what for line in export_journal.of_session(fresh_house.doors.database, planned.id)]
    assert noted == ["dossier"] * 4, "three PDFs and a page left the house"
    card = next(iter(planned.state.cards))
    planned.say(WithdrawCard(card), by=By("participant", planned.state.cards[card].author))
    gone(staff)
    words = made(staff, document="research", language="fr")
    assert "Un café" not in words
    assert "contribution retirée ou non diffusée" in words


def test_a_learning_of_another_experiment_is_nowhere(house: House) -> None:
    staff = house.staff()
    staff.open("/experiments/1/learnings/new")
    staff.send(learned="Encore une chose.", evidence="0" * 12)
    found = learnings.of_experiment(house.doors.database, 1)[-1]
    assert found.facts.evidence == (), "a reference that leads nowhere is not kept"
    assert staff.open(f"/experiments/2/learnings/{found.id}").status_code == 404
    staff.open(f"/experiments/1/learnings/{found.id}")
    staff.send(f"/experiments/1/learnings/{found.id}/delete")
    assert learnings.find(house.doors.database, found.id) is None


@pytest.mark.parametrize("asked", ["document=nothing", "language=xx&rendering=none"])
def test_what_is_asked_for_in_odd_words_is_answered_all_the_same(house: House, asked: str) -> None:
    assert house.staff().open(f"/experiments/1/documents?{asked}").status_code == 200


def test_who_was_invited_stands_before_who_came(fresh_house: House) -> None:
    planned, staff = held(fresh_house), fresh_house.staff()
    members.admit(fresh_house.doors.database, 1, 1, "facilitator", 1)
    page = f"/sessions/{planned.id}"
    staff.open(page)
    staff.send(f"{page}/invited", invited="beaucoup")
    assert "nombre entier" in staff.words
    staff.send(f"{page}/invited", invited="14")
    assert "(14)" in staff.words
    text = staff.client.get("/experiments/1/documents/dossier.html?language=fr").text
    drawn = " ".join(re.sub(r"<[^>]+>", " ", text).replace("\u00a0", " ").split())
    assert "Invités Présents Ont contribué Ont répondu à une question Là à la fin" in drawn
    assert "empreinte" in drawn
    assert "animation (1)" in drawn
    assert "Mots-clés" in drawn
    staff.open("/experiments/1/documents")
    assert "Mots-clés" in staff.words


def test_colleges_are_counted_on_the_page_of_a_session_and_told_where_they_may_be(fresh_house: House) -> None:
    planned, staff = held(fresh_house), fresh_house.staff()
    page = f"/sessions/{planned.id}"
    staff.open(page)
    assert "Personnes concernées" in staff.words
    staff.send(f"{page}/colleges", people=["dix", "", "", "", "", "", ""])
    assert "Écrivez un nombre entier" in staff.words
    staff.send(f"{page}/colleges", people=["12", "", "", "10", "", "", "0"])
    asked = "/experiments/1/documents/dossier.html?document=research&language=en"
    inside = staff.client.get(asked).get_data(as_text=True)
    assert "Ministry of Justice (12), People concerned (10)" in inside
    outside = staff.client.get(asked + "&rendering=diffusion").get_data(as_text=True)
    assert "People concerned (" not in outside, "one person joined: outside, not even that is told"
    staff.send(f"{page}/colleges", people=["12", "", "", "3", "", "", ""])
    assert "People concerned (" not in staff.client.get(asked).get_data(as_text=True)
    staff.open("/experiments/1/edit")
    staff.send(colleges="Justice\n\nHabitants\nJustice")
    staff.open(page)
    staff.send(f"{page}/colleges", people=["12", "10"])
    assert "Justice (12), Habitants (10)" in staff.client.get(asked).get_data(as_text=True)
