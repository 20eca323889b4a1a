"""The team's story, through the real forms: from the printed link to the downloads."""

import csv
import io
import json
import re
import time
from datetime import date
from fractions import Fraction

import pytest
from pdfminer.high_level import extract_text

from facilitation.domain.commands import Advance, By, CloseSession, OpenDoor, PostCard
from facilitation.domain.format import Text
from facilitation.records import experiments, export_journal, live_sessions, sites
from facilitation.web import limits
from tests.web.conftest import ANA, PASSWORD, House
from tests.web.visitor import Visitor


def test_the_whole_story(fresh_house: House) -> None:
    ana = fresh_house.visitor()
    ana.open(f"/sign-in/{fresh_house.token()}")
    assert "Choisissez comment vous vous connecterez" in ana.words
    ana.send(login="Ana", password=PASSWORD)
    assert ana.at == "/staff"
    assert "Démonstration" in ana.words

    ana.open("/experiments/new")
    ana.send(
        title="Oser parler",
        question="Qu'est-ce qui aide ?",
        hypothesis_if="on écrit d'abord",
        hypothesis_then="on ose parler",
        hypothesis_because="les mots sont prêts",
        theme="Parole",
        site="new",
        new_name="Maison de quartier",
        new_place="association",
        new_connectivity="weak",
    )
    assert re.fullmatch(r"/experiments/\d+", ana.at)
    assert "Si on écrit d'abord alors on ose parler parce que les mots sont prêts" in ana.words
    assert "Maison de quartier" in ana.words

    ana.open(f"{ana.at}/sessions/new")
    assert "1-2-4-Tous" in ana.words
    assert "environ 12 minutes" in ana.words
    ana.open(next(link for link in ana.links() if "format=one-two-four-all" in link))
    ana.send(
        title="Séance du matin",
        locale="fr",
        planned_on="2026-12-01",
        setting_question="Comment oser ?",
        minutes_alone="4",
    )
    assert ana.at.startswith("/sessions/")
    session = ana.at.removeprefix("/sessions/")
    state = fresh_house.desk.session(session)
    assert state.title == "Séance du matin"
    assert state.settings["question"] == Text.same("Comment oser ?")
    assert [step.seconds for step in state.plan][:2] == [240, 120]
    header = live_sessions.find(fresh_house.doors.database, session)
    assert header is not None
    assert header.planned_on == date(2026, 12, 1)
    assert f"{header.code[:4]}-{header.code[4:]}" in ana.words
    assert "porte fermée" in ana.words

    for page in (f"/s/{session}/console", f"/s/{session}/screen", f"/s/{session}/qr.svg"):
        assert ana.client.get(page).status_code == 200


def test_signing_in_again_with_name_and_password(fresh_house: House) -> None:
    _choose(fresh_house)
    ana = fresh_house.visitor()
    ana.open("/sites")
    assert ana.at == "/sign-in"
    ana.send(login=" ANA ", password=PASSWORD)
    assert ana.at == "/sites"
    ana.open("/staff")
    out = next(form for form in ana.forms() if form.action == "/sign-out")
    ana.client.post("/sign-out", data=out.fields)
    assert ana.client.get("/staff").status_code == 302


@pytest.mark.parametrize(("locale", "words"), [("fr", "ne vont pas ensemble"), ("en", "do not fit together")])
def test_a_wrong_password_and_an_unknown_name_are_answered_alike(fresh_house: House, locale: str, words: str) -> None:
    _choose(fresh_house)
    answers = []
    for login in ("ana", "nobody"):
        visitor = fresh_house.visitor(locale)
        visitor.open("/sign-in")
        visitor.send(login=login, password="not the password")
        assert visitor.page.status_code == 422
        assert words in visitor.words
        answers.append(visitor.words)
    assert answers[0] == answers[1]


def test_guessing_passwords_locks_one_name_and_not_the_others(
    fresh_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(limits.CEILINGS, "password", limits.parse("2 per 5 minutes"))
    _choose(fresh_house)
    guesser = fresh_house.visitor()
    for expected in (422, 422, 429):
        guesser.open("/sign-in")
        guesser.send(login="bruno", password="a guess")
        assert guesser.page.status_code == expected
    ana = fresh_house.visitor()
    ana.open("/sign-in")
    ana.send(login="ana", password=PASSWORD)
    assert ana.at == "/staff"


@pytest.mark.parametrize(
    "target", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "/\t/x"]
)
def test_signing_in_never_leads_to_another_site(fresh_house: House, target: str) -> None:
    _choose(fresh_house)
    visitor = fresh_house.visitor()
    visitor.open("/sign-in", query_string={"next": target})
    visitor.send(login="ana", password=PASSWORD)
    assert visitor.at == "/staff"


@pytest.mark.parametrize(
    ("field", "value"), [("password", "short"), ("password", ""), ("login", " "), ("login", "x" * 99)]
)
def test_a_link_is_not_used_up_by_a_mistake(fresh_house: House, field: str, value: str) -> None:
    visitor = fresh_house.visitor()
    visitor.open(f"/sign-in/{fresh_house.token()}")
    visitor.send(**{"login": "ana", "password": PASSWORD, field: value})
    assert visitor.page.status_code == 422
    assert 'aria-invalid="true"' in visitor.page.text
    visitor.send(login="ana", password=PASSWORD)
    assert visitor.at == "/staff"


def test_a_link_works_once_and_for_a_day(fresh_house: House) -> None:
    token = fresh_house.token()
    first, second = fresh_house.visitor(), fresh_house.visitor()
    for visitor in (first, second):
        visitor.open(f"/sign-in/{token}")
    first.send(later="1")
    assert first.at == "/staff"
    second.send(login="intruder", password=PASSWORD)
    assert second.page.status_code == 410
    assert "ne sert plus" in second.words
    late = fresh_house.token()
    fresh_house.later(25 * 60 * 60 * 1000)
    second.open(f"/sign-in/{late}")
    assert second.page.status_code == 410


def test_the_team_grows_by_links(fresh_house: House) -> None:
    admin = fresh_house.staff()
    admin.open("/accounts")
    admin.send("/accounts", login="bruno", role="facilitator")
    link = re.search(r"<code>http://[^/]+(/sign-in/[^<]+)</code>", admin.page.text)
    assert link is not None
    admin.open("/accounts")
    assert "/sign-in/" not in admin.page.text.replace('action="/sign-in', "")
    admin.send("/accounts", login="BRUNO", role="facilitator")
    assert admin.page.status_code == 422
    bruno = fresh_house.visitor()
    bruno.open(link.group(1))
    bruno.send(password=PASSWORD)
    assert bruno.at == "/staff"
    assert "bruno" in bruno.words
    assert bruno.open("/accounts").status_code == 404
    admin.open("/accounts")
    admin.send("/accounts/2/link")
    assert "bruno" in admin.words
    assert admin.client.post("/accounts/99/link", data={"csrf_token": _token(admin)}).status_code == 404


@pytest.mark.parametrize(
    ("filled", "words"),
    [
        ({"title": ""}, "À remplir"),
        ({"title": "x" * 201}, "Au plus 200 caractères"),
        ({"site": "new", "new_name": ""}, "Donnez un nom"),
        ({"question": "y" * 2001}, "Au plus 2000 caractères"),
        ({"site": "12345"}, ""),
        ({"status": "nonsense"}, ""),
    ],
)
def test_an_experiment_with_a_mistake_keeps_what_was_typed(house: House, filled: dict[str, str], words: str) -> None:
    staff = house.staff()
    before = len(experiments.everything(house.doors.database))
    staff.open("/experiments/new")
    staff.send(**{"title": "Un titre gardé", "hypothesis_if": "une hypothèse gardée", **filled})
    assert staff.page.status_code == 422
    assert words in staff.words
    assert "une hypothèse gardée" in staff.page.text
    assert "Rien n’est perdu" in staff.words
    assert len(experiments.everything(house.doors.database)) == before


def test_an_experiment_is_changed(house: House) -> None:
    staff = house.staff()
    staff.open("/experiments/new")
    staff.send(title="Avant", site="", question="<script>alert(1)</script>")
    page = staff.at
    assert "<script>alert(1)" not in staff.page.text
    staff.open(f"{page}/edit")
    staff.send(title="Après", status="finished")
    assert staff.at == page
    assert "Après" in staff.words
    assert "Terminée" in staff.words


def test_a_site_is_described_and_changed(house: House) -> None:
    staff = house.staff()
    staff.open("/sites/new")
    staff.send(name="")
    assert staff.page.status_code == 422
    staff.send(name="Salle polyvalente", place="prison", connectivity="none", drop=("phones_allowed",))
    staff.open("/sites")
    assert "Salle polyvalente" in staff.words
    assert "sans téléphone" in staff.words
    found = next(site for site in sites.everywhere(house.doors.database) if site.facts.name == "Salle polyvalente")
    assert found.facts.phones_allowed is False
    staff.open(f"/sites/{found.id}")
    staff.send(notes="Entrée par la cour")
    assert "Entrée par la cour" in staff.words
    assert staff.open("/sites/999").status_code == 404


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("title", ""),
        ("planned_on", "not a date"),
        ("setting_group_size", "many"),
        ("setting_group_size", "1000000"),
        ("minutes_contribution", "0"),
        ("minutes_contribution", "481"),
        ("minutes_contribution", "ten"),
        ("minutes_contribution", "1.5"),
    ],
)
def test_a_plan_with_a_mistake_says_so_beside_the_field(house: House, field: str, typed: str) -> None:
    staff = house.staff()
    staff.open("/experiments/1/sessions/new?format=public-goods")
    known = {name for form in staff.forms() for name in form.fields}
    name = field if field in known else _like(field, known)
    staff.send(**{"title": "Un titre gardé", name: typed})
    assert staff.page.status_code == 422, staff.words
    assert f'id="{name}-error"' in staff.page.text
    kept = next(form for form in staff.forms() if name in form.fields)
    if name != "title":
        assert kept.fields["title"] == "Un titre gardé"
        assert kept.fields[name] == typed


def test_settings_are_read_as_french_people_write_numbers(house: House) -> None:
    planned = house.plan("public-goods", setting_multiplier="1,5")
    assert planned.state.settings["multiplier"] == Fraction(3, 2)


def test_a_format_that_is_not_there(house: House) -> None:
    staff = house.staff()
    assert staff.open("/experiments/1/sessions/new?format=nothing").status_code == 404
    assert staff.open("/experiments/999/sessions/new").status_code == 404
    assert staff.open("/formats/nothing").status_code == 404
    assert staff.open("/experiments/999").status_code == 404


def test_downloads(fresh_house: House) -> None:
    planned = fresh_house.plan()
    planned.say(OpenDoor())
    planned.join(report="yes")
    planned.go_on()
    person = planned.newest()
    planned.say(PostCard(planned.state.current or "", "ideas", "Un café à l'entrée"), by=By("participant", person))
    planned.say(Advance(planned.state.current), CloseSession())
    staff = fresh_house.staff()
    page = f"/sessions/{planned.id}/document"
    staff.open(page)
    assert staff.client.get(f"/sessions/{planned.id}/document.pdf").status_code == 302
    staff.send(language="en", rendering="diffusion")
    for _ in range(1200):
        told = staff.client.get(f"{page}/progress.json").get_json()
        if told["state"] in ("done", "failed"):
            break
        time.sleep(0.25)
    assert told["state"] == "done", told
    staff.open(page)
    assert "Le document est prêt" in staff.words
    pdf = staff.client.get(f"/sessions/{planned.id}/document.pdf")
    assert pdf.data.startswith(b"%PDF-")
    words = " ".join(extract_text(io.BytesIO(pdf.data)).split())
    assert "Hypothesis If chacun écrit d\u2019abord seul" in words, "a French session, an English document"
    assert "readers outside" in words
    assert "café" not in words, "its author did not agree to publication outside"
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert pdf.headers["Content-Disposition"].startswith("attachment")
    table = staff.client.get(f"/sessions/{planned.id}/contributions.csv")
    rows = list(csv.reader(io.StringIO(table.data.decode("utf-8-sig"))))
    assert any("Un café à l'entrée" in row for row in rows)
    whole = json.loads(staff.client.get(f"/sessions/{planned.id}/outcome.json").data)
    assert whole
    lines = export_journal.of_session(fresh_house.doors.database, planned.id)
    assert [line.what for line in lines] == ["json", "csv", "pdf"]
    staff.open(page)
    assert "JSON · admin" in staff.words


def test_progress_of_a_document_nobody_asked_for(house: House) -> None:
    planned = house.plan()
    staff = house.staff()
    told = staff.client.get(f"/sessions/{planned.id}/document/progress.json").get_json()
    assert told["state"] == "failed"


def test_the_status_follows_the_session(house: House) -> None:
    planned = house.plan()
    planned.say(OpenDoor())
    planned.join()
    planned.go_on()
    staff = house.staff()
    staff.open(f"/sessions/{planned.id}")
    assert "en cours" in staff.words
    assert "porte ouverte" in staff.words
    planned.say(CloseSession(), by=ANA)
    header = live_sessions.find(house.doors.database, planned.id)
    assert header is not None
    staff.open(f"/experiments/{header.experiment}")
    assert "terminée" in staff.words
    header = live_sessions.find(house.doors.database, planned.id)
    assert header is not None
    assert header.status == "closed"
    staff.open(f"/sessions/{planned.id}")
    assert planned.code not in staff.words


def test_the_demonstration_is_planned_once(fresh_house: House) -> None:
    staff = fresh_house.staff()
    staff.open("/experiments/1")
    assert len([link for link in staff.links() if link.startswith("/sessions/")]) == 1


def _choose(house: House) -> None:
    visitor = house.visitor()
    visitor.open(f"/sign-in/{house.token()}")
    visitor.send(login="ana", password=PASSWORD)
    assert visitor.at == "/staff"


def _token(visitor: Visitor) -> str:
    return next(form.fields["csrf_token"] for form in visitor.forms())


def _like(field: str, known: set[str]) -> str:
    """A field of the same sort: the names of settings and stages belong to the format."""
    prefix = field.split("_", 1)[0]
    return sorted(name for name in known if name.startswith(prefix))[0]
