"""Whatever the team keeps in words of an experiment, text by text, as it stands now."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from facilitation.database import Database
from facilitation.domain.format.text import Locale
from facilitation.records import texts
from facilitation.records.withdrawn.held import HELD


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text is written: `kind` is `text` or that of a `Held`, `key` names it there, `field` is its column."""

    kind: str
    key: str
    field: str = "body"
    locale: Locale = "fr"


@dataclass(frozen=True, slots=True)
class Kept:
    """A text of the team."""

    place: Place
    words: str


SAID_ON_A_DAY = frozenset({"comment", "opinion", "objection", "version"})
"""What was said on a day stays as it was said: nobody writes it anew."""


def kept_of(database: Database, experiment: int) -> Iterator[Kept]:
    """Every text that somebody may still write anew."""
    for place in texts.places(database, experiment):
        if body := texts.read(database, place).body:
            yield Kept(Place("text", place.section, "body", place.locale), body)
    for held in HELD:
        if held.kind in SAID_ON_A_DAY:
            continue
        key = next(iter(held.table.primary_key.columns)).name
        with database.reading() as connection:
            rows = connection.execute(select(held.table).where(held.of_experiment(experiment))).mappings().all()
        for row in rows:
            for name in held.columns:
                if row[name]:
                    yield Kept(Place(held.kind, str(row[key]), name), row[name])
