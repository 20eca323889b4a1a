"""The formats that this house made: all versions of each, where it comes from, and texts still being written."""

from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    Row,
    Select,
    String,
    Table,
    Text,
    and_,
    delete,
    func,
    insert,
    inspect,
    select,
)
from sqlalchemy.exc import IntegrityError

from facilitation.database import Database, metadata
from facilitation.records.live_sessions import live_sessions

own_formats = Table(
    "own_formats",
    metadata,
    Column("id", String(60), primary_key=True),
    Column("account_id", Integer, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("parent_id", String(60)),
    Column("parent_version", String(20)),
    Column("parent_source", Text),
)

own_format_versions = Table(
    "own_format_versions",
    metadata,
    Column("format_id", String(60), ForeignKey("own_formats.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", String(20), nullable=False),
    Column("source", Text, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("saved_at", BigInteger, nullable=False),
)

own_format_drafts = Table(
    "own_format_drafts",
    metadata,
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("format_id", String(60), primary_key=True),
    Column("source", Text, nullable=False),
    Column("base", Integer, nullable=False),
    Column("saved_at", BigInteger, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Parent:
    """What a format was duplicated from, as it stood then."""

    id: str
    version: str
    source: str


@dataclass(frozen=True, slots=True)
class Own:
    """A format of this house, without its texts."""

    id: str
    account: int
    created_at: int
    parent: Parent | None


@dataclass(frozen=True, slots=True)
class Saved:
    """One version, as it was saved; `number` counts from 1."""

    format: str
    number: int
    version: str
    source: str
    account: int
    saved_at: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that one account is writing; `base` is the number of the version it began from, 0 for none."""

    format: str
    source: str
    base: int
    saved_at: int


NEW = ""
"""The format that a draft is for, as long as it has no name."""


def add(database: Database, own: Own, version: str, source: str) -> bool:
    """Keep a new format and its first version; False if its id is taken."""
    parent = own.parent
    row = {
        "id": own.id,
        "account_id": own.account,
        "created_at": own.created_at,
        "parent_id": parent.id if parent else None,
        "parent_version": parent.version if parent else None,
        "parent_source": parent.source if parent else None,
    }
    first = Saved(own.id, 1, version, source, own.account, own.created_at)
    try:
        with database.writing() as connection:
            connection.execute(insert(own_formats).values(row))
            connection.execute(insert(own_format_versions).values(_version_row(first)))
    except IntegrityError:
        return False
    return True


def add_version(database: Database, saved: Saved) -> bool:
    """Keep the next version; False if someone else has kept one of that number, or the format is gone."""
    try:
        with database.writing() as connection:
            if connection.scalar(select(own_formats.c.id).where(own_formats.c.id == saved.format)) is None:
                return False
            connection.execute(insert(own_format_versions).values(_version_row(saved)))
    except IntegrityError:
        return False
    return True


def kept_in(database: Database) -> bool:
    """Whether a database has a place for such formats already."""
    with database.reading() as connection:
        return inspect(connection).has_table(own_formats.name)


def find(database: Database, id: str) -> Own | None:
    """The format of this house with this id."""
    with database.reading() as connection:
        row = connection.execute(select(own_formats).where(own_formats.c.id == id)).first()
    if row is None:
        return None
    parent = Parent(row.parent_id, row.parent_version, row.parent_source) if row.parent_id is not None else None
    return Own(row.id, row.account_id, row.created_at, parent)


def versions(database: Database, id: str) -> tuple[Saved, ...]:
    """All versions of a format, the newest first."""
    table = own_format_versions
    with database.reading() as connection:
        rows = connection.execute(select(table).where(table.c.format_id == id).order_by(table.c.number.desc()))
        return tuple(_saved(row) for row in rows)


def version(database: Database, id: str, number: int) -> Saved | None:
    """One version of a format."""
    table = own_format_versions
    with database.reading() as connection:
        row = connection.execute(select(table).where(table.c.format_id == id, table.c.number == number)).first()
    return _saved(row) if row else None


def newest(database: Database, id: str | None = None) -> tuple[Saved, ...]:
    """The newest version of each format, by id; or of the one with this id."""
    with database.reading() as connection:
        return tuple(_saved(row) for row in connection.execute(_newest(id)))


def copies(database: Database, id: str) -> tuple[str, ...]:
    """The formats of this house that were duplicated from this one."""
    with database.reading() as connection:
        wanted = select(own_formats.c.id).where(own_formats.c.parent_id == id).order_by(own_formats.c.id)
        return tuple(connection.scalars(wanted))


def used(database: Database, id: str) -> int:
    """How many sessions were planned from a format."""
    with database.reading() as connection:
        wanted = select(func.count()).select_from(live_sessions).where(live_sessions.c.format_id == id)
        return connection.scalar(wanted) or 0


def remove(database: Database, id: str) -> bool:
    """Forget a format, its versions and drafts; False if a session was planned from it."""
    if used(database, id):
        return False
    with database.writing() as connection:
        for table in (own_format_drafts, own_format_versions):
            connection.execute(delete(table).where(table.c.format_id == id))
        connection.execute(delete(own_formats).where(own_formats.c.id == id))
    return True


def draft(database: Database, account: int, id: str) -> Draft | None:
    """What an account is writing for a format (or for a new one)."""
    with database.reading() as connection:
        row = connection.execute(select(own_format_drafts).where(_whose(account, id))).first()
    return Draft(row.format_id, row.source, row.base, row.saved_at) if row else None


def keep_draft(database: Database, account: int, draft: Draft) -> None:
    """Keep what an account is writing, in place of what it wrote before."""
    row = {
        "account_id": account,
        "format_id": draft.format,
        "source": draft.source,
        "base": draft.base,
        "saved_at": draft.saved_at,
    }
    with database.writing() as connection:
        connection.execute(delete(own_format_drafts).where(_whose(account, draft.format)))
        connection.execute(insert(own_format_drafts).values(row))


def drop_draft(database: Database, account: int, id: str) -> None:
    """Forget what an account was writing."""
    with database.writing() as connection:
        connection.execute(delete(own_format_drafts).where(_whose(account, id)))


def _newest(id: str | None) -> Select[tuple[object, ...]]:
    table = own_format_versions
    last = select(table.c.format_id, func.max(table.c.number).label("number")).group_by(table.c.format_id).subquery()
    joined = table.join(last, and_(table.c.format_id == last.c.format_id, table.c.number == last.c.number))
    wanted = select(table).select_from(joined).order_by(table.c.format_id)
    return wanted if id is None else wanted.where(table.c.format_id == id)


def _whose(account: int, id: str) -> ColumnElement[bool]:
    return and_(own_format_drafts.c.account_id == account, own_format_drafts.c.format_id == id)


def _version_row(saved: Saved) -> dict[str, object]:
    return {
        "format_id": saved.format,
        "number": saved.number,
        "version": saved.version,
        "source": saved.source,
        "account_id": saved.account,
        "saved_at": saved.saved_at,
    }


def _saved(row: Row[tuple[object, ...]]) -> Saved:
    return Saved(row.format_id, row.number, row.version, row.source, row.account_id, row.saved_at)
