"""Sentences of the team that say nearly what somebody took back: where they stand, until a person has judged them.

Neither the words that were taken back nor a fingerprint of them is kept: only from where to where the sentence goes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Table, delete, insert, select

from facilitation.database import Database, metadata
from facilitation.domain.copied import Near, near_in
from facilitation.domain.format.text import Locale
from facilitation.records.withdrawn.kept import Place, kept_of

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


def look_for_near(database: Database, experiment: int, wanted: Near, now: int) -> None:
    """Note every sentence that says nearly what was taken back."""
    rows = [
        {
            "experiment_id": experiment,
            "kind": kept.place.kind,
            "key": kept.place.key,
            "field": kept.place.field,
            "locale": kept.place.locale,
            "begins": begins,
            "ends": ends,
            "size": len(kept.words),
            "found_at": now,
        }
        for kept in kept_of(database, experiment)
        for begins, ends in near_in(kept.words, wanted)
    ]
    if rows:
        with database.writing() as connection:
            connection.execute(insert(rereadings), rows)


def to_reread(database: Database, experiment: int) -> tuple[Reread, ...]:
    """Every passage that waits for somebody's judgment, each once."""
    wanted = select(rereadings).where(rereadings.c.experiment_id == experiment).order_by(rereadings.c.id)
    with database.reading() as connection:
        rows = connection.execute(wanted).all()
    standing = {kept.place: kept.words for kept in kept_of(database, experiment)} if rows else {}
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
