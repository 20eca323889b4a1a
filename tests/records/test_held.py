"""Every column of text is searched when somebody takes words back, or excepted by name; each copy is found."""

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest
from sqlalchemy import Column, Date, String, Table, insert, select, update

import facilitation
from facilitation.database import Database, metadata
from facilitation.domain.format.text import Locale
from facilitation.records import experiments, live_sessions, texts, themes, withdrawn
from facilitation.records.closed import WORDS
from facilitation.records.experiments import ExperimentFacts
from facilitation.records.live_sessions import LiveSession
from facilitation.records.texts import Place
from facilitation.records.themes import ThemeFacts
from facilitation.records.withdrawn.elsewhere import NOT_HELD
from facilitation.records.withdrawn.held import HELD, Held

ROOMS = ("facilitation.records", "facilitation.eventlog")
SAID = "Un figuier planté dans la cour nous ferait respirer"
NOW = 1_780_000_000_000
NOW_DAY = date(2026, 11, 26)


def columns_of_text() -> Iterator[Column[Any]]:
    for module in walk_packages(facilitation.__path__, "facilitation."):
        if module.name.startswith(ROOMS):
            import_module(module.name)
    for table in metadata.sorted_tables:
        yield from (column for column in table.columns if isinstance(column.type, String))


def test_every_column_of_text_is_searched_or_excepted_for_a_reason() -> None:
    held = [f"{one.table.name}.{name}" for one in HELD for name in one.columns]
    excepted = [name for names in NOT_HELD.values() for name in names]
    closed = {f"{table}.{name}" for table, name in WORDS}
    known = [*held, *excepted, *closed]
    there = {f"{column.table.name}.{column.name}" for column in columns_of_text()}
    assert sorted(there - set(known)) == [], "searched when somebody takes words back, or excepted by name: which?"
    assert sorted(set(known) - there) == [], "no such column"
    assert len(known) == len(set(known)), "named twice"
    assert all(NOT_HELD)


@pytest.fixture
def session(database: Database) -> LiveSession:
    """A session of an experiment that has a site and a season."""
    for name in ("sites", "programmes"):
        _add(database, metadata.tables[name], id=3)
    _add(database, metadata.tables["editions"], id=3, programme_id=3)
    number = experiments.add(database, ExperimentFacts("Titre", "Comment accueillir ?", site=3), 1)
    _add(database, metadata.tables["edition_experiments"], experiment_id=number, edition_id=3)
    header = live_sessions.prepare(number, "Séance", "one-two-four-all", "fr", None, 5)
    live_sessions.add(database, header)
    return header


def _add(database: Database, table: Table, **known: object) -> None:
    """A row with nothing in particular in it."""
    row: dict[str, object] = {}
    for column in table.columns:
        if column.nullable:
            continue
        kind = column.type.python_type
        row[column.name] = NOW_DAY if isinstance(column.type, Date) else kind() if kind is not int else 1
    with database.writing() as connection:
        connection.execute(insert(table).values({**row, **known}))


@pytest.mark.parametrize("held", HELD, ids=lambda held: held.table.name)
def test_words_are_taken_out_of_every_column_and_named_where_they_were(
    database: Database, session: LiveSession, held: Held
) -> None:
    if not _rows(database, held.table):
        _add(database, held.table, **_of(database, session, held.table))
    for name in held.columns:
        with database.writing() as connection:
            connection.execute(update(held.table).values({name: f"On a dit : {SAID}."}))
        withdrawn.follow(database, session.id, [SAID], NOW)
        found = _rows(database, held.table)
        assert [row[name] for row in found] == ["On a dit : [mots retirés]."], name
    places = {place.kind for place in withdrawn.to_mend(database, session.experiment)}
    assert places == {held.kind} or held.kind in ("comment", "opinion", "objection", "version", "reading")


def _rows(database: Database, table: Table) -> list[dict[str, Any]]:
    with database.reading() as connection:
        return [dict(row) for row in connection.execute(select(table)).mappings()]


def _of(database: Database, session: LiveSession, table: Table) -> dict[str, object]:
    """What makes a row the experiment's own."""
    if table.name == "hypothesis_versions":
        _add(database, metadata.tables["hypotheses"], id=3, experiment_id=session.experiment)
        return {"hypothesis_id": 3}
    if table.name in ("protocol_instruments", "protocol_tests"):
        _add(database, metadata.tables["protocol_versions"], experiment_id=session.experiment)
    known: dict[str, object] = {"experiment_id": session.experiment, "site_id": 3, "session_id": session.id}
    return {name: value for name, value in known.items() if name in table.c}


def test_those_of_another_experiment_are_theirs(database: Database, session: LiveSession) -> None:
    other = experiments.add(database, ExperimentFacts("Autre", resources=(f"On a dit : {SAID}.",)), 2)
    withdrawn.follow(database, session.id, [SAID], NOW)
    found = experiments.find(database, other)
    assert found
    assert found.facts.resources == (f"On a dit : {SAID}.",)


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_texts_and_themes_are_followed_too(database: Database, session: LiveSession, locale: Locale) -> None:
    texts.save(database, Place(session.experiment, "success", locale), f"« {SAID} »", 0, 1, 5)
    withdrawn.follow(database, session.id, [SAID], NOW)
    assert SAID not in texts.read(database, Place(session.experiment, "success", locale)).body
    short = "On ne se voit que là"
    for words in ("Autre chose", f"Quand on dit « {short} »."):
        themes.add(database, session.experiment, ThemeFacts("Accueil", words), 1, 6)
    themes.forget_words(database, session.experiment, [short], [])
    told = [theme.facts.definition for theme in themes.of_experiment(database, session.experiment)]
    assert told == ["Autre chose", ""], "few words that tell something, and yet a whole contribution"


def test_a_title_that_was_somebody_s_words_is_read_again_by_a_person(database: Database, session: LiveSession) -> None:
    with database.writing() as connection:
        connection.execute(update(metadata.tables["experiments"]).values(title=f"« {SAID} »", question="Et après ?"))
    withdrawn.follow(database, session.id, ["Après le café, rien"], NOW)
    assert withdrawn.to_reread(database, session.experiment) == ()
    withdrawn.follow(database, session.id, [SAID], NOW)
    waiting = withdrawn.to_reread(database, session.experiment)
    assert [(each.place.field, each.sentence) for each in waiting] == [("title", f"« {SAID} »")]
    withdrawn.judge(database, session.experiment, waiting[0].ids)
    assert withdrawn.to_reread(database, session.experiment) == ()
