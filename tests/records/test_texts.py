"""Written sections: every version is kept, and nobody writes over words they have not seen."""

import pytest

from facilitation.database import Database
from facilitation.records import experiments, texts
from facilitation.records.experiments import ExperimentFacts
from facilitation.records.sections import PARTS, SECTIONS, section
from facilitation.records.texts import ONE_GO, Conflict, Place, Written


@pytest.fixture
def place(database: Database) -> Place:
    return Place(experiments.add(database, ExperimentFacts("Titre"), 1), "problem", "fr")


def test_what_nobody_wrote_is_version_nothing(database: Database, place: Place) -> None:
    assert texts.read(database, place) == Written(place, 0, "", None, 0)
    assert texts.of_experiment(database, place.experiment, "fr") == {}


def test_one_writer_in_one_go_leaves_one_version(database: Database, place: Place) -> None:
    for moment, body in enumerate(("On", "On ne", "On ne sait pas"), 100):
        kept = texts.save(database, place, body, moment - 100, 1, moment)
        assert isinstance(kept, Written)
    assert [(each.version, each.body) for each in texts.history(database, place)] == [(3, "On ne sait pas")]
    texts.save(database, place, "On ne sait rien", 3, 1, 100 + ONE_GO)
    texts.save(database, place, "On sait", 4, 2, 101 + ONE_GO)
    history = texts.history(database, place)
    assert [(each.version, each.body, each.account) for each in history] == [
        (5, "On sait", 2),
        (4, "On ne sait rien", 1),
        (3, "On ne sait pas", 1),
    ]
    assert texts.of_experiment(database, place.experiment, "fr") == {"problem": history[0]}
    assert texts.of_experiment(database, place.experiment, "en") == {}


def test_whoever_comes_second_is_shown_both(database: Database, place: Place) -> None:
    first = texts.save(database, place, "Le texte d'Ana", 0, 1, 10)
    assert isinstance(first, Written)
    assert texts.save(database, place, "Le texte de Bruno", 0, 2, 20) == Conflict(first, "Le texte de Bruno")
    assert texts.read(database, place) == first
    assert texts.save(database, place, "Le texte d'Ana", 0, 2, 30) == first
    assert texts.save(database, place, "Les deux", 1, 2, 40) == Written(place, 2, "Les deux", 2, 40)


def test_what_must_be_found_nowhere_goes_with_the_history(database: Database, place: Place) -> None:
    texts.save(database, place, "un mot retiré", 0, 1, 10)
    texts.save(database, place, "sans lui", 1, 2, 20)
    newest = texts.read(database, place)
    with database.writing() as connection:
        texts.replace_all(connection, newest, newest.body, 30)
    assert [each.body for each in texts.history(database, place)] == ["sans lui"]
    assert texts.read(database, place) == newest
    texts.save(database, place, "d'autres mots", 2, 2, 40)
    with database.writing() as connection:
        texts.replace_all(connection, newest, "[mots retirés]", 50)
    assert texts.read(database, place).body == "d'autres mots", "somebody saved in between: it is searched again"


def test_every_section_belongs_to_a_part_and_has_a_key_of_its_own() -> None:
    assert len({each.key for each in SECTIONS}) == len(SECTIONS)
    assert list(dict.fromkeys(each.part for each in SECTIONS)) == list(PARTS)
    assert all(each.title.fr and each.title.en and len(each.key) <= 40 for each in SECTIONS)
    assert section("problem") in SECTIONS
    assert section("nothing") is None
