"""The simple view through its real form: one value changes, every other byte stays, and nothing typed is lost."""

import re

import pytest

from facilitation.formats.retouching import places_of
from facilitation.records import own_formats
from facilitation.records.own_formats import Own
from facilitation.web.formats.editor import FIRST
from tests.web.conftest import House
from tests.web.visitor import Visitor

SETTINGS = """\
settings:
  length:
    label: {fr: Longueur, en: Length}  # of a card
    type: whole number
    default: 100
    min: 10
    max: 500
  dots_each:
    label: {fr: Gommettes, en: Dots}
    default: 3   # few
    min: 1
    max: 9

run:
"""


@pytest.fixture
def name(request: pytest.FixtureRequest) -> str:
    """An id that no other test uses: they share a house, which takes a second to build."""
    return "simple-" + re.sub(r"[^a-z0-9]+", "-", request.node.name.lower())[-40:].strip("-")


def text_of(house: House, name: str) -> str:
    return next(iter(own_formats.newest(house.doors.database, name))).source


def opened(house: House, name: str, locale: str = "fr") -> tuple[Visitor, str]:
    """Someone in front of the simple view of a format with settings and comments, and its text."""
    text = FIRST.replace("my-format", name).replace("run:\n", SETTINGS).replace("minutes: 3\n", "minutes: 3  # brief\n")
    text = text.replace("dots: 3", "dots: dots_each")
    own_formats.add(house.doors.database, Own(name, 1, 1, None), "1.0.0", text)
    staff = house.staff(locale)
    staff.open(f"/formats/{name}")
    staff.open(next(link for link in staff.links() if link.endswith("/simple")))
    assert staff.page.status_code == 200
    return staff, text


def test_one_duration_changes_and_no_other_byte_but_the_version(house: House, name: str) -> None:
    staff, text = opened(house, name)
    staff.send(**{"at-run-0-minutes": "7,5"})
    assert staff.at == f"/formats/{name}/simple", staff.words
    assert "La version 1.0.1 est enregistrée" in staff.words
    assert "Remarques" in staff.words
    wanted = text.replace("minutes: 3  # brief", "minutes: 7.5  # brief", 1).replace("version: 1.0.0", "version: 1.0.1")
    assert text_of(house, name) == wanted


def test_saving_without_a_change_makes_no_version(house: House, name: str) -> None:
    staff, text = opened(house, name)
    staff.send()
    assert "Rien n’avait changé" in staff.words
    assert text_of(house, name) == text


@pytest.mark.parametrize(
    "words",
    [
        'Un titre : « à lire », "fort", l\'autre # pas un commentaire',
        "Une ligne\n\nPuis : deux\n  - un retrait\nfin \\n",
        "« Dire\u00a0: »\u00a0!",
        "Une espace à la fin \nde la ligne,\u00a0\net l'autre",
        "- tiret",
        "yes",
        "<b>&amp;</b>",
    ],
)
def test_any_words_come_back_exactly(house: House, name: str, words: str) -> None:
    staff, text = opened(house, name)
    staff.send(**{"at-run-0-instruction-fr": words.replace("\n", "\r\n"), "at-summary-en": words})
    assert "est enregistrée" in staff.words
    found, before = places_of(text_of(house, name)), places_of(text)
    changed = {path for path in before if found[path].text.strip() != before[path].text.strip()}
    assert changed == {("version",), ("run", 0, "instruction", "fr"), ("summary", "en")}
    assert found["run", 0, "instruction", "fr"].text.rstrip("\n") == words
    assert text_of(house, name).count("# ") >= text.count("# ")
    fields = staff.forms()[0].fields
    assert fields["at-run-0-instruction-fr"] == words


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("at-run-0-minutes", "dix", "Écrivez les minutes en chiffres"),
        ("at-run-0-minutes", "0", "De 1 à 480"),
        ("at-run-0-minutes", "10 to 5", "De 1 à 480"),
        ("at-run-0-minutes", "9999", "De 1 à 480"),
        ("at-run-0-title-fr", "  ", "À remplir"),
        ("at-settings-length-default", "beaucoup", "Écrivez un nombre"),
        ("at-settings-length-default", "700", "limites du réglage"),
        ("at-settings-length-min", "peu", "Écrivez un nombre"),
        ("at-run-0-instruction-fr", "Vous avez {pointz}.", "pointz"),
        ("at-run-0-instruction-fr", "x" * 8001, "8000"),
    ],
)
def test_bad_input_is_told_beside_its_field_and_nothing_is_lost(
    house: House, name: str, field: str, typed: str, told: str
) -> None:
    staff, text = opened(house, name)
    staff.send(**{"at-title-fr": "Un titre gardé", field: typed})
    assert staff.page.status_code == 422, staff.words
    beside = re.search(rf'<p class="error" id="{field}-error">([^<]+)</p>', staff.page.text)
    assert beside, staff.words
    assert told in beside[1].replace("\u00a0", " ")
    fields = staff.forms()[0].fields
    assert fields["at-title-fr"] == "Un titre gardé"
    assert fields[field] == typed.strip()
    assert text_of(house, name) == text
    if field.startswith(("at-run", "at-settings")):
        assert re.search(
            rf'<details class="more panel" open>(?:(?!<details).)*id="{field}-error"', staff.page.text, re.S
        )


def test_a_setting_says_its_label_default_and_limits(house: House, name: str) -> None:
    staff, text = opened(house, name, "en")
    staff.send(**{"at-settings-dots_each-label-en": "Dots: each", "at-settings-dots_each-default": "4"})
    assert "Version 1.1.0 is saved" in staff.words
    wanted = text.replace("en: Dots}", 'en: "Dots: each"}').replace("default: 3   # few", "default: 4   # few")
    assert text_of(house, name) == wanted.replace("version: 1.0.0", "version: 1.1.0")


def test_an_outdated_form_keeps_what_was_typed_and_both_versions(house: House, name: str) -> None:
    staff, text = opened(house, name)
    other = Visitor(house.app)
    other.client = staff.client
    other.open(f"/formats/{name}/simple")
    staff.send(**{"at-title-fr": "Le titre de la première"})
    other.send(**{"at-title-fr": "Le titre de la seconde"})
    assert other.page.status_code == 409
    assert "Entre-temps" in other.words
    assert other.forms()[0].fields["at-title-fr"] == "Le titre de la seconde"
    assert re.search(r"<del>.*?Le titre de la première", other.page.text, re.S)
    assert len(own_formats.versions(house.doors.database, name)) == 2
    other.send()
    assert "est enregistrée" in other.words
    kept = [saved.source for saved in own_formats.versions(house.doors.database, name)]
    assert ["seconde" in kept[0], "première" in kept[1], kept[2] == text] == [True, True, True]


def test_a_shipped_format_is_duplicated_first(house: House, name: str) -> None:
    staff = house.staff()
    staff.open("/formats/meteo")
    staff.open(next(link for link in staff.links() if link.endswith("/simple")))
    assert staff.at == "/formats/meteo/duplicate"
    staff.send(id=name)
    assert staff.at == f"/formats/{name}/simple", staff.words
    assert house.staff().open("/formats/nothing/simple").status_code == 404


def test_a_version_that_is_not_there(house: House, name: str) -> None:
    staff, text = opened(house, name)
    staff.send(**{"from": "9", "at-title-fr": "Ailleurs"})
    assert staff.page.status_code == 404
    assert text_of(house, name) == text
