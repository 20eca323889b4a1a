"""Where sentences of the team have a gap since words were taken back: by name, until somebody has written them anew."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from facilitation.database import Database
from facilitation.records import texts
from facilitation.records.withdrawn.held import HELD
from facilitation.records.withdrawn.matching import MARKS


@dataclass(frozen=True, slots=True)
class ToMend:
    """A place: `kind` is `text` or that of a `Held`; `key` names it there; `locale` is that of a text."""

    kind: str
    key: str
    locale: str = ""


MENDED_BY_NOBODY = frozenset({"comment", "opinion", "objection", "version"})
"""What was said on a day stays as it was said, with its gap."""


def to_mend(database: Database, experiment: int) -> tuple[ToMend, ...]:
    """Every place, each once."""
    return tuple(dict.fromkeys((*_texts(database, experiment), *_columns(database, experiment))))


def _texts(database: Database, experiment: int) -> Iterator[ToMend]:
    for place in texts.places(database, experiment):
        if _has_gap(texts.read(database, place).body):
            yield ToMend("text", place.section, place.locale)


def _columns(database: Database, experiment: int) -> Iterator[ToMend]:
    with database.reading() as connection:
        for held in HELD:
            if held.kind in MENDED_BY_NOBODY:
                continue
            rows = connection.execute(select(held.table).where(held.of_experiment(experiment))).mappings().all()
            first = next(iter(held.table.primary_key.columns)).name
            for row in rows:
                if any(_has_gap(row[name] or "") for name in held.columns):
                    yield ToMend(held.kind, str(row[first]))


def _has_gap(text: str) -> bool:
    return any(mark in text for mark in MARKS.values())
