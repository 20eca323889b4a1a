"""Following words that were taken back into everything the team keeps of an experiment."""

import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from sqlalchemy import select, update

from facilitation.database import Database
from facilitation.records import texts
from facilitation.records.experiments import experiments
from facilitation.records.live_sessions import live_sessions
from facilitation.records.versions import dossier_versions
from facilitation.records.withdrawn.held import HELD, Held
from facilitation.records.withdrawn.matching import MARKS, without

Take = Callable[[str, str], str]
"""A text in a language, without the words."""


def follow(database: Database, session: str, words: Iterable[str], now: int) -> None:
    """Take words out of whatever the team keeps of the experiment of a session."""
    wanted = [each for each in words if each.strip()]
    if not wanted:
        return
    facts = select(experiments).join(live_sessions, live_sessions.c.experiment_id == experiments.c.id)
    with database.reading() as connection:
        found = connection.execute(facts.where(live_sessions.c.id == session)).first()
    if found is None:
        return

    def take(text: str, locale: str) -> str:
        return without(text, wanted, MARKS[locale], (found.title, found.question))

    _from_texts(database, found.id, take, now)
    for held in HELD:
        _from_columns(database, held, found.id, take)
    _from_frozen(database, found.id, take)


def _from_texts(database: Database, experiment: int, take: Take, now: int) -> None:
    """A text that holds them gets a version without them, and loses every version before it."""
    for place in texts.places(database, experiment):
        history = texts.history(database, place)
        clean = take(history[0].body, place.locale)
        if clean != history[0].body:
            texts.replace_all(database, history[0], clean, now)
        elif any(take(each.body, place.locale) != each.body for each in history[1:]):
            texts.forget_history(database, place)


def _from_columns(database: Database, held: Held, experiment: int, take: Take) -> None:
    keys = list(held.table.primary_key.columns)
    with database.writing() as connection:
        rows = connection.execute(select(held.table).where(held.of_experiment(experiment))).mappings().all()
        for row in rows:
            clean = {name: take(row[name], "fr") for name in held.columns if row[name]}
            changed = {name: text for name, text in clean.items() if text != row[name]}
            if changed:
                mine = update(held.table)
                for key in keys:
                    mine = mine.where(key == row[key.name])
                connection.execute(mine.values(changed))


def _from_frozen(database: Database, experiment: int, take: Take) -> None:
    c = dossier_versions.c
    with database.writing() as connection:
        kept = select(c.number, c.frozen).where(c.experiment_id == experiment, c.frozen != "")
        for row in connection.execute(kept).all():
            told = json.loads(row.frozen)
            clean = {locale: _taken(part, partial(_in, take, locale)) for locale, part in told.items()}
            if clean != told:
                frozen = json.dumps(clean, ensure_ascii=False, sort_keys=True)
                mine = update(dossier_versions).where(c.experiment_id == experiment, c.number == row.number)
                connection.execute(mine.values(frozen=frozen, digest=""))


def _in(take: Take, locale: str, text: str) -> str:
    return take(text, locale)


def _taken(value: Any, take: Callable[[str], str]) -> Any:
    match value:
        case str():
            return take(value)
        case list():
            return [_taken(each, take) for each in value]
        case dict():
            return {key: _taken(each, take) for key, each in value.items()}
    return value
