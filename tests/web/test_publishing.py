"""From draft to publication through the real doors; what is taken back afterwards is found nowhere."""

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facilitation.app import Config, create_app
from facilitation.domain.commands import CloseSession, OpenDoor, TakeNote
from facilitation.records import commitments, council, experiments, hypotheses, learnings, revisits, texts, versions
from facilitation.records.commitments import Promise
from facilitation.records.hypotheses import Verdict
from facilitation.records.learnings import LearningFacts
from facilitation.records.revisits import Revisit
from facilitation.records.sections import SECTIONS
from facilitation.records.texts import Place
from tests.web import everywhere
from tests.web.conftest import House, Planned
from tests.web.furnished import furnish
from tests.web.test_archives import followed
from tests.web.test_documents import made
from tests.web.test_own import Author
from tests.web.visitor import Visitor

PUBLICATION = "/experiments/1/publication"
SECRET = "Un trampoline planté dans la cour nous ferait respirer"
BESIDE = "Des bancs tournés vers la rue"
DAY = 24 * 60 * 60 * 1000


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[tuple[House, Path]]:
    """A house whose database is a file that can be searched."""
    file = tmp_path / "house.db"
    app = create_app(Config(database=f"sqlite:///{file}", hosts=("localhost:80",)))
    app.testing = True
    house = House(app)
    yield house, file
    house.doors.trials.close()
    house.doors.database.close()


def told(house: House, noted: str = "Un bon moment.") -> tuple[Planned, Author, Author]:
    """A session that is over, and a dossier about it in which nothing is missing."""
    planned = house.plan()
    planned.say(OpenDoor())
    author, other = Author(planned), Author(planned)
    planned.go_on()
    for one, words in ((author, SECRET), (other, BESIDE)):
        one.posts(words)
        one.browser.open(one.page)
        one.browser.send(f"{one.page}/consents", report="yes", quotation="y", publication="y")
    for _ in range(3):
        planned.go_on()
    planned.say(TakeNote(noted), CloseSession())
    house.noted(planned.id, "closed_at")
    database = house.doors.database
    furnish(database)
    for section in SECTIONS:
        texts.save(database, Place(1, section.key, "fr"), f"Écrit pour {section.key}.", 0, 1, 5)
    learnings.add(database, 1, LearningFacts("On entre par le café.", why="dit par tous"), 1, 5)
    for each in hypotheses.of_experiment(database, 1):
        hypotheses.change(database, each.id, replace(each.newest.wording, criteria="Huit l'ont dit"), "précision", 1, 6)
        hypotheses.judge(database, each.id, Verdict("supported", "Dit par tous.", 1, 6))
    found = experiments.find(database, 1)
    assert found is not None
    facts = replace(found.facts, revisit_on=date(2027, 5, 3), licence="cc-by-sa-4.0", resources=("un lieu",))
    facts = replace(facts, keywords=("accueil",), contact="Secrétariat, labo@exemple.test")
    experiments.change(database, 1, replace(facts, actions=("un café",), outcomes=("on se parle",)))
    return planned, author, other


def read_by_all(house: House, staff: Visitor) -> None:
    """A window of reading that is over."""
    staff.open("/experiments/1/reading")
    staff.send("/experiments/1/reading", days="14")
    staff.send("/experiments/1/reading/end", why="Lu ensemble")


def publish(staff: Visitor, why: str = "") -> None:
    """Validate, then publish."""
    staff.open(PUBLICATION)
    staff.send(f"{PUBLICATION}/validate")
    staff.send(f"{PUBLICATION}/publish", why=why)


def page(staff: Visitor, **asked: str) -> str:
    """A document as a web page."""
    query = "&".join(f"{name}={value}" for name, value in {"document": "research", "language": "fr", **asked}.items())
    return " ".join(staff.client.get(f"/experiments/1/documents/dossier.html?{query}").text.split())


def withdraw(author: Author) -> None:
    """Take back everything, on the page of the code."""
    author.browser.open(f"{author.page}/withdraw/everything")
    author.browser.send()


def sealed_by_the_rule_of_before(house: House) -> None:
    """What an upgrade finds: the same content, under digests that a field added since has made worthless."""
    with house.doors.database.writing() as connection:
        for table in ("dossier_versions", "validations"):
            connection.exec_driver_sql(f"update {table} set digest = '{'f' * 64}'")


def test_each_step_waits_for_the_one_before_and_a_version_stays_what_it_was(fresh_house: House) -> None:
    staff = fresh_house.staff()
    staff.open(PUBLICATION)
    assert "n'ont pas pu le lire" in staff.words.replace("’", "'")
    assert f"{PUBLICATION}/validate" not in staff.page.text
    told(fresh_house)
    staff.open("/experiments/1/reading")
    staff.send("/experiments/1/reading", days="14")
    staff.open(PUBLICATION)
    assert f"{PUBLICATION}/validate" not in staff.page.text, "they are reading it"
    token = staff.forms()[0].fields["csrf_token"]
    for step in ("validate", "publish"):
        staff.client.post(f"{PUBLICATION}/{step}", data={"csrf_token": token, "why": "x"})
    assert versions.newest(fresh_house.doors.database, 1) is None
    staff.open("/experiments/1/reading")
    staff.send("/experiments/1/reading/end", why="Lu ensemble")
    staff.open(PUBLICATION)
    assert "réserves" in staff.words, "the opinion of the council is in sight"
    publish(staff)
    first = versions.newest(fresh_house.doors.database, 1)
    assert first is not None
    assert (first.number, first.cause, len(first.digest)) == (1, "published", 64)
    assert "publié, version 1" in page(staff)
    sealed_by_the_rule_of_before(fresh_house)
    staff.open(PUBLICATION)
    assert f"{PUBLICATION}/validate" not in staff.page.text, "nobody touched it"
    assert versions.newest(fresh_house.doors.database, 1) == first
    validation = versions.validation_of(fresh_house.doors.database, 1)
    assert validation is not None
    assert validation.digest == first.digest
    sealed_by_the_rule_of_before(fresh_house)
    staff.open("/experiments/1/texts/success?language=fr")
    staff.send(body="Le café, toujours.")
    assert "Le café, toujours." not in page(staff), "what is published stays"
    draft = page(staff, which="draft")
    assert "Le café, toujours." in draft
    assert "brouillon, version 2" in draft
    revisits.add(
        fresh_house.doors.database, 1, Revisit(date(2026, 11, 20), "Le trampoline tient.", 1, first.made_at + 1)
    )
    staff.open(PUBLICATION)
    staff.send(f"{PUBLICATION}/validate")
    assert "Modifié après la revisite." in staff.page.text, "why, as one may leave it"
    staff.send(f"{PUBLICATION}/publish", why="")
    assert staff.page.status_code == 422
    staff.send(f"{PUBLICATION}/publish", why="Modifié après la revisite.")
    second = page(staff)
    assert "publié, version 2" in second
    assert "Modifié après la revisite." in second
    assert "Le trampoline tient." in second
    assert [each.frozen != "" for each in versions.of_experiment(fresh_house.doors.database, 1)] == [False, True]
    assert "réserves" in second


def test_words_withdrawn_after_publication_are_found_nowhere(
    kept: tuple[House, Path], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", logger="facilitation")
    house, file = kept
    planned, author, other = told(house, f"Quelqu'un a dit : {SECRET}.")
    database, staff = house.doors.database, house.staff()
    quoted = "Quelqu'un a écrit : « un TRAMPOLINE planté, dans la cour, nous ferait… respirer », et d'autres aussi."
    texts.save(database, Place(1, "success", "fr"), "Une version d'avant, « " + SECRET + " ».", 1, 2, 9)
    texts.save(database, Place(1, "success", "fr"), "Sans rien de tel.", 2, 3, 9)
    texts.save(database, Place(1, "key-moments", "fr"), quoted, 1, 2, 9)
    learnings.add(database, 1, LearningFacts("Il faut de l'ombre.", observed=quoted, why="x"), 1, 9)
    learnings.validate(database, 2, 1, 9)
    council.comment(database, 1, "D9", f"Pourquoi « {SECRET} » ?", 1, 9)
    commitments.add(database, 1, Promise("Association des exemples", quoted), 1, 9)
    read_by_all(house, staff)
    publish(staff)
    before = made(staff, document="research", language="fr", rendering="diffusion", archival="yes")
    assert "trampoline" in before
    held = holding(house, staff, planned, file)
    for place in SEARCHED:
        assert any(re.search(place, name) for name in held), f"nothing is searched in {place}"
    withdraw(author)
    assert staff.client.get("/experiments/1/documents/dossier.pdf").status_code == 302, "gone before it was answered"
    wait_for_notes(planned)
    last = versions.newest(database, 1)
    assert last is not None
    assert (last.number, last.cause, last.times) == (2, "withdrawal", 1)
    after = made(staff, document="research", language="fr", archival="yes")
    note = "une contribution a été retirée à la demande de la personne qui l'a écrite"
    assert note in after.lower().replace("’", "'")
    assert "Cette version remplace les précédentes" in after
    assert "publié, version 2" in after
    assert "[mots retirés]" in after
    assert BESIDE in after, "what others wrote stays"
    assert "trampoline" not in caplog.text.lower()
    assert "trampoline" not in other.browser.open(f"/s/{planned.id}/phone/documents").text.lower()
    assert holding(house, staff, planned, file) == {}
    assert len(texts.history(database, Place(1, "success", "fr"))) == 1, "former versions held them"


SEARCHED = (
    r"dossier\.pdf > text",
    r"dossier\.pdf > attached .*json",
    r"dossier\.pdf > attached .*csv",
    r"dossier\.html\?.*document=slides",
    r"dossier\.md",
    r"archive\.zip > sessions/.*words",
    r"archive\.zip > records/texts",
    r"data\.xlsx.* > xl/",
    r"data\.json",
    r"table-contributions\.csv",
    r"site > .*\.html",
    r"site > .*\.json",
    r"/experiments/1/analysis$",
    r"/experiments/1/texts/success",
    r"/experiments/1/dossier$",
    r"/experiments/1/writing/paper/",
    r"/experiments/1/following$",
    r"/sessions/.*/journal$",
    r"/sessions/.*/outcome\.json",
    r"console/documents",
    r"disk > house\.db",
    r"disk > .*\.pdf > text",
)
"""Places where the search must find words while they stand: whatever it cannot see there, it would not miss later."""


def holding(house: House, staff: Visitor, planned: Planned, file: Path) -> dict[str, str]:
    """Every place that holds the words, with what stands around them."""
    staff.open("/experiments/1/documents")
    staff.send("/experiments/1/documents/archive")
    followed(staff, "/experiments/1/documents/archive/progress.json")
    everything = (*everywhere.pages(house, staff, planned), *everywhere.site(house), *everywhere.disk(house, file))
    assert len(everything) > 150
    found = {}
    for name, said in everything:
        at = said.lower().find("trampoline")
        if at >= 0:
            found[name] = said[max(0, at - 200) : at + 200]
    return found


def wait_for_notes(planned: Planned) -> None:
    """Wait until what was noted in the session is followed, too: that is carried out right after."""
    deadline = time.monotonic() + 240
    while SECRET in next(iter(planned.state.notes.values())).text:
        assert time.monotonic() < deadline, "a note of the team keeps withdrawn words"
        time.sleep(0.01)


def test_where_a_gap_is_left_is_listed_until_it_is_mended_and_copies_are_to_be_replaced(fresh_house: House) -> None:
    _, author, other = told(fresh_house)
    database, staff = fresh_house.doors.database, fresh_house.staff()
    texts.save(database, Place(1, "success", "fr"), f"On a dit : {SECRET}.", 1, 2, 9)
    learnings.change(database, 1, LearningFacts("On entre.", observed=f"« {BESIDE} »", why="x"), 1, 9)
    read_by_all(fresh_house, staff)
    publish(staff)
    withdraw(author)
    withdraw(other)
    last = versions.newest(database, 1)
    assert last is not None
    assert (last.number, last.times) == (2, 2), "nobody had taken version 2 out of the house"
    staff.open("/experiments/1/documents")
    assert "Les copies que vous avez remises" in staff.words
    assert "/experiments/1/texts/success?language=fr" in staff.links()
    assert "/experiments/1/learnings/1" in staff.links()
    staff.open("/experiments/1/texts/success?language=fr")
    assert "On a dit : [mots retirés]." in staff.page.text
    staff.send(body="On a parlé d'ombre.")
    staff.open(PUBLICATION)
    assert "/experiments/1/texts/success?language=fr" not in staff.links()
    staff.send(f"{PUBLICATION}/replaced")
    staff.open("/experiments/1/documents")
    assert "Les copies que vous avez remises" not in staff.words
    page(staff)
    fresh_house.later(1000)
    third = fresh_house.visitor()
    third.open("/ticket")
    third.send("/ticket", code=other.slip)
    third.send(f"{other.page}/consents", report="yes") if f"{other.page}/consents" in third.page.text else None


def test_a_consent_that_changes_makes_a_version_and_the_words_go_with_it(fresh_house: House) -> None:
    _, author, _ = told(fresh_house)
    staff = fresh_house.staff()
    read_by_all(fresh_house, staff)
    publish(staff)
    assert "trampoline" in page(staff, rendering="diffusion")
    author.browser.open(author.page)
    author.browser.send(f"{author.page}/consents", drop=("publication",))
    said = page(staff, rendering="diffusion")
    assert "trampoline" not in said
    assert "publié, version 2" in said
    assert "trampoline" in page(staff)


def test_what_somebody_else_still_says_stays(fresh_house: House) -> None:
    planned = fresh_house.plan()
    planned.say(OpenDoor())
    one, two = Author(planned), Author(planned)
    planned.go_on()
    for author in (one, two):
        author.posts(SECRET)
    database = fresh_house.doors.database
    texts.save(database, Place(1, "success", "fr"), f"« {SECRET} », ont dit deux personnes.", 0, 1, 5)
    withdraw(one)
    assert SECRET in texts.read(database, Place(1, "success", "fr")).body
    withdraw(two)
    assert texts.read(database, Place(1, "success", "fr")).body == "« [mots retirés] », ont dit deux personnes."
