"""Two associations in one house: the team of one does not see, list, change or use a site of the other."""

import pytest

from facilitation.records import accounts, experiments, members, organisations, sites
from facilitation.records.experiments import ExperimentFacts
from facilitation.records.organisations import Whole
from facilitation.records.sites import SiteFacts
from tests.web.conftest import House
from tests.web.test_roles import signed_in
from tests.web.visitor import Visitor

SECRET = "Maison d'arrêt des exemples"


@pytest.fixture
def site(fresh_house: House) -> int:
    """A site of association A, in a house where B works too."""
    database = fresh_house.doors.database
    for name in ("Association A", "Association B"):
        organisations.join(database, name, "association", "bearer", Whole(experiment=1))
    return sites.add(database, SiteFacts(SECRET, "prison", organisation=number_of(fresh_house, "Association A")))


def number_of(house: House, name: str) -> int:
    return next(number for number, each in organisations.everyone(house.doors.database) if each == name)


def of(house: House, name: str) -> Visitor:
    """A facilitator who works for an organisation."""
    made = accounts.create(house.doors.database, f"from {name}", None, "facilitator", house.doors.clock())
    assert made is not None
    admin = house.staff()
    admin.open("/accounts")
    admin.send(f"/accounts/{made.id}/role", role="facilitator", organisation=str(number_of(house, name)))
    return signed_in(house, made)


PAGES = ("/sites/{0}", "/sites/{0}/checklist", "/sites/{0}/checklist/minors")


def test_the_other_team_does_not_see_it_anywhere(fresh_house: House, site: int) -> None:
    other = of(fresh_house, "Association B")
    for page in (*PAGES, "/sites", "/experiments/new", "/staff"):
        other.open(page.format(site))
        assert other.page.status_code == (404 if "{0}" in page else 200), page
        assert SECRET.replace("'", "&#39;") not in other.page.text
    other.open("/experiments/new")
    other.send(title="Chez l'autre", site=str(site))
    assert other.page.status_code == 422, "nor is its number of any use"


def test_its_own_team_and_those_of_an_experiment_there_do(fresh_house: House, site: int) -> None:
    own, other, database = (
        of(fresh_house, "Association A"),
        of(fresh_house, "Association B"),
        fresh_house.doors.database,
    )
    for page in PAGES:
        assert own.open(page.format(site)).status_code == 200
    number = experiments.add(database, ExperimentFacts("Ensemble", site=site), 1)
    shared = next(each for each in accounts.everyone(database) if each.login == "from association b")
    assert other.open(f"/sites/{site}").status_code == 404
    members.admit(database, number, shared.id, "facilitator", 2)
    assert other.open(f"/sites/{site}").status_code == 200


def test_a_new_site_is_the_team_s_by_itself_and_can_be_opened_to_the_house(fresh_house: House, site: int) -> None:
    own, other = of(fresh_house, "Association A"), of(fresh_house, "Association B")
    own.open("/sites/new")
    own.send(name="Salle neuve", place="room")
    own.open("/experiments/new")
    own.send(title="Essai", site="new", new_name="Autre salle", new_place="room")
    other.open("/sites")
    assert "Salle neuve" not in other.words
    assert "Autre salle" not in other.words
    number = next(each.id for each in sites.everywhere(fresh_house.doors.database) if each.facts.name == "Salle neuve")
    own.open(f"/sites/{number}")
    own.send(organisation="")
    other.open("/sites")
    assert "Salle neuve" in other.words
