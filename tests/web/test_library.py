"""Finding a format and reading its page, as a facilitator would: through the search form and the links."""

import re

import pytest

from tests.web.conftest import House
from tests.web.visitor import Visitor


def cards(visitor: Visitor) -> set[str]:
    """The formats that the page offers."""
    return {link.removeprefix("/formats/") for link in visitor.links() if re.fullmatch(r"/formats/[\w-]+", link)}


@pytest.mark.parametrize(
    ("asked", "there", "gone"),
    [
        ("words=POT", {"public-goods", "public-goods-punishment"}, {"troika-consulting"}),
        ("words=mete", {"meteo"}, {"public-goods"}),
        ("words=common pot", {"public-goods"}, {"meteo"}),
        ("family=peer-exchange", {"codeveloppement", "gease"}, {"public-goods", "meteo"}),
        ("people=200", {"one-two-four-all", "public-goods"}, {"codeveloppement"}),
        ("minutes=15", {"one-two-four-all"}, {"codeveloppement"}),
        ("objective=decrire contribuer", {"public-goods"}, {"meteo"}),
        ("words=&family=&people=&minutes=", {"public-goods", "meteo", "codeveloppement"}, set()),
    ],
)
def test_the_library_is_searched(house: House, asked: str, there: set[str], gone: set[str]) -> None:
    staff = house.staff()
    staff.open(f"/formats?{asked}")
    assert there <= cards(staff)
    assert not gone & cards(staff)


def test_the_search_form_shows_what_was_asked(house: House) -> None:
    staff = house.staff()
    staff.open("/formats?words=pot&people=12&family=cooperation-game")
    form = next(form for form in staff.forms() if form.method == "get")
    assert form.fields == {
        "words": "pot",
        "people": "12",
        "family": "cooperation-game",
        "minutes": "",
        "objective": "",
    }


def test_where_nothing_fits_the_page_says_what_to_leave_out(house: House) -> None:
    staff = house.staff("en")
    staff.open("/formats?words=troika&family=cooperation-game")
    assert "No format fits all of this" in staff.words
    assert cards(staff) == set()
    way_out = next(link for link in staff.links() if "words=troika" in link and "family=&" not in link)
    assert "without the family: 1 format" in staff.words
    staff.open(way_out)
    assert cards(staff) == {"troika-consulting"}


def test_where_nothing_helps_the_page_still_says_what_to_do(house: House) -> None:
    staff = house.staff("en")
    staff.open("/formats?words=zzz&objective=yyy")
    assert "use other words" in staff.words
    assert "/formats" in staff.links()


@pytest.mark.parametrize("junk", ["douze", "0", "-3", "99999", "1e3"])
def test_what_is_no_number_is_marked_and_the_rest_is_used(house: House, junk: str) -> None:
    staff = house.staff()
    staff.open(f"/formats?people={junk}&words=pot")
    assert staff.page.status_code == 200
    assert staff.words.count("Écrivez un nombre entier, de 1 à 2000") == 1
    assert f'value="{junk}"' in staff.page.text
    assert "public-goods" in cards(staff)
    assert "meteo" not in cards(staff)


def test_an_unknown_family_is_left_aside(house: House) -> None:
    staff = house.staff()
    staff.open("/formats?family=<b>")
    assert staff.page.status_code == 200
    assert len(cards(staff)) > 20


def test_the_same_search_helps_to_plan_a_session(house: House) -> None:
    staff = house.staff()
    staff.open("/experiments/1/sessions/new?people=200&family=cooperation-game")
    assert any(link.endswith("format=public-goods") for link in staff.links())
    assert not any(link.endswith("format=codeveloppement") for link in staff.links())


def test_a_format_s_page_tells_what_each_role_reads_and_does(house: House) -> None:
    staff = house.staff()
    staff.open("/formats/codeveloppement")
    for words in ("Client", "Consultants", "Pour l’animation", "Ce que l’on peut en faire", "CC BY"):
        assert words in staff.words
    staff.open("/formats/public-goods")
    assert staff.words.count("3 fois") == 2
    asked = r"<dt>Tout le monde</dt>\s*<dd[^>]*>\s*<ul><li>Points pour le pot"
    assert re.search(asked, staff.page.text)
    assert "Aucune : toutes les vérifications" in staff.words


def test_a_session_is_planned_from_the_page_of_a_format(house: House) -> None:
    staff = house.staff()
    staff.open("/formats/meteo")
    staff.open(next(link for link in staff.links() if link.endswith("/plan")))
    staff.open(next(link for link in staff.links() if link.endswith("format=meteo")))
    staff.send(title="Météo du matin")
    assert staff.at.startswith("/sessions/")


def test_the_file_is_downloaded_as_it_is_written(house: House) -> None:
    staff = house.staff()
    answer = staff.client.get("/formats/meteo/file")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="meteo.yaml"'
    assert answer.text == house.doors.library.readings["meteo"].source
    assert staff.client.get("/formats/nothing/file").status_code == 404


def test_planned_times_are_those_of_so_many_people(house: House) -> None:
    staff = house.staff("en")
    staff.open("/formats/troika-consulting")
    assert "about 39 minutes, with 12 people" in staff.words
    assert "for each member of the group" in staff.words
    staff.open("/formats/check-in-round")
    assert "1 min per person · 12 min with 12 people" in staff.words
    staff.open("/formats?words=check-in&people=6")
    assert "about 8 minutes, with 6 people" in staff.words
    staff.open("/formats?words=check-in&people=12&minutes=10")
    assert "check-in-round" not in cards(staff)


def test_stages_stand_in_the_order_of_the_file_with_the_rounds_they_are_in(house: House) -> None:
    staff = house.staff("en")
    staff.open("/formats/world-cafe")
    titles = ["First question", "Second question", "Third question", "At the table", "The harvest"]
    places = [staff.words.index(f" {title} ", staff.words.index("Stages in order")) for title in titles]
    assert places == sorted(places)
    assert "in round 2 only" in staff.words
