"""What the team writes of an experiment, through the real forms."""

import re
from datetime import timedelta

import pytest

from facilitation.documentation.typography import day_of
from facilitation.domain.commands import CloseSession, OpenDoor
from facilitation.records import accounts, council, hypotheses, members, protocols, sign_in_links, texts
from facilitation.records.protocols import AskedTest, Instrument
from facilitation.records.texts import Place
from tests.web.conftest import House, Planned
from tests.web.test_documents import held
from tests.web.test_roles import signed_in
from tests.web.visitor import Visitor


@pytest.fixture(scope="module")
def experiment(house: House) -> str:
    """The page of an experiment with one hypothesis, none of whose sessions has begun."""
    staff = house.staff()
    staff.open("/experiments/new")
    staff.send(
        title="Oser parler",
        site="",
        hypothesis_if="on écrit",
        hypothesis_then="on ose",
        criteria="sept sur dix parlent",
        resources="une salle\n\n  deux heures ",
        revisit_on="2027-05-02",
    )
    return staff.at


def test_an_experiment_says_all_of_it(house: House, experiment: str) -> None:
    staff = house.staff()
    staff.open(experiment)
    for words in ("Si on écrit alors on ose", "Nous aurons raison si sept sur dix parlent", "2 mai 2027"):
        assert words in staff.words
    assert "<li>une salle</li><li>deux heures</li>" in staff.page.text


def test_a_hypothesis_is_written_and_changed_freely_before_the_launch(house: House, experiment: str) -> None:
    staff = house.staff()
    staff.open(f"{experiment}/hypotheses/new")
    staff.send(condition="on rit")
    assert staff.page.status_code == 422
    assert "on rit" in staff.page.text
    staff.send(condition="on rit", effect="on revient")
    link = [link for link in staff.links() if re.search(r"hypotheses/\d+$", link)][-1]
    staff.open(link)
    staff.send(effect="on reste")
    assert "Si on rit alors on reste" in staff.words
    staff.open(link)
    assert "on revient" in staff.words, "the wording before"
    staff.send(f"{link}/delete")
    assert "on reste" not in staff.words
    assert staff.open(link).status_code == 404
    assert staff.open(link.replace(experiment, "/experiments/1")).status_code == 404


def test_after_the_launch_a_change_says_why_and_is_dated(fresh_house: House) -> None:
    planned = begun(fresh_house)
    staff = fresh_house.staff()
    fresh_house.later(1000)
    staff.open("/experiments/1/hypotheses/1")
    assert "La première séance a commencé" in staff.words
    staff.send(effect="on rit")
    assert staff.page.status_code == 422
    assert "dites pourquoi" in staff.words
    staff.send(effect="on rit", why="la salle a proposé mieux")
    assert staff.at == "/experiments/1"
    assert "après la première séance" in staff.words
    staff.open("/experiments/1/hypotheses/1")
    assert "la salle a proposé mieux" in staff.words
    assert "davantage de personnes proposent des idées" in staff.words
    assert staff.client.post("/experiments/1/hypotheses/1/delete", data={"csrf_token": token(staff)}).status_code == 302
    assert hypotheses.find(fresh_house.doors.database, 1) is not None
    staff.open("/experiments/1/hypotheses/1/verdict")
    staff.send(words="sept sur douze")
    assert staff.page.status_code == 422
    staff.send(word="nuanced", words="sept sur douze")
    assert "Nuancée" in staff.words
    assert "sept sur douze" in staff.words
    assert planned.state.status == "running"


def test_two_writers_lose_nothing(house: House, experiment: str) -> None:
    ana, bruno = house.staff(), house.staff()
    for writer in (ana, bruno):
        writer.open(f"{experiment}/texts/problem")
    ana.send(body="Le texte d'Ana, **fort** <script>")
    assert ana.at == f"{experiment}/texts"
    assert "<script>" not in ana.page.text.replace('<script type="module"', "")
    bruno.send(body="Le texte de Bruno")
    assert bruno.page.status_code == 409
    assert "Le texte d'Ana, **fort** <script>" in bruno.words
    assert "Le texte de Bruno" in bruno.page.text
    bruno.send(body="Les deux")
    assert bruno.at == f"{experiment}/texts"
    bruno.open(f"{experiment}/texts/problem")
    assert "Les deux" in bruno.words
    assert bruno.open(f"{experiment}/texts/nothing").status_code == 404


def test_an_editor_saves_at_every_pause(house: House, experiment: str) -> None:
    staff = house.staff()
    page = f"{experiment}/texts/limits?language=en"
    staff.open(page)
    sent = {"csrf_token": token(staff), "body": "Few", "base": "0"}
    asked = {"headers": {"Accept": "application/json"}}
    assert staff.client.post(page, data=sent, **asked).get_json() == {"version": 1}
    assert staff.client.post(page, data={**sent, "body": "Few people", "base": "1"}, **asked).get_json() == {
        "version": 2
    }
    late = staff.client.post(page, data={**sent, "body": "Many"}, **asked)
    assert (late.status_code, late.get_json()) == (409, {"version": 2, "theirs": "Few people"})
    long = staff.client.post(page, data={**sent, "body": "x" * 20_001, "base": "2"}, **asked)
    assert long.status_code == 422
    assert "20000" in long.get_json()["message"].replace("\u202f", "")
    number = int(experiment.rsplit("/", 1)[1])
    assert texts.read(house.doors.database, Place(number, "limits", "en")).body == "Few people"
    assert texts.read(house.doors.database, Place(number, "limits", "fr")).version == 0


def begun(house: House) -> Planned:
    """A session of the first experiment whose first stage runs."""
    planned = house.plan()
    planned.say(OpenDoor())
    planned.join()
    planned.go_on()
    house.noted(planned.id, "started_at")
    return planned


def token(visitor: Visitor) -> str:
    return next(form.fields["csrf_token"] for form in visitor.forms())


def test_a_protocol_is_written_then_amended_with_a_reason(fresh_house: House) -> None:
    staff, session = fresh_house.staff(), fresh_house.plan()
    page = "/experiments/1/protocol/edit"
    staff.open(page)
    filled = {
        "purpose": "Comprendre ce qui aide",
        "collected": "Des cartes\nDes votes",
        "seen_by": "L'équipe",
        "basis": "consent",
        "controllers": "Association des exemples",
        "contact": "",
        "contributions_months": "12",
        "instruments-0-name": "Échelle courte",
        "instruments-0-status": "validated",
    }
    staff.send(**filled)
    assert staff.page.status_code == 422
    assert "Un instrument validé a une référence" in staff.words
    staff.send(**{"instruments-0-source": "Auteur 2020"})
    assert staff.at == "/experiments/1/protocol"
    assert "Il manque : Contact pour la protection des données" in staff.words
    assert "validé, avec sa référence" in staff.words
    session.say(OpenDoor())
    stranger = fresh_house.visitor()
    assert stranger.open(f"/j/{session.code}").status_code == 403
    assert stranger.open(f"/j/{session.code}/information").status_code == 404
    staff.open(page)
    staff.send(contact="dpo@example.com")
    assert staff.at == "/experiments/1/protocol"
    session.join()
    session.go_on()
    fresh_house.noted(session.id, "started_at")
    staff.open(page)
    staff.send(contact="dpo@example.org")
    assert staff.page.status_code == 422
    assert "dites pourquoi" in staff.words
    staff.send(why="l'adresse avait changé")
    assert "Version 2" in staff.words
    assert "l'adresse avait changé" in staff.words
    stranger.open(f"/j/{session.code}")
    link = next(link for link in stranger.links() if link.endswith("/information"))
    stranger.open(link)
    assert "dpo@example.org" in stranger.words
    number = re.search(r"Numéro de ce texte : (\w{12})", stranger.words)
    assert number is not None
    staff.open("/experiments/1/protocol/information")
    assert number.group(1) in staff.words
    assert stranger.open("/j/0000-0000/information").status_code == 404


def test_a_protocol_ties_instruments_to_questions_and_asks_for_tests_with_a_reason(fresh_house: House) -> None:
    staff, _ = fresh_house.staff(), fresh_house.plan("training-block")
    staff.open("/experiments/1/protocol/edit")
    assert "training-block/clear" in staff.words, "the questions of its sessions are listed"
    assert "training-block/clear_after" not in staff.words
    filled = {
        "instruments-0-name": "Auto-positionnement",
        "instruments-0-questions": "training-block/cleer\ntraining-block/whom",
        "tests-0-question": "training-block/whom",
        "tests-0-test": "signed-rank",
        "tests-0-between": "change",
    }
    staff.send(**filled)
    assert staff.page.status_code == 422
    said = staff.words.replace("\u00a0", " ")
    for words in (
        "de question « training-block/cleer »",
        "« training-block/clear » ?",
        "il n’y a que le test des signes",
        "Dites pourquoi",
    ):
        assert words in said, words
    staff.send(**{"instruments-0-questions": "training-block/clear", "tests-0-question": "training-block/questions"})
    assert "de question « training-block/questions »" in staff.words.replace("\u00a0", " ")
    staff.send(**{"tests-0-question": "training-block/clear", "tests-0-why": "C'est l'hypothèse."})
    assert staff.at == "/experiments/1/protocol"
    assert "test des rangs signés (Wilcoxon) – C'est l'hypothèse." in staff.words
    terms = protocols.history(fresh_house.doors.database, 1)[-1].terms
    assert terms.instruments == (Instrument("Auto-positionnement", questions=("training-block/clear",)),)
    assert terms.tests == (AskedTest("training-block/clear", "change", "signed-rank", "C'est l'hypothèse."),)


def test_an_edition_adds_up(fresh_house: House) -> None:
    staff = fresh_house.staff()
    staff.open("/programmes/new")
    staff.send(name="")
    assert staff.page.status_code == 422
    staff.send(name="Programme")
    staff.open("/programmes/1/editions/new")
    staff.send(name="2026", begins_on="2026-01-05", ends_on="2025-01-05")
    assert "La fin précède le début" in staff.words
    staff.send(ends_on="")
    assert "5 janvier 2026 – 4 octobre 2026" in staff.words
    staff.open("/experiments/1/edit")
    staff.send(edition="1")
    assert "Programme · 2026" in staff.words
    planned = begun(fresh_house)
    for _ in range(6):
        planned.join()
    planned.say(CloseSession())
    fresh_house.noted(planned.id, "closed_at")
    staff.open("/programmes/editions/1")
    assert "environ 5" in staff.words
    assert "1 sur 2" in staff.words
    assert "1 sans conclusion" in staff.words
    staff.open("/programmes/editions/1/partners")
    staff.send(name="Fondation des exemples", category="funder", role="funder")
    assert "Fondation des exemples" in staff.words
    staff.send("/programmes/editions/1/partners/1/delete")
    assert "Pas encore de structure" in staff.words


def test_what_was_promised_opens_the_next_session(fresh_house: House) -> None:
    staff = fresh_house.staff()
    page = "/experiments/1/following"
    staff.open(page)
    staff.send(f"{page}/commitments", structure="", what="Afficher")
    assert staff.page.status_code == 422
    staff.send(f"{page}/commitments", structure="Association", what="Afficher le plan", due_on="2027-01-05", session="")
    assert "Afficher le plan" in staff.words
    planned = fresh_house.plan()
    staff.open(f"/sessions/{planned.id}")
    assert "La dernière fois, nous avions dit… Association Afficher le plan d’ici le 5 janvier 2027" in staff.words
    staff.open(page)
    staff.send(f"{page}/commitments/1", state="kept", outcome="Fait le 3 janvier")
    assert "Fait le 3 janvier" in staff.words
    staff.open(f"/sessions/{planned.id}")
    assert "La dernière fois" not in staff.words
    staff.open(page)
    staff.send(f"{page}/revisits", done_on="2999-01-01", words="Demain")
    assert staff.page.status_code == 422
    staff.send(f"{page}/revisits", done_on="2026-03-01", words="Le plan est resté")
    staff.open("/experiments/1/dossier")
    assert "Revisite du 1 mars 2026 Le plan est resté" in staff.words


@pytest.mark.parametrize("how", ["ended", "left", "elsewhere"])
def test_whoever_lost_their_access_meanwhile_loses_none_of_their_words(fresh_house: House, how: str) -> None:
    database, page = fresh_house.doors.database, "/experiments/1/dossier"
    account = accounts.create(database, "conseil", None, "guest", 1)
    assert account
    members.admit(database, 1, account.id, "council", 1)
    reader = signed_in(fresh_house, account)
    reader.open(page)
    if how == "ended":
        accounts.set_role(database, account.id, "former")
    elif how == "left":
        members.dismiss(database, 1, account.id)
    else:
        for cookie in [each.key for each in reader.client._cookies.values()]:  # type: ignore[union-attr]
            reader.client.delete_cookie(cookie)
    said = "Une longue remarque, écrite\navec soin. </textarea><b>"
    reader.send(f"{page}/comments", part="D2", words=said)
    assert reader.page.status_code == {"ended": 401, "left": 404, "elsewhere": 400}[how]
    assert "copiez-le avant de quitter cette page" in reader.words
    assert how == "elsewhere" or "Rien n’a été enregistré" in reader.words
    assert "écrite\navec soin. &lt;/textarea&gt;&lt;b&gt;" in reader.page.text
    assert council.comments_on(database, 1) == ()


def test_the_council_reads_comments_and_advises(fresh_house: House) -> None:
    database = fresh_house.doors.database
    member = accounts.create(database, "conseil", None, "guest", 1)
    assert member
    members.admit(database, 1, member.id, "council", 1)
    reader = fresh_house.visitor()
    reader.open(f"/sign-in/{sign_in_links.make(database, fresh_house.doors.clock(), member.id)}")
    reader.send(later="1")
    page = "/experiments/1/dossier"
    reader.open(page)
    assert "davantage de personnes proposent" in reader.words
    reader.send(f"{page}/comments", part="D2", words="")
    assert reader.page.status_code == 422
    reader.send(f"{page}/comments", part="D2", words="Le critère se vérifie-t-il ? <b>")
    assert "Le critère se vérifie-t-il ? <b>" in reader.words
    reader.send(f"{page}/opinions", words="Sans case cochée")
    assert reader.page.status_code == 422
    assert "Sans case cochée" in reader.page.text
    assert f'id="opinion" action="{page}/opinions#opinion"' in reader.page.text, "back beside the form, not at the head"
    assert f'id="comment" action="{page}/comments#comment"' in reader.page.text
    reader.send(f"{page}/opinions", word="reservations", words="Un second groupe d'abord")
    assert "Favorable avec réserves Un second groupe d'abord" in reader.words
    assert "Traité" not in reader.words
    staff = fresh_house.staff()
    staff.open(page)
    assert f"{page}/opinions" not in [form.action for form in staff.forms()], "an administrator is no council"
    colleague = fresh_house.staff()
    colleague.open(page)
    staff.send(f"{page}/comments/1/answered", words="Oui : <b>voir D5</b>.")
    assert "traité par admin" in staff.words
    colleague.send(f"{page}/comments/1/answered", words="Non.")
    assert "Quelqu’un a répondu à ce commentaire entre-temps" in colleague.words
    reader.open(page)
    assert re.search(r"Réponse de l’équipe, .{10,20} Oui : <b>voir D5</b>\.", reader.words.replace("\u00a0", " "))
    assert "Non." not in reader.words
    assert "<b>voir" not in reader.page.text
    assert f"{page}/comments/1/answered" not in [form.action for form in reader.forms()]
    reader.send(f"{page}/comments", part="D3", words="Et le second groupe ?")
    staff.open("/experiments/1/writing?part=D3")
    assert "Et le second groupe ?" in staff.words
    staff.send(f"{page}/comments/2/answered", words="Il vient en mars.")
    assert "Il vient en mars." in staff.words, "answered where one writes, too"
    members.dismiss(database, 1, member.id)
    assert reader.open(page).status_code == 404
    staff.open(page)
    assert "conseil" in staff.words, "what was said stays"


def test_a_revisit_is_remarked_and_is_listed_when_its_day_has_come(fresh_house: House) -> None:
    held(fresh_house)
    staff, today = fresh_house.staff(), day_of(fresh_house.doors.clock())
    for days, said in ((20, "Moins de trois mois après la dernière séance"), (800, "Plus de vingt-quatre mois")):
        staff.open("/experiments/1/edit")
        staff.send(revisit_on=(today + timedelta(days=days)).isoformat())
        assert staff.at == "/experiments/1", "a remark, and kept all the same"
        assert said in staff.words
    staff.open("/experiments/1/edit")
    staff.send(revisit_on=(today + timedelta(days=100)).isoformat())
    assert "mois après la dernière séance" not in staff.words
    assert "Revisites à faire" not in staff.open("/staff").text
    fresh_house.later(101 * 24 * 60 * 60 * 1000)
    staff = fresh_house.staff()
    staff.open("/staff")
    assert "Revisites à faire" in staff.words
    assert "/experiments/1/following#revisits" in staff.links()
    staff.open("/experiments/1")
    assert "à faire" in staff.words
    staff.open("/experiments/1/following")
    done = (today + timedelta(days=99)).isoformat()
    staff.send("/experiments/1/following/revisits", done_on=done, words="Le plan est resté.")
    assert "Revisites à faire" not in staff.open("/staff").text
    assert "à faire" not in staff.open("/experiments/1").text
