"""How much a page reads: no more for a season of many sessions than it must, and never twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from facilitation.records import experiments, export_journal, hypotheses, live_sessions, programmes
from facilitation.records.experiments import ExperimentFacts
from facilitation.records.hypotheses import Wording
from facilitation.records.programmes import EditionFacts
from facilitation.web.outcomes import Outcomes
from tests.web.conftest import House
from tests.web.test_documents import held

TEXTS = "GROUP BY texts.section"
"""What a draft of the dossier reads once, and nothing else does."""


@contextmanager
def heard(house: House) -> Iterator[list[str]]:
    """Every statement that reaches the database meanwhile."""
    said: list[str] = []
    engines = (house.doors.database.engine, house.doors.database.readers)

    def listen(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        said.append(statement)

    for engine in engines:
        event.listen(engine, "before_cursor_execute", listen)
    try:
        yield said
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", listen)


@pytest.mark.parametrize("page", ["documents", "publication"])
def test_a_page_works_a_dossier_out_once_in_each_language(fresh_house: House, page: str) -> None:
    held(fresh_house)
    staff = fresh_house.staff()
    with heard(fresh_house) as said:
        assert staff.open(f"/experiments/1/{page}").status_code == 200
    assert sum(TEXTS in each for each in said) == 2


def test_taking_a_document_out_is_one_line_for_each_session_and_one_transaction(fresh_house: House) -> None:
    database = fresh_house.doors.database
    for number in range(3):
        live_sessions.add(database, live_sessions.prepare(1, f"Séance {number}", "roti", "fr", None, number))
    staff = fresh_house.staff()
    with heard(fresh_house) as said:
        assert staff.client.get("/experiments/1/documents/table-sessions.csv").status_code == 200
    assert sum("INSERT INTO export_journal" in each for each in said) == 1
    known = live_sessions.of_experiment(database, 1)
    assert len(known) >= 3
    assert all(len(export_journal.of_session(database, each.id)) == 1 for each in known)


def test_an_edition_reads_each_table_once_for_all_its_experiments(fresh_house: House) -> None:
    staff, database = fresh_house.staff(), fresh_house.doors.database
    programme = programmes.add(database, "Programme d'essai", "")
    edition = programmes.add_edition(database, programme, EditionFacts("2026", date(2026, 1, 5), date(2026, 10, 4), ""))
    for number in range(4):
        experiment = experiments.add(database, ExperimentFacts(f"Essai {number}"), number)
        programmes.place(database, experiment, edition)
        live_sessions.add(database, live_sessions.prepare(experiment, "Séance", "roti", "fr", None, number))
        hypotheses.add(database, experiment, Wording("la salle", "écrit", "plus", ""), 1, number)
    with heard(fresh_house) as said:
        staff.open(f"/programmes/editions/{edition}")
    assert "Essai 3" in staff.words
    assert "0 sur 1" in staff.words
    for table in ("edition_experiments", "live_sessions", "hypotheses"):
        assert sum(f"FROM {table} " in each.replace("\n", " ") for each in said) == 1, table


def test_a_season_of_short_sessions_is_kept_whole(fresh_house: House) -> None:
    state, known = held(fresh_house).state, Outcomes()
    season = [replace(state, id=f"s{number}") for number in range(60)]
    first = [known.of(each) for each in season]
    assert all(known.of(each) is before for each, before in zip(season, first, strict=True))
