"""What people write in the sections of a dossier: every version, whose it is, and who wrote over whom."""

from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Text,
    and_,
    delete,
    func,
    insert,
    select,
)

from facilitation.database import Connection, Database, metadata
from facilitation.domain.format.text import Locale

texts = Table(
    "texts",
    metadata,
    Column("experiment_id", Integer, ForeignKey("experiments.id"), primary_key=True, autoincrement=False),
    Column("section", String(40), primary_key=True),
    Column("locale", String(2), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("begun_at", BigInteger, nullable=False),
    Column("saved_at", BigInteger, nullable=False),
)

ONE_GO = 10 * 60 * 1000
"""How long somebody may save again in place of their own last version, in milliseconds."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text belongs: `section` is a key of `sections.SECTIONS`."""

    experiment: int
    section: str
    locale: Locale


@dataclass(frozen=True, slots=True)
class Written:
    """A text as it was saved. `version` rises with every save; version 0 is a text nobody has written yet."""

    place: Place
    version: int
    body: str
    account: int | None
    saved_at: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Not saved: somebody saved `theirs` since `base` was read. Nothing of either text is lost."""

    theirs: Written
    yours: str


def read(database: Database, place: Place) -> Written:
    """The newest version of a text; version 0 and no words where there is none."""
    wanted = select(texts).where(_at(place)).order_by(texts.c.version.desc()).limit(1)
    with database.reading() as connection:
        row = connection.execute(wanted).first()
    return _written(row) if row else Written(place, 0, "", None, 0)


def of_experiment(database: Database, experiment: int, locale: Locale) -> dict[str, Written]:
    """The newest version of every text of an experiment that has words, by section."""
    newest = select(texts.c.section, func.max(texts.c.version).label("version")).where(
        texts.c.experiment_id == experiment, texts.c.locale == locale
    )
    last = newest.group_by(texts.c.section).subquery()
    wanted = select(texts).join(last, and_(texts.c.section == last.c.section, texts.c.version == last.c.version))
    with database.reading() as connection:
        rows = connection.execute(wanted.where(texts.c.experiment_id == experiment, texts.c.locale == locale)).all()
    return {row.section: _written(row) for row in rows if row.body}


def history(database: Database, place: Place) -> tuple[Written, ...]:
    """All kept versions of a text, newest first."""
    with database.reading() as connection:
        rows = connection.execute(select(texts).where(_at(place)).order_by(texts.c.version.desc()))
        return tuple(_written(row) for row in rows)


def save(
    database: Database, place: Place, body: str, base: int, account: int, now: int, apart: bool = False
) -> Written | Conflict:
    """Keep a text that was written over version `base`, or say who was faster.

    Saving again within ten minutes takes the place of one's own last version: an editor may save at every pause
    without filling the history. The same words again change nothing. `apart` keeps the last version whoever wrote it,
    where somebody chose between two.
    """
    with database.writing() as connection:
        row = connection.execute(select(texts).where(_at(place)).order_by(texts.c.version.desc()).limit(1)).first()
        found = _written(row) if row else Written(place, 0, "", None, 0)
        if found.body == body:
            return found
        if found.version != base:
            return Conflict(found, body)
        begun = now
        if row is not None and row.account_id == account and not apart and now - row.begun_at < ONE_GO:
            begun = row.begun_at
            connection.execute(delete(texts).where(_at(place), texts.c.version == base))
        values = {"body": body, "account_id": account, "begun_at": begun, "saved_at": now, "version": base + 1}
        where = {"experiment_id": place.experiment, "section": place.section, "locale": place.locale}
        connection.execute(insert(texts).values({**where, **values}))
    return Written(place, base + 1, body, account, now)


def places(database: Database, experiment: int) -> tuple[Place, ...]:
    """Every text of an experiment that was ever written."""
    c = texts.c
    wanted = select(c.section, c.locale).where(c.experiment_id == experiment).distinct().order_by(c.section, c.locale)
    with database.reading() as connection:
        return tuple(Place(experiment, row.section, row.locale) for row in connection.execute(wanted))


def replace_all(connection: Connection, newest: Written, body: str, now: int) -> None:
    """Put other words in place of the newest version, and erase every one before: something was taken out of them.

    Other words are a version of their own, so that whoever has the former one open is told when they save. Where
    somebody saved since `newest` was read, nothing is done.
    """
    place = newest.place
    where = {"experiment_id": place.experiment, "section": place.section, "locale": place.locale}
    if connection.scalar(select(func.max(texts.c.version)).where(_at(place))) != newest.version:
        return
    if body == newest.body:
        connection.execute(delete(texts).where(_at(place), texts.c.version < newest.version))
        return
    row = {**where, "version": newest.version + 1, "body": body, "account_id": newest.account}
    connection.execute(delete(texts).where(_at(place)))
    connection.execute(insert(texts).values(**row, begun_at=0, saved_at=now))


def _at(place: Place) -> ColumnElement[bool]:
    where = texts.c
    return and_(where.experiment_id == place.experiment, where.section == place.section, where.locale == place.locale)


def _written(row: Row[tuple[object, ...]]) -> Written:
    return Written(
        Place(row.experiment_id, row.section, row.locale), row.version, row.body, row.account_id, row.saved_at
    )
