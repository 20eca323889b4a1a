"""Passages a person must read again: nearly what somebody took back, and copied from who did not agree to it."""

import pytest

from facilitation.records import learnings, texts
from facilitation.records.learnings import LearningFacts
from facilitation.records.texts import Place
from tests.web.conftest import House
from tests.web.test_own import Author
from tests.web.test_publishing import BESIDE, PUBLICATION, SECRET, page, told, withdraw

NEARLY = "Il faudrait un trampoline bien planté dans une cour, disent-ils."
SUCCESS = Place(1, "success", "fr")


def test_what_says_nearly_the_same_is_shown_until_somebody_has_judged_it(fresh_house: House) -> None:
    _, author, _ = told(fresh_house)
    database, staff = fresh_house.doors.database, fresh_house.staff()
    texts.save(database, SUCCESS, f"Rien ici. {NEARLY} Ni là.", 1, 2, 9)
    apart = LearningFacts("On entre.", observed="La cour plantée d'un trampoline.", why="x")
    learnings.change(database, 1, apart, 1, 9)
    withdraw(author)
    staff.open("/experiments/1/documents")
    assert NEARLY in staff.words, "left as it is: only a person can judge"
    staff.open(PUBLICATION)
    assert NEARLY in staff.words
    assert "passage est à relire" in staff.words
    assert "/experiments/1/texts/success?language=fr" in staff.links()
    assert "La cour plantée" not in staff.words, "three words in common, in another order, are chance"
    texts.save(database, SUCCESS, "Tout autre chose.", 2, 2, 10)
    staff.open(PUBLICATION)
    assert NEARLY not in staff.words
    assert "changé depuis" in staff.words
    staff.send("/experiments/1/rereading")
    assert staff.at == PUBLICATION
    assert "à relire" not in staff.words


@pytest.mark.parametrize(("dropped", "inside"), [("publication", False), ("quotation", True), ("report", True)])
def test_a_consent_taken_back_reaches_what_was_copied_by_hand(fresh_house: House, dropped: str, inside: bool) -> None:
    _, author, other = told(fresh_house)
    database, staff = fresh_house.doors.database, fresh_house.staff()
    texts.save(database, SUCCESS, f"On a dit : {SECRET}. Et aussi : {BESIDE}.", 1, 2, 9)
    assert "trampoline" in page(staff, rendering="diffusion")
    changed(author, dropped)
    gap = "[mots non reproduits]"
    outside, those = page(staff, rendering="diffusion"), page(staff)
    assert f"On a dit : {gap}." in outside
    assert (f"On a dit : {gap}." in those) is inside
    assert f"Et aussi : {BESIDE}." in those
    assert SECRET in texts.read(database, SUCCESS).body, "the text of the team stays: consent may come back"
    staff.open(PUBLICATION)
    assert SECRET in staff.words
    assert "pas accepté d’être citées" in staff.words.replace("'", "’")
    changed(author, "")
    assert gap not in page(staff, rendering="diffusion")
    assert BESIDE in page(staff)
    assert other.person


def changed(author: Author, dropped: str) -> None:
    """Agree to everything but one thing, on the page of the code."""
    agreed = {"report": "yes", "quotation": "y", "publication": "y"}
    author.browser.open(author.page)
    if dropped == "report":
        agreed["report"] = "no"
        author.browser.send(f"{author.page}/consents", **agreed)
    else:
        gone = tuple(name for name in agreed if name == dropped)
        author.browser.send(
            f"{author.page}/consents", drop=gone, **{name: told for name, told in agreed.items() if name != dropped}
        )
