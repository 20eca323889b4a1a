"""What was changed once a session had begun, through the real doors: hypotheses, protocol, what a site concludes."""

import re
from dataclasses import replace

from facilitation.documentation import card_of
from facilitation.records import described, experiments, hypotheses, live_sessions, protocols
from facilitation.records.hypotheses import Verdict, Wording
from facilitation.records.protocols import AskedTest
from facilitation.web.learning_site.clearing import files_for
from tests.web.conftest import House
from tests.web.furnished import TERMS
from tests.web.test_analysis import held

DOSSIER = "/experiments/1/documents/dossier.html?document={kind}&language={locale}"


def words_of(house: House, kind: str, locale: str = "fr") -> str:
    page = house.staff().client.get(DOSSIER.format(kind=kind, locale=locale)).text
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index("<body") :]).split()).replace("’", "'")


def test_documents_tell_what_was_tested_and_promised_and_then_what_became_of_it(fresh_house: House) -> None:
    house, database = fresh_house, fresh_house.doors.database
    number = hypotheses.add(database, 1, Wording("on écrit seul", "on ose parler", "", "sept sur dix parlent"), 1, 10)
    protocols.save(database, 1, TERMS, "", 1, 10, launched=False)
    planned = held(house)
    house.noted(planned.id, "started_at")
    launched = live_sessions.launched_at(database, 1)
    assert launched
    hypotheses.change(
        database, number, Wording("on écrit seul", "on rit", "", "tous rient"), "on a ri", 1, launched + 9
    )
    hypotheses.add(database, 1, Wording("on mange", "on revient"), 1, launched + 10)
    asked = AskedTest("training-block/clear", "change", "signed-rank", "Pour voir de combien.")
    longer = replace(TERMS, contributions_months=60, controllers=("Ville d'essai",), tests=(*TERMS.tests, asked))
    protocols.save(database, 1, longer, "le conseil l'a demandé", 1, launched + 11, launched=True)
    for kind in ("research", "capitalisation"):
        words = words_of(house, kind)
        tested, since = words.index("on ose parler"), words.index("Reformulée le")
        assert words.index("sept sur dix parlent") < since < words.index("on rit")
        assert tested < since
        assert words.count("postérieure à la première séance") == 1, "the second, and only it"
        assert re.search(r"ersion 1, figée le [^.]+\. Modifiée depuis, le", words)
        assert "Durée de conservation des contributions, avant 12 mois, après 60 mois" in words
        assert "avant Association des exemples, après Ville d'essai" in words
        assert "Pour voir de combien" in words
    assert "before 12 months, after 60 months" in words_of(house, "research", "en")
    assert "Reformulée le" in words_of(house, "slides")
    card = card_of(described.of_session(database, planned.id), "fr").hypothesis
    assert "on ose parler" in card
    assert re.search(r"H3\. Si on mange, alors on revient\. Cette formulation est postérieure", card)
    assert card.count("postérieure") == 1


def test_a_site_says_no_conclusion_that_is_still_a_draft(fresh_house: House) -> None:
    house, database = fresh_house, fresh_house.doors.database
    number = hypotheses.add(database, 1, Wording("on écrit", "on ose"), 1, 10)
    held(house)
    hypotheses.judge(database, number, Verdict("supported", "Tous l'ont dit.", 1, 20))
    found = experiments.find(database, 1)
    assert found
    with house.app.test_request_context():
        page = files_for([found])["experiments/1.html"].decode()
    assert "Tous l" not in page
    assert "on écrit" not in page
