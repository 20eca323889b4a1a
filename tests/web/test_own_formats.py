"""Formats of one's own through the real forms: duplicated, changed, brought, taken away; and no text is ever lost."""

import re
from dataclasses import replace
from io import BytesIO

import pytest

from facilitation.formats import read_format
from facilitation.formats.reading.decoding import BIGGEST
from facilitation.records import own_formats
from facilitation.web.formats.editor import FIRST
from tests.web.conftest import House, Planned
from tests.web.visitor import Visitor


@pytest.fixture
def name(request: pytest.FixtureRequest) -> str:
    """An id that no other test uses: they share a house, which takes a second to build."""
    return "our-" + re.sub(r"[^a-z0-9]+", "-", request.node.name.lower())[-40:].strip("-")


def duplicated(house: House, name: str, parent: str = "meteo", locale: str = "fr") -> Visitor:
    """Someone who has just duplicated a format, in front of the editor."""
    staff = house.staff(locale)
    staff.open(f"/formats/{parent}")
    staff.open(next(link for link in staff.links() if link.endswith("/duplicate")))
    staff.send(id=name, title_fr="Notre météo", title_en="Our weather report")
    assert staff.at == f"/formats/{name}/edit", staff.words
    return staff


def source(visitor: Visitor) -> str:
    """The text in the editor."""
    return next(form.fields["source"] for form in visitor.forms() if "source" in form.fields)


def save(visitor: Visitor, text: str, do: str = "save") -> None:
    """Press one of the two buttons of the editor."""
    visitor.send(visitor.at, source=text, do=do)


def bring(visitor: Visitor, data: bytes, name: str = "brought.yaml") -> None:
    visitor.open("/studio/upload")
    visitor.send(file=(BytesIO(data), name))


def test_a_copy_has_its_own_name_and_remembers_where_it_comes_from(house: House, name: str) -> None:
    staff = duplicated(house, name)
    text, parent = source(staff), house.doors.library.readings["meteo"].source
    assert f"format: {name}" in text
    assert "version: 1.0.1" in text
    assert "Our weather report" in text
    assert text.count("\n") == parent.count("\n")
    staff.open(f"/formats/{name}")
    assert "Notre météo" in staff.words
    assert "de la maison" in staff.words
    assert "Adapté ici de meteo, version 1.0.0." in staff.words
    assert re.search(r"<del>.*?format: meteo", staff.page.text, re.S)
    assert re.search(rf"<ins>.*?format: {name}", staff.page.text, re.S)
    staff.open("/formats/meteo")
    assert f"/formats/{name}" in staff.links()
    assert house.doors.library.readings["meteo"].source == parent


@pytest.mark.parametrize(
    ("bad", "told"),
    [("meteo", "porte déjà cet identifiant"), ("Été", "minuscules sans accent"), ("", "À remplir"), ("x" * 61, "60")],
)
def test_a_copy_under_a_bad_name(house: House, bad: str, told: str) -> None:
    staff = house.staff()
    staff.open("/formats/roti/duplicate")
    staff.send(id=bad, title_fr="Un titre gardé")
    assert staff.page.status_code == 422
    assert told in staff.words
    assert 'value="Un titre gardé"' in staff.page.text


def test_what_is_shipped_cannot_be_edited(house: House) -> None:
    staff = house.staff()
    assert staff.open("/formats/meteo/edit").status_code == 404
    staff.open("/formats/roti/duplicate")
    token = staff.forms()[-1].fields["csrf_token"]
    for path in ("/formats/meteo/edit", "/formats/meteo/delete"):
        answer = staff.client.post(path, data={"csrf_token": token, "source": FIRST, "do": "save"})
        assert answer.status_code == 404
    assert house.doors.library.readings["meteo"].format is not None


@pytest.mark.parametrize(
    ("old", "new", "version"),
    [
        ("Our weather report", "The weather in here", "1.0.2"),
        ("minutes: ", "minutes: 1", "1.0.2"),
        ("stage: ", "stage: x", "2.0.0"),
        ("max: ", "max: 1", "1.1.0"),
        ("version: 1.0.1", "version: 3.0.0", "3.0.0"),
    ],
)
def test_a_new_version_says_how_far_the_change_goes(house: House, name: str, old: str, new: str, version: str) -> None:
    staff = duplicated(house, name)
    text = source(staff) + "\n# a remark\n"
    save(staff, text.replace(old, new, 1))
    assert staff.at == f"/formats/{name}", staff.words
    assert f"La version {version} est enregistrée" in staff.words
    assert f"version: {version}" in house.doors.library.readings[name].source
    assert "# a remark" in house.doors.library.readings[name].source


def test_all_versions_are_kept_and_an_earlier_one_comes_back(house: House, name: str) -> None:
    staff = duplicated(house, name, locale="en")
    first = source(staff)
    save(staff, first.replace("Our weather report", "A second title"))
    assert "Version 1.0.2" in staff.words
    staff.open(f"/formats/{name}/versions/2")
    assert "What changed since version 1.0.1" in staff.words
    assert re.search(r"<ins>.*?A second title", staff.page.text, re.S)
    staff.open(f"/formats/{name}/versions/1")
    assert "What changed since meteo, version 1.0.0" in staff.words
    assert staff.client.get(f"/formats/{name}/versions/1/file").text == first
    staff.open(next(link for link in staff.links() if "/edit?from=1" in link))
    assert source(staff) == first
    save(staff, source(staff))
    assert "Version 1.0.3 is saved" in staff.words
    assert "Our weather report" in house.doors.library.readings[name].source
    assert len(own_formats.versions(house.doors.database, name)) == 3
    assert staff.open(f"/formats/{name}/versions/9").status_code == 404


def test_saving_without_a_change_makes_no_version(house: House, name: str) -> None:
    staff = duplicated(house, name)
    save(staff, source(staff))
    assert "Rien n’avait changé" in staff.words
    assert len(own_formats.versions(house.doors.database, name)) == 1


def test_a_text_that_cannot_be_played_is_not_saved_and_not_lost(house: House, name: str) -> None:
    staff = duplicated(house, name)
    broken = source(staff).replace("stage:", "stagge:", 1)
    save(staff, broken)
    assert staff.page.status_code == 422
    assert "stagge" in staff.words
    assert "ligne" in staff.words
    assert "▲" in staff.page.text
    assert source(staff) == broken
    assert len(own_formats.versions(house.doors.database, name)) == 1
    staff.open("/staff")
    staff.open(f"/formats/{name}/edit")
    assert source(staff) == broken
    assert "pas encore enregistré comme version" in staff.words
    staff.send("/studio/drop")
    assert staff.at == f"/formats/{name}/edit"
    assert "stagge:" not in source(staff)


def test_checking_saves_nothing_but_the_draft(house: House, name: str) -> None:
    staff = duplicated(house, name)
    changed = source(staff) + "# encore\n"
    save(staff, changed, do="check")
    assert "Ce format peut être joué" in staff.words
    assert source(staff) == changed
    assert len(own_formats.versions(house.doors.database, name)) == 1
    staff.open(f"/formats/{name}/edit")
    assert source(staff) == changed


def test_two_people_at_once_both_keep_their_text(house: House, name: str) -> None:
    staff = duplicated(house, name)
    text = source(staff)
    other = Visitor(house.app)
    other.client = staff.client
    other.open(f"/formats/{name}/edit")
    save(staff, text.replace("Notre météo", "Le temps de la première"))
    save(other, text.replace("Notre météo", "Le temps de la seconde"))
    assert other.page.status_code == 409
    assert "Entre-temps" in other.words
    assert "Le temps de la seconde" in source(other)
    assert re.search(r"<del>.*?Le temps de la première", other.page.text, re.S)
    assert len(own_formats.versions(house.doors.database, name)) == 2
    save(other, source(other))
    assert other.at == f"/formats/{name}"
    kept = [saved.source for saved in own_formats.versions(house.doors.database, name)]
    assert ["seconde" in kept[0], "première" in kept[1], kept[2] == text] == [True, True, True]


def test_a_format_is_written_from_nothing(house: House) -> None:
    staff = house.staff()
    staff.open("/studio/new")
    save(staff, FIRST.replace("format: my-format", "format: meteo"))
    assert staff.page.status_code == 422
    assert "s'appelle déjà" in staff.words
    save(staff, source(staff).replace("format: meteo", "format: our-first"))
    assert staff.at == "/formats/our-first"
    staff.open("/studio/new")
    assert source(staff) == FIRST


def test_a_good_file_is_brought(house: House) -> None:
    staff = house.staff()
    bring(staff, b"\xef\xbb\xbf" + FIRST.replace("\n", "\r\n").encode())
    assert staff.at == "/formats/my-format", staff.words
    assert staff.client.get("/formats/my-format/file").text == FIRST
    bring(staff, FIRST.encode())
    assert staff.page.status_code == 422
    assert "s'appelle déjà" in staff.words
    assert source(staff) == FIRST


BOMB = b"a: &a [1]\n" + b"".join(b"x%d: [*a, *a, *a]\n" % at for at in range(9))


@pytest.mark.parametrize(
    ("data", "told", "shown"),
    [
        (b"\xff\xfe\x00", "UTF-8", False),
        (b"x" * (BIGGEST + 1), "256 ko", False),
        (b"", "Le fichier est vide", True),
        (b"format: [", "ligne 1", True),
        (BOMB, "n'est pas permis", True),
        (b"a: " + b"[" * 5000, "ligne 1", True),
        (FIRST.replace("stage: write", "stagge: write").encode(), "ligne 11", True),
        (b"format: x\n<script>alert(1)</script>", "ligne", True),
    ],
)
def test_a_bad_file_is_answered_with_line_and_remedy(house: House, data: bytes, told: str, shown: bool) -> None:
    staff = house.staff()
    before = set(house.doors.library.readings)
    bring(staff, data)
    assert staff.page.status_code == 422
    assert told in staff.words
    assert "<script>alert" not in staff.page.text
    assert any("source" in form.fields for form in staff.forms()) is shown
    if shown:
        assert source(staff) == data.decode()
    assert set(house.doors.library.readings) == before


def test_no_file_at_all(house: House) -> None:
    staff = house.staff()
    staff.open("/studio/upload")
    staff.send()
    assert staff.page.status_code == 422
    assert "Choisissez d’abord un fichier" in staff.words


def test_a_very_long_text_is_answered_in_the_editor(house: House, name: str) -> None:
    staff = duplicated(house, name)
    long = source(staff) + "# é\n" * (BIGGEST // 4)
    save(staff, long)
    assert staff.page.status_code == 422
    assert "256 ko" in staff.words
    assert source(staff) == long


def test_a_session_is_planned_from_a_format_of_this_house(house: House, name: str) -> None:
    staff = duplicated(house, name)
    planned: Planned = house.plan(name)
    assert planned.state.format is not None
    assert planned.state.format.title.fr == "Notre météo"
    save(staff, source(staff).replace("Notre météo", "Un autre titre"))
    assert planned.state.format.title.fr == "Notre météo"
    assert f"format: {name}" in planned.state.source
    staff.open(f"/formats/{name}")
    assert not any(form.action.endswith("/delete") for form in staff.forms())
    token = staff.forms()[-1].fields["csrf_token"]
    staff.client.post(f"/formats/{name}/delete", data={"csrf_token": token})
    staff.open(f"/formats/{name}")
    assert "il reste" in staff.words
    assert staff.page.status_code == 200


def test_a_format_that_nobody_used_can_go(house: House, name: str) -> None:
    staff = duplicated(house, name)
    staff.open(f"/formats/{name}")
    staff.send(f"/formats/{name}/delete")
    assert staff.at == "/formats"
    assert "est supprimé" in staff.words
    assert name not in house.doors.library.readings
    assert staff.open(f"/formats/{name}").status_code == 404
    duplicated(house, name)


def test_a_format_of_this_house_is_found_in_the_library(house: House, name: str) -> None:
    duplicated(house, name)
    staff = house.staff()
    staff.open("/formats?words=notre meteo")
    assert f"/formats/{name}" in staff.links()
    assert "de la maison" in staff.words


def test_the_script_of_the_editor_is_told_what_the_command_line_says(house: House, name: str) -> None:
    staff = duplicated(house, name, locale="en")
    fields = next(form.fields for form in staff.forms() if "source" in form.fields)
    broken = {**fields, "name": name, "source": fields["source"].replace("stage:", "stagge:", 1)}
    headers = {"Accept-Language": "en"}
    told = staff.client.post("/studio/check", data=broken, headers=headers).get_json()
    wanted = read_format(broken["source"].encode(), f"{name}.yaml").diagnostics
    assert not told["ok"]
    assert [(one["line"], one["column"], one["code"], one["message"], one["remedy"]) for one in told["remarks"]] == [
        (one.line, one.column, one.code, one.message.en, one.remedy.en) for one in wanted
    ]
    assert told["met"] == ""
    assert "stagge" in staff.open(f"/formats/{name}/edit").text
    other = {**fields, "name": name, "base": "0"}
    assert "saved version 1.0.1" in staff.client.post("/studio/check", data=other, headers=headers).get_json()["met"]
    assert staff.client.post("/studio/check", data={"source": "x"}).status_code == 400


def test_one_style_sheet_is_let_into_the_editor_by_name(house: House, name: str) -> None:
    staff = duplicated(house, name)
    policies = [staff.open(f"/formats/{name}/edit").headers["Content-Security-Policy"] for _ in range(2)]
    assert policies[0] != policies[1]
    for policy in policies:
        assert re.search(r"style-src 'self' 'nonce-[\w-]{20,}';", policy)
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
    assert "nonce" not in staff.open("/formats").headers["Content-Security-Policy"]


def test_a_format_of_ones_own_may_use_others_as_blocks(house: House, name: str) -> None:
    staff = duplicated(house, name)
    text = source(staff)
    text = text[: text.index("document:")].replace("run:\n", "run:\n  - use: roti\n")
    save(staff, text)
    staff.open(f"/formats/{name}")
    assert "Ma note" in staff.words
    assert "- use: roti" in staff.page.text
    reading = house.doors.library.reading(name)
    assert reading is not None
    assert "use:" not in reading.source
    assert reading.written.count("use:") == 1


def test_what_the_checker_has_come_to_refuse_says_what_to_do(house: House, name: str) -> None:
    staff = duplicated(house, name)
    before = own_formats.versions(house.doors.database, name)[0]
    # A key without effect, saved when nobody minded.
    text = before.source.replace(
        "participants:", "roles:\n  idle: {label: X, count: 2, chosen by: everyone else}\nparticipants:"
    )
    assert own_formats.add_version(house.doors.database, replace(before, number=before.number + 1, source=text))
    staff.open(f"/formats/{name}")
    assert "est à réparer" in staff.words
    assert "c’est le vérificateur qui a changé" in staff.words
    assert "Les séances prévues avant gardent leur copie" in staff.words
    assert "`count`" in staff.words
    assert f"/formats/{name}/edit" in " ".join(staff.links())
