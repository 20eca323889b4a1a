"""What goes into an archive and what never does; what it meets in another house."""

import json
from importlib import import_module
from pkgutil import iter_modules

from sqlalchemy import Connection

from facilitation import records
from facilitation.archive import look_into, make_archive, restore
from facilitation.database import metadata
from facilitation.records import (
    checklist,
    experiments,
    hypotheses,
    learnings,
    live_sessions,
    organisations,
    pairings,
    programmes,
    sites,
    tickets,
)
from facilitation.records.checklist import Settled
from facilitation.records.learnings import LearningFacts
from facilitation.records.organisations import Whole
from facilitation.records.programmes import EditionFacts
from facilitation.records.reading import objections
from facilitation.records.referring import learning_ref, renumbered
from facilitation.records.sites import SiteFacts
from facilitation.records.travelling import DOWN, SHARED, STAYS, carried
from tests.archive.houses import NOW, SAID, UNSAID, WITHDRAWN, archive_of, entries, forged, host
from tests.records.test_columns import IN_THE_LOG
from tests.web.conftest import House


def test_every_table_travels_or_stays_for_a_reason() -> None:
    for module in iter_modules(records.__path__, f"{records.__name__}."):
        import_module(module.name)
    named = [*DOWN, *SHARED, *STAYS]
    assert len(named) == len(set(named))
    assert set(named) == set(metadata.tables) - IN_THE_LOG
    assert all(STAYS.values())


def test_the_archive_that_is_looked_at_has_a_row_of_every_table(archive: bytes) -> None:
    found = entries(archive)
    assert [table for table in (*DOWN, *SHARED) if not found[f"records/{table}.jsonl"]] == []


OF_CONTENT = {("dossier_versions", "digest"), ("validations", "digest")}
"""Digests of what was published: no secret."""


def test_no_column_that_travels_sounds_like_a_secret_or_an_account() -> None:
    for name in (*DOWN, *SHARED):
        for column in carried(metadata.tables[name]):
            if (name, column.name) not in OF_CONTENT:
                assert not any(word in column.name for word in ("secret", "code", "digest", "password", "token"))
            assert not any(key.column.table.name in STAYS for key in column.foreign_keys)


def test_that_somebody_did_something_travels_and_not_who(archive: bytes) -> None:
    told = [
        json.loads(line)
        for name, content in entries(archive).items()
        if name.startswith("records/")
        for line in content.splitlines()
    ]
    accounts = {
        (name, row[name]) for row in told for name in row if name.endswith(("account_id", "_by")) and name != "seen_by"
    }
    assert len(accounts) >= 5
    assert {value for _, value in accounts} == {0, -1, -2, None}


def test_withdrawn_words_accounts_and_secrets_are_nowhere_in_it(origin: House, archive: bytes) -> None:
    whole = b"\n".join(entries(archive).values()).decode()
    assert SAID in whole
    assert UNSAID in whole, "an archive holds what may not be reproduced: it is kept as the database is"
    assert WITHDRAWN not in whole
    database = origin.doors.database
    for header in live_sessions.of_experiment(database, 1):
        assert header.secret not in whole
        assert header.code not in whole
    with database.reading() as connection:
        kept = [row.digest for row in connection.execute(tickets.tickets.select())]
        kept += _accounts(connection)
    assert len(kept) >= 5
    assert not [each for each in kept if each in whole]


def _accounts(connection: Connection) -> list[str]:
    rows = connection.execute(metadata.tables["accounts"].select()).all()
    return [f'"{row.login}"' for row in rows]


def test_the_manifest_says_what_is_in_it(archive: bytes) -> None:
    found = entries(archive)
    manifest = json.loads(found["manifest.json"])
    assert manifest["archive"] == 1
    assert [held["format"] for held in manifest["sessions"]] == ["one-two-four-all"] * 2
    assert {"schema", "weasyprint", "templates", "fonts"} <= manifest["made_with"].keys()
    assert manifest["entries"].keys() == found.keys() - {"manifest.json"}
    formats = [name for name in found if name.startswith("formats/")]
    assert manifest["sessions"][0]["digest"][:12] in formats[0]
    assert "Restaurer une archive" in found["README.txt"].decode()


def test_seats_of_one_person_are_still_one_person_elsewhere(archive: bytes, elsewhere: House) -> None:
    told = [json.loads(line) for line in entries(archive)["records/pairings.jsonl"].splitlines()]
    assert len(told) == 1
    restore(elsewhere.doors.database, archive, NOW)
    here = pairings.among(elsewhere.doors.database, [told[0]["session_id"]])
    assert list(here.values()) == [(told[0]["earlier_session"], told[0]["earlier_person"])]


def test_what_names_a_learning_by_its_number_follows_it(archive: bytes, elsewhere: House) -> None:
    database = elsewhere.doors.database
    for words in ("Un autre ici.", "Un autre encore."):
        learnings.add(database, 1, LearningFacts(words), 1, 5)
    number = restore(database, archive, NOW)
    (learned,) = learnings.of_experiment(database, number)
    assert learned.id == 3
    (judged,) = (one.verdict for one in hypotheses.of_experiment(database, number) if one.verdict)
    assert judged.evidence == (learning_ref(learned.id), *learned.facts.evidence)
    (objection,) = (one for one in objections.of_experiment(database, number) if "learning" in one.said.about)
    assert objection.said.about == f"learning:{learned.id}"
    assert renumbered("hypothesis:9\nlearning 4\nce que learning 4 dit", {("hypotheses", 9): 2}) == (
        "hypothesis:2\nlearning 0\nce que learning 4 dit"
    ), "what was nowhere there names nothing here"


def test_two_coders_stay_two_and_themes_keep_what_they_point_at(archive: bytes, elsewhere: House) -> None:
    database = elsewhere.doors.database
    with database.writing() as connection:
        connection.execute(metadata.tables["themes"].insert().values(experiment_id=1, state="open"))
    number = restore(database, archive, NOW)
    with database.reading() as connection:
        themes = connection.execute(
            metadata.tables["themes"].select().where(metadata.tables["themes"].c.experiment_id == number)
        ).all()
        codings = connection.execute(metadata.tables["codings"].select()).all()
    merged, kept = themes[-2:]
    assert (merged.merged_into, kept.merged_into) == (kept.id, None)
    assert sorted((row.account_id, row.theme_id) for row in codings) == [(-3, 0), (-2, kept.id), (-1, kept.id)]


def test_a_session_that_never_began_stays_at_home(origin: House, archive: bytes) -> None:
    waiting = [each.id for each in live_sessions.of_experiment(origin.doors.database, 1) if each.status == "waiting"]
    assert waiting
    assert waiting[0] not in b"".join(entries(archive).values()).decode()


def test_only_its_own_things_travel(origin: House) -> None:
    database = origin.doors.database
    other = experiments.add(database, experiments.ExperimentFacts("Une autre"), 99)
    edition = programmes.edition_of(database, 1)
    assert edition
    programmes.place(database, other, edition.id)
    organisations.join(database, "Association des exemples", "association", "bearer", Whole(experiment=other))
    found = entries(make_archive(database, 1, NOW)[1])
    assert b"Une autre" not in found["records/experiments.jsonl"]
    assert len(found["records/edition_experiments.jsonl"].splitlines()) == 1
    assert len(found["records/partnerships.jsonl"].splitlines()) == 2
    assert len(found["records/protocol_instruments.jsonl"].splitlines()) == 2


def test_what_is_known_here_is_met_and_never_written_over(archive: bytes, elsewhere: House) -> None:
    database = elsewhere.doors.database
    alike = sites.add(
        database, SiteFacts("Maison de quartier", "association", "weak", True, "au premier", host(database))
    )
    checklist.settle(database, alike, "minors", Settled("ticked", "aucun n'est attendu", "la direction", None, 1, 5))
    programme = programmes.add(database, "Programme d'essai", "D'autres mots.")
    organisations.join(database, "Fondation des exemples", "company", "funder", Whole(experiment=1))
    preview = look_into(database, archive)
    met = {(each.table, each.name): each.how for each in preview.met}
    assert met == {
        ("programmes", "Programme d'essai"): "other",
        ("editions", "2026"): "new",
        ("organisations", "Association des exemples"): "new",
        ("organisations", "Hôte des exemples"): "same",
        ("organisations", "Fondation des exemples"): "other",
        ("sites", "Maison de quartier"): "same",
    }
    assert {each.name for each in preview.others} == {"Programme d'essai", "Fondation des exemples"}
    assert (preview.people, preview.alike, preview.here_already) == (4, True, False)
    number = restore(database, archive, NOW)
    restored = experiments.find(database, number)
    assert restored
    assert restored.facts.site == alike
    assert [each.id for each in sites.everywhere(database) if each.facts.name == "Maison de quartier"] == [alike]
    assert [each.words for each in programmes.everything(database) if each.id == programme] == ["D'autres mots."]
    assert [each.category for each in organisations.of(database, Whole(experiment=1))] == ["company"]


def test_a_site_of_the_same_name_with_another_checklist_is_another_one(archive: bytes, elsewhere: House) -> None:
    database = elsewhere.doors.database
    here = sites.add(
        database, SiteFacts("Maison de quartier", "association", "weak", True, "au premier", host(database))
    )
    number = restore(database, archive, NOW)
    restored = experiments.find(database, number)
    assert restored
    assert restored.facts.site not in (None, here)
    assert not checklist.of_site(database, here)


def test_a_second_experiment_of_the_same_edition_joins_it(origin: House, archive: bytes, elsewhere: House) -> None:
    database = elsewhere.doors.database
    first = restore(database, archive, NOW)
    second = restore(database, archive_of(origin, _sister(origin)), NOW)
    one, other = programmes.edition_of(database, first), programmes.edition_of(database, second)
    assert one
    assert one == other


def _sister(origin: House) -> int:
    """Another experiment in the same edition of the house of origin."""
    database = origin.doors.database
    edition = programmes.edition_of(database, 1)
    assert edition
    assert isinstance(edition.facts, EditionFacts)
    number = experiments.add(database, experiments.ExperimentFacts("Une sœur"), 100)
    programmes.place(database, number, edition.id)
    return number


def test_an_older_archive_without_a_table_or_a_column_is_restored(archive: bytes, elsewhere: House) -> None:
    def older(found: dict[str, bytes]) -> None:
        del found["records/opinions.jsonl"]
        told = json.loads(found["records/experiments.jsonl"])
        for name in ("resources", "actions", "outcomes", "revisit_on"):
            del told[name]
        found["records/experiments.jsonl"] = json.dumps(told).encode()

    number = restore(elsewhere.doors.database, forged(archive, older), NOW)
    found = experiments.find(elsewhere.doors.database, number)
    assert found
    assert found.facts.resources == ()


def test_restored_sessions_have_doors_of_their_own(origin: House, archive: bytes, elsewhere: House) -> None:
    number = restore(elsewhere.doors.database, archive, NOW)
    here = {each.id: each for each in live_sessions.of_experiment(origin.doors.database, 1)}
    restored = live_sessions.of_experiment(elsewhere.doors.database, number)
    assert len(restored) == 2
    for each in restored:
        assert each.code != here[each.id].code
        assert each.secret != here[each.id].secret
        assert each.status == "closed"
