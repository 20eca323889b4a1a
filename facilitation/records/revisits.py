"""Coming back three to twenty-four months later: what has become of it, kept in the same dossier."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Integer, Table, Text, func, insert, select

from facilitation.database import Database, metadata

revisits = Table(
    "revisits",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("experiment_id", Integer, ForeignKey("experiments.id"), nullable=False, index=True),
    Column("done_on", Date, nullable=False),
    Column("words", Text, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("written_at", BigInteger, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Revisit:
    """What was found on a day, long after the sessions."""

    done_on: date
    words: str
    account: int
    at: int


def add(database: Database, experiment: int, revisit: Revisit) -> None:
    """Keep what was found; the ones before stay."""
    row = {
        "experiment_id": experiment,
        "done_on": revisit.done_on,
        "words": revisit.words,
        "account_id": revisit.account,
        "written_at": revisit.at,
    }
    with database.writing() as connection:
        connection.execute(insert(revisits).values(row))


def newest(database: Database, experiments: Iterable[int]) -> dict[int, date]:
    """The last day on which somebody came back to each of these experiments."""
    kept = revisits.c
    wanted = select(kept.experiment_id, func.max(kept.done_on)).where(kept.experiment_id.in_(tuple(experiments)))
    with database.reading() as connection:
        rows = connection.execute(wanted.group_by(kept.experiment_id)).all()
    return {int(row[0]): row[1] for row in rows}


def of_experiment(database: Database, experiment: int) -> tuple[Revisit, ...]:
    """The revisits of an experiment, in the order of their days."""
    wanted = select(revisits).where(revisits.c.experiment_id == experiment).order_by(revisits.c.done_on, revisits.c.id)
    with database.reading() as connection:
        rows = connection.execute(wanted).all()
    return tuple(Revisit(row.done_on, row.words, row.account_id, row.written_at) for row in rows)
