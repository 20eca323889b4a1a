"""Following words that were taken back into everything the team keeps of an experiment."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Column, Table, and_, select, update
from sqlalchemy import Row as SqlRow

from facilitation.database import Connection, Database
from facilitation.domain.copied import MARKS, SHORT_MARKS, sought, without
from facilitation.domain.nearly import Near
from facilitation.records import texts
from facilitation.records.experiments import experiments
from facilitation.records.live_sessions import live_sessions
from facilitation.records.texts import Written
from facilitation.records.versions import dossier_versions
from facilitation.records.withdrawn.held import HELD, Held
from facilitation.records.withdrawn.rereading import look_for_near

Take = Callable[[str, str, Mapping[str, str]], str]
"""A text without the words: its language, and what stands in their place in each."""

TRIES = 20


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that holds them: what it says now in each column, and what it is to say."""

    table: Table
    key: Mapping[str, Any]
    said: Mapping[str, Any]
    clean: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that holds them, now or in a former version; `clean` is what it says without them."""

    newest: Written
    clean: str


def follow(database: Database, session: str, words: Iterable[str], now: int, still_said: Iterable[str] = ()) -> None:
    """Take words out of whatever the team keeps of the experiment of a session; note where it says nearly the same.

    `still_said` is what others have written. Nobody waits while it is searched: what was found is written where it
    still stands, and then it is searched again, since somebody may have saved meanwhile.
    """
    gone = [each for each in words if each.strip()]
    if not gone:
        return
    facts = select(experiments, live_sessions.c.locale).join(
        live_sessions, live_sessions.c.experiment_id == experiments.c.id
    )
    with database.reading() as connection:
        found = connection.execute(facts.where(live_sessions.c.id == session)).first()
    if found is None:
        return
    asked, others = (found.title, found.question), tuple(still_said)
    wanted = sought(gone, (*asked, *others))

    def take(text: str, locale: str, marks: Mapping[str, str]) -> str:
        return without(text, wanted, marks[locale])

    for _ in range(TRIES):
        if not _took(database, found, take, now):
            break
    look_for_near(database, found.id, Near(tuple(gone), asked, others), sought(gone, others), now)


def _took(database: Database, facts: SqlRow[Any], take: Take, now: int) -> bool:
    """Whether there was something to take out. It is gone where nobody wrote there in between.

    Columns say nothing of their language: the session that the words are from does.
    """
    held = [
        *_in_texts(database, facts.id, take),
        *(row for one in HELD for row in _in_columns(database, one, facts.id, partial(_fitting, take, facts.locale))),
        *_in_frozen(database, facts.id, take),
    ]
    if not held:
        return False
    with database.writing() as connection:
        for one in held:
            match one:
                case _Text():
                    texts.replace_all(connection, one.newest, one.clean, now)
                case _Row():
                    _write(connection, one)
    return True


def _write(connection: Connection, row: _Row) -> None:
    c = row.table.c
    mine = and_(*(c[name] == value for name, value in {**row.key, **row.said}.items()))
    connection.execute(update(row.table).where(mine).values(dict(row.clean)))


def _in_texts(database: Database, experiment: int, take: Take) -> Iterator[_Text]:
    for place in texts.places(database, experiment):
        history = texts.history(database, place)
        if any(take(each.body, place.locale, MARKS) != each.body for each in history):
            yield _Text(history[0], take(history[0].body, place.locale, MARKS))


def _fitting(take: Take, locale: str, column: Column[Any], text: str) -> str:
    """A text without the words, in a column that may be too short for the mark."""
    most = getattr(column.type, "length", None) or sys.maxsize
    clean = take(text, locale, MARKS)
    return clean if len(clean) <= most else take(text, locale, SHORT_MARKS)[:most]


def _in_columns(
    database: Database, held: Held, experiment: int, take: Callable[[Column[Any], str], str]
) -> Iterator[_Row]:
    keys = [column.name for column in held.table.primary_key.columns]
    with database.reading() as connection:
        rows = connection.execute(select(held.table).where(held.of_experiment(experiment))).mappings().all()
    for row in rows:
        clean = {name: take(held.table.c[name], row[name]) for name in held.columns if row[name]}
        changed = {name: text for name, text in clean.items() if text != row[name]}
        if changed:
            yield _Row(held.table, {key: row[key] for key in keys}, {name: row[name] for name in changed}, changed)


def _in_frozen(database: Database, experiment: int, take: Take) -> Iterator[_Row]:
    c = dossier_versions.c
    with database.reading() as connection:
        kept = select(c.number, c.frozen).where(c.experiment_id == experiment, c.frozen != "")
        rows = connection.execute(kept).all()
    for row in rows:
        told = json.loads(row.frozen)
        clean = {locale: _taken(part, partial(_in, take, locale)) for locale, part in told.items()}
        if clean != told:
            key = {"experiment_id": experiment, "number": row.number}
            frozen = json.dumps(clean, ensure_ascii=False, sort_keys=True)
            yield _Row(dossier_versions, key, {"frozen": row.frozen}, {"frozen": frozen, "digest": ""})


def _in(take: Take, locale: str, text: str) -> str:
    return take(text, locale, MARKS)


def _taken(value: Any, take: Callable[[str], str]) -> Any:
    match value:
        case str():
            return take(value)
        case list():
            return [_taken(each, take) for each in value]
        case dict():
            return {key: _taken(each, take) for key, each in value.items()}
    return value
