"""Programmes, editions and organisations; what an edition may tell of how many people came."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.database import Database
from facilitation.records import experiments, organisations, programmes
from facilitation.records.experiments import ExperimentFacts
from facilitation.records.organisations import Whole
from facilitation.records.programmes import EditionFacts, rounded, season_from


def test_an_experiment_belongs_to_one_edition(database: Database) -> None:
    programme = programmes.add(database, "Programme", "")
    facts = EditionFacts("2026", date(2026, 1, 5), date(2026, 9, 30))
    one, two = (programmes.add_edition(database, programme, facts) for _ in range(2))
    number = experiments.add(database, ExperimentFacts("Titre"), 1)
    assert programmes.edition_of(database, number) is None
    for edition in (one, two):
        programmes.place(database, number, edition)
    found = programmes.edition_of(database, number)
    assert found is not None
    assert (found.id, found.title) == (two, "Programme · 2026")
    assert (programmes.experiments_of(database, one), programmes.experiments_of(database, two)) == ((), (number,))
    programmes.place(database, number, None)
    assert programmes.edition_of(database, number) is None
    programmes.change(database, programmes.Programme(programme, "Autre", "mots"))
    assert programmes.find(database, programme) == programmes.Programme(programme, "Autre", "mots")


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        (date(2026, 1, 1), date(2026, 9, 30)),
        (date(2026, 9, 15), date(2027, 6, 14)),
        (date(2026, 5, 31), date(2027, 2, 27)),
    ],
)
def test_a_season_lasts_nine_months(begins: date, ends: date) -> None:
    assert season_from(begins) == ends


def test_an_organisation_is_listed_once_in_a_role(database: Database) -> None:
    number = experiments.add(database, ExperimentFacts("Titre"), 1)
    whole = Whole(experiment=number)
    organisations.join(database, "Mairie", "other", "partner", whole)
    organisations.join(database, "Mairie", "public-service", "partner", whole)
    organisations.join(database, "Association", "association", "bearer", whole)
    found = organisations.of(database, whole)
    assert [(each.name, each.category, each.role) for each in found] == [
        ("Association", "association", "bearer"),
        ("Mairie", "public-service", "partner"),
    ]
    organisations.leave(database, found[1].id, Whole(experiment=number + 1))
    assert organisations.of(database, whole) == found
    organisations.leave(database, found[1].id, whole)
    assert organisations.of(database, whole) == found[:1]
    assert organisations.names(database) == ("Association", "Mairie")


def test_head_counts_are_rounded() -> None:
    assert rounded([12]) == 10
    assert rounded([13, None, 7]) == 20
    assert rounded([4]) is None
    assert rounded([]) is None


@given(st.lists(st.integers(0, 60), max_size=6), st.integers(0, 4), st.integers(0, 4))
def test_no_sum_tells_how_many_a_small_session_had(others: list[int], one: int, another: int) -> None:
    assert rounded([*others, one]) == rounded([*others, another])
