"""The checklist of a site: what stands in the way of a session, and what was waived."""

from datetime import date

from facilitation.database import Database
from facilitation.records import checklist, demonstration, experiments, live_sessions, sites
from facilitation.records.checklist import Settled
from facilitation.records.experiments import ExperimentFacts
from facilitation.records.sites import Site, SiteFacts

TICKED = Settled("ticked", "Aucun téléphone", "Direction de l'établissement", date(2026, 11, 3), 1, 10)
WAIVED = Settled("waived", "Personne ne lira pour autrui", "", None, 1, 11)


def a_site(database: Database, place: str) -> Site:
    found = sites.find(database, sites.add(database, SiteFacts("Salle", place)))
    assert found is not None
    return found


def a_session(database: Database, site: int | None) -> str:
    number = experiments.add(database, ExperimentFacts("Titre", site=site), 1)
    header = live_sessions.prepare(number, "Séance", "one-two-four-all", "fr", None, 5)
    live_sessions.add(database, header)
    return header.id


def test_a_prison_asks_for_more_than_a_room() -> None:
    assert {item.key for item in checklist.items_of("room")} == {"image-voice", "minors", "information"}
    assert {item.key for item in checklist.items_of("prison")} == {item.key for item in checklist.ITEMS}
    assert all(checklist.items_of(place) for place in sites.PLACES)


def test_an_item_is_settled_changed_and_opened_again(database: Database) -> None:
    site = a_site(database, "prison")
    checklist.settle(database, site.id, "devices", WAIVED)
    checklist.settle(database, site.id, "devices", TICKED)
    checklist.settle(database, site.id, "interpreters", WAIVED)
    assert checklist.of_site(database, site.id) == {"devices": TICKED, "interpreters": WAIVED}
    assert [(item.key, how) for item, how in checklist.waivers(database, site)] == [("interpreters", WAIVED)]
    assert "devices" not in {item.key for item in checklist.open_items(database, site)}
    checklist.reopen(database, site.id, "devices")
    assert "devices" in {item.key for item in checklist.open_items(database, site)}


def test_a_session_waits_for_its_site_and_for_no_other(database: Database) -> None:
    site = a_site(database, "room")
    session = a_session(database, site.id)
    assert checklist.site_in_the_way(database, session) == site
    assert checklist.site_in_the_way(database, a_session(database, None)) is None
    assert checklist.site_in_the_way(database, "a rehearsal") is None
    for item in checklist.items_of("room"):
        checklist.settle(database, site.id, item.key, TICKED)
    assert checklist.site_in_the_way(database, session) is None


def test_the_demonstration_may_begin(database: Database) -> None:
    demonstration.ensure(database, 1)
    assert not [site for site in sites.everywhere(database) if checklist.open_items(database, site)]
