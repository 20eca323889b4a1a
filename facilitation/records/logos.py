"""Logos of organisations: one small picture each, as it is printed on the covers of documents."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, delete, insert, select

from facilitation.database import Database, metadata

logos = Table(
    "logos",
    metadata,
    Column("organisation_id", Integer, ForeignKey("organisations.id"), primary_key=True, autoincrement=False),
    Column("png", LargeBinary, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Logo:
    """A PNG; `width` and `height` in pixels."""

    png: bytes
    width: int
    height: int


def keep(database: Database, organisation: int, logo: Logo) -> None:
    """Give an organisation its logo, in place of the one before."""
    row = {"organisation_id": organisation, "png": logo.png, "width": logo.width, "height": logo.height}
    with database.writing() as connection:
        connection.execute(delete(logos).where(logos.c.organisation_id == organisation))
        connection.execute(insert(logos).values(row))


def drop(database: Database, organisation: int) -> None:
    """An organisation has no logo any more."""
    with database.writing() as connection:
        connection.execute(delete(logos).where(logos.c.organisation_id == organisation))


def of(database: Database, organisations: Iterable[int]) -> Mapping[int, Logo]:
    """The logos of those of these organisations that have one."""
    with database.reading() as connection:
        rows = connection.execute(select(logos).where(logos.c.organisation_id.in_(tuple(organisations)))).all()
    return {row.organisation_id: Logo(row.png, row.width, row.height) for row in rows}
