"""Passages a person must read again: nearly what somebody took back, and copied from who did not agree to it."""

from dataclasses import fields, replace
from datetime import date
from unittest.mock import patch

import pytest
from sqlalchemy import update

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.quoting import contributions_of
from facilitation.domain.commands import By, OpenDoor, PostCard
from facilitation.projections.outcome import outcome
from facilitation.records import (
    checklist,
    clearances,
    codings,
    experiments,
    hypotheses,
    learnings,
    protocols,
    sites,
    texts,
    themes,
    withdrawn,
)
from facilitation.records.checklist import Settled
from facilitation.records.clearances import Clearance
from facilitation.records.learnings import LearningFacts
from facilitation.records.live_sessions import live_sessions
from facilitation.records.protocols import AskedTest
from facilitation.records.reading import windows
from facilitation.records.sites import SiteFacts
from facilitation.records.texts import Place
from facilitation.records.themes import ThemeFacts
from facilitation.web.documents.unagreed import AS_IT_IS, WRITTEN
from tests.web.conftest import House
from tests.web.test_own import Author
from tests.web.test_publishing import BESIDE, DAY, PUBLICATION, SECRET, page, told, withdraw
from tests.web.test_sites import TERMS
from tests.web.visitor import Visitor

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
    protocols.save(database, 1, replace(TERMS, purpose=f"Comprendre ceci : {SECRET}."), "", 1, 9, launched=True)
    assert "trampoline" in page(staff, rendering="diffusion")
    changed(author, dropped)
    gap = "[mots non reproduits]"
    outside, those = page(staff, rendering="diffusion"), page(staff)
    assert f"On a dit : {gap}." in outside
    assert f"Comprendre ceci : {gap}." in outside
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


def test_nothing_of_a_dossier_is_left_out_of_the_search_but_for_a_reason() -> None:
    names = [each.name for each in fields(Dossier)]
    assert sorted([*WRITTEN, *AS_IT_IS]) == sorted(names), "written freely by the team, or of another kind: which?"
    assert all(AS_IT_IS.values())


def test_copies_in_the_card_and_around_the_photos_and_the_reading_are_not_printed(fresh_house: House) -> None:
    _, author, _ = told(fresh_house)
    database, staff = fresh_house.doors.database, fresh_house.staff()
    site = sites.add(database, SiteFacts("Salle", notes=f"Ici, {SECRET}."))
    checklist.settle(database, site, "minors", Settled("waived", f"Vu {SECRET}", "la direction", None, 1, 5))
    found = experiments.find(database, 1)
    assert found
    experiments.change(database, 1, replace(found.facts, site=site, theme=SECRET, keywords=(SECRET, "accueil")))
    clearances.give(
        database, 1, Clearance(f"Sauf {SECRET}", f"Qui dit {SECRET}", date(2026, 11, 1), date(2026, 12, 1)), 1, 9
    )
    now = fresh_house.doors.clock()
    windows.begin(database, 1, now + DAY, 1, now)
    window = windows.open_now(database, 1, now)
    assert window
    windows.move(database, window, now + 1, f"Car {SECRET}", now)
    assert page(staff, rendering="diffusion", which="draft").count(SECRET) > 5
    changed(author, "quotation")
    for rendering in ("restitution", "diffusion"):
        left = page(staff, rendering=rendering, which="draft").count(SECRET)
        assert left == 1, "the contribution itself, among all that was written"


def test_the_record_of_a_session_does_not_print_them_either(fresh_house: House) -> None:
    planned, author, _ = told(fresh_house)
    one, staff = hypotheses.of_experiment(fresh_house.doors.database, 1)[0], fresh_house.staff()
    copied = replace(one.newest.wording, condition=f"l'on dit « {SECRET} »")
    hypotheses.change(fresh_house.doors.database, one.id, copied, "précision", 1, 1)
    changed(author, "publication")
    assert SECRET in record(fresh_house, staff, planned.id, "restitution")
    assert SECRET not in record(fresh_house, staff, planned.id, "diffusion")


def record(house: House, staff: Visitor, session: str, rendering: str) -> str:
    """The hypotheses that the press is given with the record of a session."""
    staff.open(PUBLICATION)
    asked = {"csrf_token": staff.forms()[0].fields["csrf_token"], "rendering": rendering}
    with patch.object(house.doors.press, "start", return_value="") as started:
        assert staff.client.post(f"/sessions/{session}/document", data=asked).status_code == 302
    return str(started.call_args.args[3].hypothesis)


def test_withdrawn_words_leave_the_protocol_and_every_wording_has_its_place(fresh_house: House) -> None:
    _, author, _ = told(fresh_house)
    database, staff = fresh_house.doors.database, fresh_house.staff()
    kept = protocols.of_experiment(database, 1)
    assert kept is not None
    asked = (AskedTest("one-two-four-all/how", "sessions", "sign", f"On a dit : {SECRET}."),)
    instrument = replace(kept.newest.terms.instruments[0], source=f"D'après « {SECRET} »")
    terms = replace(kept.newest.terms, purpose=f"Vérifier : {SECRET}.", instruments=(instrument,), tests=asked)
    protocols.save(database, 1, terms, f"Ajouté : {SECRET}.", 1, 20, launched=True)
    protocols.save(database, 1, replace(terms, invited=NEARLY), f"Et {SECRET}.", 1, 21, launched=True)
    one = hypotheses.of_experiment(database, 1)[0]
    for words in (f"avant, {NEARLY}", f"après, {NEARLY}"):
        hypotheses.change(database, one.id, replace(one.newest.wording, condition=words), "précision", 1, 22)
    withdraw(author)
    versions = protocols.history(database, 1)
    assert SECRET not in str(versions)
    assert [each.why for each in versions[1:]] == ["Ajouté : [mots retirés].", "Et [mots retirés]."]
    waiting = withdrawn.to_reread(database, 1)
    assert {each.sentence for each in waiting} >= {NEARLY, f"avant, {NEARLY}", f"après, {NEARLY}"}
    staff.open(PUBLICATION)
    assert f"avant, {NEARLY}" in staff.words
    assert {"/experiments/1/protocol/edit", f"/experiments/1/hypotheses/{one.id}"} <= set(staff.links())
    mended = replace(terms, purpose="Vérifier.", instruments=(), tests=())
    protocols.save(database, 1, mended, "Écrit de nouveau.", 1, 23, launched=True)
    assert not [each for each in withdrawn.to_mend(database, 1) if each.kind == "protocol"], "former ones stay"


def test_a_copy_hides_behind_no_sign_nor_column_nor_language(fresh_house: House) -> None:
    planned, author, _ = told(fresh_house)
    database = fresh_house.doors.database
    kept = protocols.of_experiment(database, 1)
    assert kept is not None
    hidden = SECRET.replace("a", "a\u00ad").replace(" ", "\u00a0").upper()
    named = replace(kept.newest.terms.instruments[0], name=f"Échelle {hidden}", asked=f"Après {hidden}")
    terms = replace(kept.newest.terms, instruments=(named,), contact=f"{hidden} {'z' * 150}")
    protocols.save(database, 1, terms, "why", 1, 20, launched=True)
    with database.writing() as connection:
        connection.execute(update(live_sessions).where(live_sessions.c.id == planned.id).values(locale="en"))
    withdraw(author)
    after = protocols.history(database, 1)[-1].terms
    assert after.instruments[0].name == "Échelle [words withdrawn]"
    assert after.instruments[0].asked == "Après [words withdrawn]"
    assert after.contact.startswith("[words withdrawn] z")


def test_a_mark_never_makes_a_text_longer_than_its_column(fresh_house: House) -> None:
    planned, _, _ = told(fresh_house)
    database = fresh_house.doors.database
    kept = protocols.of_experiment(database, 1)
    assert kept is not None
    for words, left in (("y " * 95 + "« a b c »", "[retiré]"), ("y " * 97 + "a b c", "[retir")):
        instrument = replace(kept.newest.terms.instruments[0], name=words)
        protocols.save(database, 1, replace(kept.newest.terms, instruments=(instrument,)), "why", 1, 20, launched=True)
        withdrawn.follow(database, planned.id, ["a b c"], 21)
        name = protocols.history(database, 1)[-1].terms.instruments[0].name
        assert len(name) <= 200
        assert left in name
        assert "a b c" not in name


def test_a_theme_is_not_printed_under_the_few_words_of_somebody_who_did_not_agree(fresh_house: House) -> None:
    planned, database = fresh_house.plan(), fresh_house.doors.database
    planned.say(OpenDoor())
    for _ in range(2):
        planned.join(report="yes")
        writer = By("participant", planned.newest())
        if planned.state.started_at is None:
            planned.go_on()
        said = "Peur des surveillants" if len(planned.state.people) == 1 else "Le bruit"
        planned.say(PostCard(planned.state.current or "", "ideas", said), by=writer)
    given = ("Peur des surveillants", "La peur des surveillants, la nuit", "Le bruit", "Peur de parler")
    seen = [themes.add(database, 1, ThemeFacts(name, "Ce qui est dit."), 1, 14) for name in given]
    codings.code(database, 1, next(iter(contributions_of(outcome(planned.state)))), 1, seen, 15)
    told_there = fresh_house.staff().client.get("/experiments/1/documents/data.json?language=fr").get_json()
    names = [one["name"] for one in told_there["dossier"]["themes"]["rows"]]
    assert sorted(names) == ["La [mots non reproduits], la nuit", "Le bruit", "Peur de parler", "[mots non reproduits]"]
