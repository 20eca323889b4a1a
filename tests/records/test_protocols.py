"""Protocols are fixed at the launch: afterwards every change is a version of its own, with its reason."""

from dataclasses import replace

import pytest

from facilitation.database import Database
from facilitation.documentation.information import information_sheet
from facilitation.records import experiments, protocols
from facilitation.records.experiments import ExperimentFacts
from facilitation.records.protocols import Instrument, Terms, Version
from tests.web.furnished import TERMS


@pytest.fixture
def experiment(database: Database) -> int:
    return experiments.add(database, ExperimentFacts("Titre"), 1)


def test_until_the_launch_there_is_one_version(database: Database, experiment: int) -> None:
    assert protocols.of_experiment(database, experiment) is None
    protocols.save(database, experiment, TERMS, "une raison", 1, 10, launched=False)
    later = replace(TERMS, instruments=(Instrument("Grille", "own"),))
    protocols.save(database, experiment, later, "", 2, 20, launched=False)
    assert protocols.history(database, experiment) == (Version(1, later, "", 2, 20),)


def test_after_the_launch_each_change_is_an_amendment(database: Database, experiment: int) -> None:
    protocols.save(database, experiment, TERMS, "", 1, 10, launched=False)
    protocols.save(database, experiment, TERMS, "rien n'a changé", 1, 20, launched=True)
    later = replace(TERMS, papers_days=None, collected=())
    protocols.save(database, experiment, later, "le lieu détruit les papiers", 1, 30, launched=True)
    found = protocols.of_experiment(database, experiment)
    assert found is not None
    assert found.versions == (
        Version(1, TERMS, "", 1, 10),
        Version(2, later, "le lieu détruit les papiers", 1, 30),
    )
    assert found.newest == found.versions[1]
    assert (found.at(9), found.at(29), found.at(30)) == (None, *found.versions)


def test_what_a_sheet_cannot_do_without_is_named() -> None:
    assert TERMS.missing == ()
    assert replace(TERMS, contact="", controllers=()).missing == ("controllers", "contact")
    assert len(Terms().missing) == 7


def test_the_sheet_holds_everything_and_its_number_every_word() -> None:
    sheet = information_sheet("Oser parler", TERMS, 30, "fr")
    for words in (
        TERMS.purpose,
        *TERMS.collected,
        *TERMS.seen_by,
        *TERMS.controllers,
        TERMS.contact,
        "12\u00a0mois",
        "30\u00a0jours",
        "consentement",
        "CNIL",
        "aucune conséquence",
    ):
        assert words in sheet.text
    assert len(sheet.digest) == 12
    assert sheet.digest == information_sheet("Oser parler", TERMS, 30, "fr").digest
    assert sheet.digest != information_sheet("Oser parler", replace(TERMS, papers_days=31), 30, "fr").digest
    assert "consent" in information_sheet("Oser parler", TERMS, 30, "en").text
