"""Which experiments came from an archive of another house: made when, kept when, with which fingerprint."""

from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Integer, String, Table, insert, select

from facilitation.database import Database, metadata

restorations = Table(
    "restorations",
    metadata,
    Column("experiment_id", Integer, ForeignKey("experiments.id"), primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False),
    Column("archived_at", BigInteger, nullable=False),
    Column("restored_at", BigInteger, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Restoration:
    """An archive that was restored. `digest` is its SHA-256; documents dated `archived_at` are those of its house."""

    experiment: int
    digest: str
    archived_at: int
    restored_at: int


def note(connection: Connection, restored: Restoration) -> None:
    """Keep a line, in the transaction that restores."""
    row = {
        "experiment_id": restored.experiment,
        "digest": restored.digest,
        "archived_at": restored.archived_at,
        "restored_at": restored.restored_at,
    }
    connection.execute(insert(restorations).values(row))


def of_experiment(database: Database, experiment: int) -> Restoration | None:
    """Where an experiment came from, if it came from elsewhere."""
    wanted = select(restorations).where(restorations.c.experiment_id == experiment)
    with database.reading() as connection:
        row = connection.execute(wanted).first()
    return Restoration(row.experiment_id, row.digest, row.archived_at, row.restored_at) if row else None
