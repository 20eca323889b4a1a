"""Whether photos may be taken: a clearance that somebody in charge gave an experiment, for some days."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Integer, String, Table, Text, delete, insert, select

from facilitation.database import Database, metadata

photo_clearances = Table(
    "photo_clearances",
    metadata,
    Column("experiment_id", Integer, ForeignKey("experiments.id"), primary_key=True, autoincrement=False),
    Column("words", Text, nullable=False),
    Column("authority", String(200), nullable=False),
    Column("since_on", Date, nullable=False),
    Column("until_on", Date, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("given_at", BigInteger, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Clearance:
    """What may be photographed and under which conditions; by which authority (a function, never a person); from the
    first day to the last.
    """

    words: str
    authority: str
    since: date
    until: date

    def holds_on(self, day: date) -> bool:
        """Whether photos are allowed on a day."""
        return self.since <= day <= self.until


def give(database: Database, experiment: int, clearance: Clearance, account: int, now: int) -> None:
    """Keep a clearance, in place of the one before."""
    row = {
        "experiment_id": experiment,
        "words": clearance.words,
        "authority": clearance.authority,
        "since_on": clearance.since,
        "until_on": clearance.until,
        "account_id": account,
        "given_at": now,
    }
    with database.writing() as connection:
        connection.execute(delete(photo_clearances).where(photo_clearances.c.experiment_id == experiment))
        connection.execute(insert(photo_clearances).values(row))


def end(database: Database, experiment: int) -> None:
    """No photos any more."""
    with database.writing() as connection:
        connection.execute(delete(photo_clearances).where(photo_clearances.c.experiment_id == experiment))


def of_experiment(database: Database, experiment: int) -> Clearance | None:
    """The clearance of an experiment, if one was recorded."""
    with database.reading() as connection:
        row = connection.execute(select(photo_clearances).where(photo_clearances.c.experiment_id == experiment)).first()
    return Clearance(row.words, row.authority, row.since_on, row.until_on) if row else None
