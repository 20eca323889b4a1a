"""Sites, experiments, session headers, tickets, the journal, the demonstration."""

from dataclasses import replace
from datetime import date

from facilitation.database import Database
from facilitation.records import (
    demonstration,
    experiments,
    export_journal,
    hypotheses,
    live_sessions,
    signing_key,
    sites,
    tickets,
)
from facilitation.records.experiments import ExperimentFacts
from facilitation.records.sites import SiteFacts


def test_a_site_is_kept_and_changed(database: Database) -> None:
    number = sites.add(database, SiteFacts("Salle B", "prison", "none", False, "Sans fenêtre"))
    assert sites.find(database, number) == sites.Site(
        number, SiteFacts("Salle B", "prison", "none", False, "Sans fenêtre")
    )
    sites.change(database, number, SiteFacts("Salle C"))
    assert [site.facts.name for site in sites.everywhere(database)] == ["Salle C"]
    assert sites.find(database, number + 1) is None


def test_an_experiment_is_kept_and_changed(database: Database) -> None:
    facts = ExperimentFacts(
        "Titre", "Une question", "Thème", None, "running", ("une salle", "deux heures"), ("écrire",)
    )
    number = experiments.add(database, facts, now=10)
    assert experiments.find(database, number) == experiments.Experiment(number, facts, 10)
    later = replace(facts, title="Autre titre", outcomes=("on ose",), revisit_on=date(2027, 5, 2))
    experiments.change(database, number, later)
    assert experiments.find(database, number) == experiments.Experiment(number, later, 10)


def test_the_newest_experiment_comes_first(database: Database) -> None:
    for moment, title in enumerate(("un", "deux", "trois")):
        experiments.add(database, ExperimentFacts(title), moment)
    assert [each.facts.title for each in experiments.everything(database)] == ["trois", "deux", "un"]


def test_a_session_is_found_by_its_code(database: Database) -> None:
    number = experiments.add(database, ExperimentFacts("Titre"), 1)
    header = live_sessions.prepare(number, "Séance", "one-two-four-all", "fr", date(2026, 11, 22), 5)
    live_sessions.add(database, header)
    assert live_sessions.by_code(database, header.code) == header
    assert live_sessions.find(database, header.id) == header
    assert live_sessions.by_code(database, "00000000") is None
    live_sessions.mirror_status(database, header.id, "closed", 12, 40)
    assert [each.status for each in live_sessions.of_experiment(database, number)] == ["closed"]


def test_two_sessions_share_no_secret() -> None:
    one, two = (live_sessions.prepare(1, "t", "f", "fr", None, 1) for _ in range(2))
    assert len({one.id, two.id, one.code, two.code, one.secret, two.secret}) == 6


def test_a_ticket_leads_to_a_person_and_is_kept_as_a_hash(database: Database) -> None:
    session = _session(database)
    tickets.give(database, {"bearer": "a-secret", "slip": "a-code"}, session, "p1", now=100)
    assert tickets.find(database, "a-secret", "bearer") == tickets.Ticket(
        session, "p1", "bearer", 100 + tickets.LIFETIME
    )
    assert tickets.find(database, "a-code", "slip") == tickets.Ticket(session, "p1", "slip", 100 + tickets.LIFETIME)
    assert tickets.find(database, "a-secret", "slip") is None
    assert tickets.find(database, "another", "bearer") is None
    with database.reading() as connection:
        rows = connection.exec_driver_sql("select * from tickets").all()
    assert "a-secret" not in str(rows)
    assert "a-code" not in str(rows)


def test_giving_a_ticket_twice_changes_nothing(database: Database) -> None:
    session = _session(database)
    tickets.give(database, {"bearer": "a-secret"}, session, "p1", now=100)
    first = tickets.find(database, "a-secret", "bearer")
    tickets.give(database, {"bearer": "a-secret"}, session, "p1", now=900)
    assert tickets.find(database, "a-secret", "bearer") == first


def test_a_ticket_taken_back_opens_nothing(database: Database) -> None:
    session = _session(database)
    tickets.give(database, {"bearer": "a-secret"}, session, "p1", now=100)
    tickets.take_back(database, "a-secret")
    assert tickets.find(database, "a-secret", "bearer") is None


def test_the_journal_tells_the_newest_first(database: Database) -> None:
    export_journal.note(database, 1, "s1", "pdf", 10)
    export_journal.note(database, 2, "s1", "csv", 20)
    export_journal.note(database, 1, "s2", "json", 30)
    assert export_journal.of_session(database, "s1") == (
        export_journal.Export(2, "s1", "csv", 20),
        export_journal.Export(1, "s1", "pdf", 10),
    )


def test_the_demonstration_comes_once_and_never_among_real_work(database: Database) -> None:
    number = demonstration.ensure(database, 1)
    assert number is not None
    found = experiments.find(database, number)
    assert found is not None
    assert all(hypotheses.of_experiment(database, number)[0].newest.wording.sentence)
    assert found.facts.site is not None
    assert demonstration.ensure(database, 2) is None
    assert len(experiments.everything(database)) == 1


def test_the_key_of_the_cookies_stays_the_same(database: Database) -> None:
    assert signing_key.signing_key(database) == signing_key.signing_key(database)
    assert len(signing_key.signing_key(database)) == 64


def _session(database: Database) -> str:
    number = experiments.add(database, ExperimentFacts("Titre"), 1)
    header = live_sessions.prepare(number, "Séance", "one-two-four-all", "fr", None, 5)
    live_sessions.add(database, header)
    return header.id
