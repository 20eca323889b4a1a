"""Organisations and their part in an experiment or an edition: never a person."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)

from facilitation.database import Database, metadata

organisations = Table(
    "organisations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("category", String(40), nullable=False),
)

partnerships = Table(
    "partnerships",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation_id", Integer, ForeignKey("organisations.id"), nullable=False),
    Column("experiment_id", Integer, ForeignKey("experiments.id"), index=True),
    Column("edition_id", Integer, ForeignKey("editions.id"), index=True),
    Column("role", String(40), nullable=False),
)

CATEGORIES = ("association", "justice", "public-service", "funder", "company", "research", "other")
ROLES = ("bearer", "partner", "funder", "host", "research")


@dataclass(frozen=True, slots=True)
class Whole:
    """What an organisation takes part in: one experiment, or a whole edition."""

    experiment: int | None = None
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation in one of its roles. `id` is the partnership's, `organisation` the organisation's."""

    id: int
    organisation: int
    name: str
    category: str
    role: str


def join(
    database: Database,
    name: str,
    category: str,
    role: str,
    whole: Whole,
    may_change: Callable[[int], bool] = lambda number: True,
) -> bool:
    """Give an organisation a role; a known name keeps one line.

    It takes the category said last, of whoever may change it in every experiment. False where another one stayed.
    """
    names, parts = organisations.c, partnerships.c
    with database.writing() as connection:
        number = connection.scalar(select(names.id).where(names.name == name))
        if number is None:
            key = connection.execute(insert(organisations).values(name=name, category=category)).inserted_primary_key
            number = int(key[0]) if key else 0
        kept = connection.scalar(select(names.category).where(names.id == number)) == category
        if not kept and (kept := may_change(number)):
            connection.execute(update(organisations).where(names.id == number).values(category=category))
        row = {
            "organisation_id": number,
            "role": role,
            "experiment_id": whole.experiment,
            "edition_id": whole.edition,
        }
        same = [parts[column].is_(value) if value is None else parts[column] == value for column, value in row.items()]
        if connection.execute(select(parts.id).where(*same)).first() is None:
            connection.execute(insert(partnerships).values(row))
    return kept


def leave(database: Database, partnership: int, whole: Whole) -> None:
    """End a role."""
    with database.writing() as connection:
        connection.execute(delete(partnerships).where(partnerships.c.id == partnership, _of(whole)))


def of(database: Database, whole: Whole) -> tuple[Partner, ...]:
    """The organisations of an experiment or an edition, by role, then by name."""
    joined = partnerships.join(organisations, partnerships.c.organisation_id == organisations.c.id)
    kept = partnerships.c
    wanted = select(
        kept.id, kept.organisation_id, kept.role, organisations.c.name, organisations.c.category
    ).select_from(joined)
    with database.reading() as connection:
        rows = connection.execute(wanted.where(_of(whole)).order_by(organisations.c.name)).all()
    found = (Partner(row.id, row.organisation_id, row.name, row.category, row.role) for row in rows)
    return tuple(sorted(found, key=lambda partner: ROLES.index(partner.role) if partner.role in ROLES else len(ROLES)))


def everyone(database: Database) -> tuple[tuple[int, str], ...]:
    """The number and the name of every organisation, by name."""
    wanted = select(organisations.c.id, organisations.c.name).order_by(organisations.c.name)
    with database.reading() as connection:
        return tuple((row.id, row.name) for row in connection.execute(wanted))


def names(database: Database) -> tuple[str, ...]:
    """The names that are known, for whoever types one."""
    with database.reading() as connection:
        return tuple(connection.scalars(select(organisations.c.name).order_by(organisations.c.name)).all())


def kinds(database: Database) -> tuple[tuple[str, str], ...]:
    """The name and the category of every organisation, by name."""
    wanted = select(organisations.c.name, organisations.c.category).order_by(organisations.c.name)
    with database.reading() as connection:
        return tuple((row.name, row.category) for row in connection.execute(wanted))


def _of(whole: Whole) -> ColumnElement[bool]:
    kept = partnerships.c
    if whole.experiment is not None:
        return kept.experiment_id == whole.experiment
    return kept.edition_id == whole.edition
