"""Experiments: a question, a hypothesis dated before the sessions, a site, a status."""

from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Text,
    insert,
    select,
    update,
)

from facilitation.database import Database, metadata

experiments = Table(
    "experiments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", String(200), nullable=False),
    Column("question", Text, nullable=False),
    Column("hypothesis_if", Text, nullable=False),
    Column("hypothesis_then", Text, nullable=False),
    Column("hypothesis_because", Text, nullable=False),
    Column("theme", String(200), nullable=False),
    Column("site_id", Integer, ForeignKey("sites.id")),
    Column("status", String(20), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("hypothesis_at", BigInteger, nullable=False),
)

STATUSES = ("preparing", "running", "finished")


@dataclass(frozen=True, slots=True)
class ExperimentFacts:
    """What the team says of an experiment. The hypothesis reads: if … then … because …"""

    title: str
    question: str = ""
    hypothesis_if: str = ""
    hypothesis_then: str = ""
    hypothesis_because: str = ""
    theme: str = ""
    site: int | None = None
    status: str = "preparing"

    @property
    def hypothesis(self) -> tuple[str, str, str]:
        """If, then, because."""
        return self.hypothesis_if, self.hypothesis_then, self.hypothesis_because


@dataclass(frozen=True, slots=True)
class Experiment:
    """An experiment. `hypothesis_at` is when the hypothesis was last changed: readers compare it with the sessions."""

    id: int
    facts: ExperimentFacts
    created_at: int
    hypothesis_at: int


def add(database: Database, facts: ExperimentFacts, now: int) -> int:
    """Keep a new experiment; returns its number."""
    row = {**_columns(facts), "created_at": now, "hypothesis_at": now}
    with database.writing() as connection:
        key = connection.execute(insert(experiments).values(row)).inserted_primary_key
    return int(key[0]) if key else 0


def change(database: Database, experiment: int, facts: ExperimentFacts, now: int) -> None:
    """Replace what is said of an experiment; the hypothesis gets a new date only if its words changed."""
    with database.writing() as connection:
        row = connection.execute(select(experiments).where(experiments.c.id == experiment)).first()
        if row is None:
            return
        same = _experiment(row).facts.hypothesis == facts.hypothesis
        dated = {} if same else {"hypothesis_at": now}
        connection.execute(update(experiments).where(experiments.c.id == experiment).values(_columns(facts) | dated))


def find(database: Database, experiment: int) -> Experiment | None:
    """The experiment with this number."""
    with database.reading() as connection:
        row = connection.execute(select(experiments).where(experiments.c.id == experiment)).first()
    return _experiment(row) if row else None


def everything(database: Database) -> tuple[Experiment, ...]:
    """All experiments, newest first."""
    wanted = select(experiments).order_by(experiments.c.created_at.desc(), experiments.c.id.desc())
    with database.reading() as connection:
        return tuple(_experiment(row) for row in connection.execute(wanted))


def _columns(facts: ExperimentFacts) -> dict[str, object]:
    return {
        "title": facts.title,
        "question": facts.question,
        "hypothesis_if": facts.hypothesis_if,
        "hypothesis_then": facts.hypothesis_then,
        "hypothesis_because": facts.hypothesis_because,
        "theme": facts.theme,
        "site_id": facts.site,
        "status": facts.status,
    }


def _experiment(row: Row[tuple[object, ...]]) -> Experiment:
    facts = ExperimentFacts(
        title=row.title,
        question=row.question,
        hypothesis_if=row.hypothesis_if,
        hypothesis_then=row.hypothesis_then,
        hypothesis_because=row.hypothesis_because,
        theme=row.theme,
        site=row.site_id,
        status=row.status,
    )
    return Experiment(row.id, facts, row.created_at, row.hypothesis_at)
