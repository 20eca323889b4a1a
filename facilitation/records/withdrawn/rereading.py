"""Sentences of the team that say nearly what somebody took back: where they stand, until a person has judged them.

Neither the words that were taken back nor a fingerprint of them is kept: only from where to where the sentence goes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import cast

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Table, delete, insert, select

from facilitation.database import Database, metadata
from facilitation.domain.copied import Sought, copies_in
from facilitation.domain.format.text import Locale
from facilitation.domain.nearly import Near, near_in
from facilitation.records.experiments import experiments
from facilitation.records.withdrawn.kept import Kept, Place, kept_of

rereadings = Table(
    "rereadings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("experiment_id", Integer, ForeignKey("experiments.id"), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("key", String(40), nullable=False),
    Column("field", String(40), nullable=False),
    Column("locale", String(2), nullable=False),
    Column("begins", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("found_at", BigInteger, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Reread:
    """A passage to be read again. `sentence` is empty where its text was changed since; `ids` are its notes."""

    ids: tuple[int, ...]
    place: Place
    sentence: str


ASKED = ("title", "question")
"""Of an experiment: everybody was asked it, and answers repeat it. It is never changed by itself."""


def look_for_near(database: Database, experiment: int, wanted: Near, copied: Sought, now: int) -> None:
    """Note every sentence that says nearly what was taken back; and what was asked, if it repeats it."""
    asked = list(_asked(database, experiment))
    rows = [
        *(
            _row(experiment, kept, span, now)
            for kept in kept_of(database, experiment)
            for span in near_in(kept.words, wanted)
        ),
        *(_row(experiment, kept, (0, len(kept.words)), now) for kept in asked if copies_in(kept.words, copied)),
    ]
    if rows:
        with database.writing() as connection:
            connection.execute(insert(rereadings), rows)


def _asked(database: Database, experiment: int) -> Iterator[Kept]:
    with database.reading() as connection:
        row = connection.execute(select(experiments).where(experiments.c.id == experiment)).mappings().first()
    for name in ASKED:
        if row is not None:
            yield Kept(Place("experiment", str(experiment), name), row[name])


def _row(experiment: int, kept: Kept, span: tuple[int, int], now: int) -> dict[str, object]:
    return {
        "experiment_id": experiment,
        "kind": kept.place.kind,
        "key": kept.place.key,
        "field": kept.place.field,
        "locale": kept.place.locale,
        "begins": span[0],
        "ends": span[1],
        "size": len(kept.words),
        "found_at": now,
    }


def to_reread(database: Database, experiment: int) -> tuple[Reread, ...]:
    """Every passage that waits for somebody's judgment, each once."""
    wanted = select(rereadings).where(rereadings.c.experiment_id == experiment).order_by(rereadings.c.id)
    with database.reading() as connection:
        rows = connection.execute(wanted).all()
    known = chain(kept_of(database, experiment), _asked(database, experiment)) if rows else ()
    standing = {kept.place: kept.words for kept in known}
    found: dict[tuple[Place, str], list[int]] = {}
    for row in rows:
        place = Place(row.kind, row.key, row.field, cast(Locale, row.locale))
        words = standing.get(place, "")
        sentence = words[row.begins : row.ends].strip() if len(words) == row.size else ""
        found.setdefault((place, sentence), []).append(row.id)
    return tuple(Reread(tuple(ids), *where) for where, ids in found.items())


def judge(database: Database, experiment: int, ids: Iterable[int]) -> None:
    """Somebody has read it again: it stays as it is now."""
    mine = rereadings.c.experiment_id == experiment
    with database.writing() as connection:
        connection.execute(delete(rereadings).where(mine, rereadings.c.id.in_(tuple(ids))))
