"""Programmes and their editions: a season of some nine months that experiments belong to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)

from facilitation.database import Database, metadata
from facilitation.records.meanwhile import Overtaken, overtaken
from facilitation.records.months import months_later

programmes = Table(
    "programmes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("words", Text, nullable=False),
)

editions = Table(
    "editions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("programme_id", Integer, ForeignKey("programmes.id"), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("begins_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("words", Text, nullable=False),
)

edition_experiments = Table(
    "edition_experiments",
    metadata,
    Column("experiment_id", Integer, ForeignKey("experiments.id"), primary_key=True, autoincrement=False),
    Column("edition_id", Integer, ForeignKey("editions.id"), nullable=False, index=True),
)

SEASON = 9
"""Months of a season, where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Programme:
    """What editions follow one another in."""

    id: int
    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """A season of a programme."""

    name: str
    begins_on: date
    ends_on: date
    words: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """A season with its number and the name of its programme."""

    id: int
    programme: int
    programme_name: str
    facts: EditionFacts

    @property
    def title(self) -> str:
        """Programme and edition."""
        return f"{self.programme_name} · {self.facts.name}"


def season_from(day: date) -> date:
    """The last day of a season: one from 1 January ends on 30 September."""
    return months_later(day, SEASON) - timedelta(days=1)


def add(database: Database, name: str, words: str) -> int:
    """Keep a new programme; returns its number."""
    with database.writing() as connection:
        key = connection.execute(insert(programmes).values(name=name, words=words)).inserted_primary_key
    return int(key[0]) if key else 0


def change(database: Database, programme: Programme, base: str = "") -> Overtaken[Programme] | None:
    """Replace what was said of a programme at `base`, or say who was faster."""
    row, mine = {"name": programme.name, "words": programme.words}, programmes.c.id == programme.id
    with database.writing() as connection:
        found = connection.execute(select(programmes).where(mine).with_for_update()).first()
        if found and (faster := overtaken(Programme(found.id, found.name, found.words), programme, base)):
            return faster
        connection.execute(update(programmes).where(mine).values(row))
    return None


def find(database: Database, programme: int) -> Programme | None:
    """The programme with this number."""
    return next((each for each in everything(database) if each.id == programme), None)


def everything(database: Database) -> tuple[Programme, ...]:
    """All programmes, by name."""
    wanted = select(programmes).order_by(programmes.c.name, programmes.c.id)
    with database.reading() as connection:
        return tuple(Programme(row.id, row.name, row.words) for row in connection.execute(wanted))


def add_edition(database: Database, programme: int, facts: EditionFacts) -> int:
    """Keep a new edition; returns its number."""
    row = {"programme_id": programme, **_columns(facts)}
    with database.writing() as connection:
        key = connection.execute(insert(editions).values(row)).inserted_primary_key
    return int(key[0]) if key else 0


def change_edition(
    database: Database, edition: int, facts: EditionFacts, base: str = ""
) -> Overtaken[EditionFacts] | None:
    """Replace what was said of an edition at `base`, or say who was faster."""
    mine = editions.c.id == edition
    with database.writing() as connection:
        found = connection.execute(select(editions).where(mine).with_for_update()).first()
        if found and (faster := overtaken(_facts(found), facts, base)):
            return faster
        connection.execute(update(editions).where(mine).values(_columns(facts)))
    return None


def find_edition(database: Database, edition: int) -> Edition | None:
    """The edition with this number."""
    return next((each for each in every_edition(database) if each.id == edition), None)


def every_edition(database: Database) -> tuple[Edition, ...]:
    """All editions, the latest first."""
    joined = editions.join(programmes, editions.c.programme_id == programmes.c.id)
    wanted = select(editions, programmes.c.name.label("programme_name")).select_from(joined)
    with database.reading() as connection:
        rows = connection.execute(wanted.order_by(editions.c.begins_on.desc(), editions.c.id.desc()))
        return tuple(_edition(row) for row in rows)


def place(database: Database, experiment: int, edition: int | None) -> None:
    """Put an experiment into an edition, or into none."""
    with database.writing() as connection:
        connection.execute(delete(edition_experiments).where(edition_experiments.c.experiment_id == experiment))
        if edition is not None:
            connection.execute(insert(edition_experiments).values(experiment_id=experiment, edition_id=edition))


def edition_of(database: Database, experiment: int) -> Edition | None:
    """The edition that an experiment belongs to."""
    wanted = select(edition_experiments.c.edition_id).where(edition_experiments.c.experiment_id == experiment)
    with database.reading() as connection:
        number = connection.scalar(wanted)
    return find_edition(database, int(number)) if number is not None else None


def experiments_of(database: Database, edition: int) -> tuple[int, ...]:
    """The experiments of an edition, in the order they were made."""
    kept = edition_experiments.c
    wanted = select(kept.experiment_id).where(kept.edition_id == edition).order_by(kept.experiment_id)
    with database.reading() as connection:
        return tuple(connection.scalars(wanted).all())


def rounded(counts: Iterable[int | None], threshold: int = 5) -> int | None:
    """A number of people as it may leave the house: to the nearest five; None for fewer than five.

    Each count is rounded before it is added, so that no sum and its parts let a small one be worked out.
    """
    told = sum(threshold * round(count / threshold) for count in counts if count and count >= threshold)
    return told or None


def _columns(facts: EditionFacts) -> dict[str, object]:
    return {"name": facts.name, "begins_on": facts.begins_on, "ends_on": facts.ends_on, "words": facts.words}


def _edition(row: Row[tuple[object, ...]]) -> Edition:
    return Edition(row.id, row.programme_id, row.programme_name, _facts(row))


def _facts(row: Row[tuple[object, ...]]) -> EditionFacts:
    return EditionFacts(row.name, row.begins_on, row.ends_on, row.words)
