"""The editor beside the paper through the real doors: what it draws, what it offers to cite, who may do what."""

import pytest

from facilitation.records import texts
from tests.web.conftest import House
from tests.web.test_documents import held
from tests.web.test_observing import as_member


def test_a_part_is_drawn_as_it_prints_and_can_do_nothing(fresh_house: House) -> None:
    held(fresh_house)
    staff = fresh_house.staff()
    staff.open("/experiments/1/texts/problem")
    staff.send(body="La sortie se prépare **trop tard**. <script>alert(1)</script>")
    drawn = staff.client.get("/experiments/1/writing/paper/D2?language=fr")
    assert "<strong>trop tard</strong>" in drawn.text
    assert "<script" not in drawn.text
    assert drawn.headers["Content-Security-Policy"].startswith("default-src 'none';")
    assert "frame-ancestors 'self'" in drawn.headers["Content-Security-Policy"]
    assert "Ce que nous avons fait" not in drawn.text, "nothing of the other parts"
    assert "app:fonts" not in drawn.text
    assert "Carte d'identité" in staff.client.get("/experiments/1/writing/paper/D0").text.replace("’", "'")
    assert "n’imprime pas encore" in staff.client.get("/experiments/1/writing/paper/D1bis?language=fr").text
    assert staff.client.get("/experiments/1/writing/paper/D99").status_code == 404


@pytest.mark.parametrize("report", ["yes", "no"])
def test_only_what_may_be_reproduced_is_offered(fresh_house: House, report: str) -> None:
    held(fresh_house, report)
    offered = fresh_house.staff().client.get("/experiments/1/writing/offered.json").get_json()
    assert [one["words"] for one in offered["words"]] == (["Un café à l'entrée"] if report == "yes" else [])
    assert all(set(one) <= {"ref", "session", "said", "words", "note"} for one in offered["words"])


def test_whoever_may_not_write_reads_and_comments(fresh_house: House) -> None:
    staff = fresh_house.staff()
    staff.open("/experiments/1/texts/problem")
    staff.send(body="Trop tard.")
    council = as_member(fresh_house, "council")
    council.open("/experiments/1/writing?part=D2")
    assert "Trop tard." in council.words
    assert 'name="body"' not in council.page.text
    assert council.client.get("/experiments/1/writing/offered.json").status_code == 404
    council.send("/experiments/1/dossier/comments", part="D2", words="D'où le tient-on ?", beside="D2", language="fr")
    assert council.page.request.path == "/experiments/1/writing"
    assert "D'où le tient-on ?" in council.words
    council.open("/experiments/1/writing?part=D3")
    assert "D'où le tient-on ?" not in council.words
    reader = as_member(fresh_house, "reader")
    reader.open("/experiments/1/writing?part=D2")
    assert "D'où le tient-on ?" in reader.words
    assert "Commenter cette partie" not in reader.words


def test_without_scripts_it_is_a_plain_form_that_comes_back_to_its_place(fresh_house: House) -> None:
    staff = fresh_house.staff()
    staff.open("/experiments/1/writing?part=D2&language=fr")
    assert {"/experiments/1/writing?part=D3&language=fr", "#problem"} <= set(staff.links())
    form = next(form for form in staff.forms() if form.action.endswith("/texts/problem?language=fr"))
    staff.page = staff.client.post(form.action, data={**form.fields, "body": "Trop tard."}, follow_redirects=True)
    assert staff.page.request.full_path == "/experiments/1/writing?part=D2&language=fr"
    assert "Enregistré." in staff.words
    assert ">\nTrop tard.</textarea>" in staff.page.text
    # Somebody else was faster: both are in sight, and saving again is a choice.
    staff.page = staff.client.post(form.action, data={**form.fields, "body": "Plus tôt."}, follow_redirects=True)
    assert staff.page.status_code == 409
    assert "Trop tard." in staff.words
    assert "Plus tôt." in staff.words
    staff.send(body="Plus tôt. Trop tard.")
    assert "Enregistré." in staff.words
    kept = texts.history(fresh_house.doors.database, texts.Place(1, "problem", "fr"))
    assert [one.body for one in kept] == ["Plus tôt. Trop tard.", "Trop tard."], "what was chosen against is kept"
    staff.open("/experiments/1/writing/paper/D2?language=fr")
    assert "Plus tôt. Trop tard." in staff.words.replace("\u00a0", " ")
