"""Experiments: a question, a small theory of change, a site, a status, the day somebody comes back to it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
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
from facilitation.records.meanwhile import Overtaken, overtaken
from facilitation.records.short_lists import joined, listed

experiments = Table(
    "experiments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", String(200), nullable=False),
    Column("question", Text, nullable=False),
    Column("theme", String(200), nullable=False),
    Column("site_id", Integer, ForeignKey("sites.id")),
    Column("status", String(20), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("resources", Text, nullable=False, server_default=""),
    Column("actions", Text, nullable=False, server_default=""),
    Column("outcomes", Text, nullable=False, server_default=""),
    Column("revisit_on", Date),
    Column("licence", String(40), nullable=False, server_default=""),
    Column("keywords", Text, nullable=False, server_default=""),
    Column("contact", String(200), nullable=False, server_default=""),
    Column("outputs", Text, nullable=False, server_default=""),
    Column("impact", Text, nullable=False, server_default=""),
    Column("colleges", Text, nullable=False, server_default=""),
)

STATUSES = ("preparing", "running", "analysing", "finished", "abandoned")
LICENCES = ("cc-by-4.0", "cc-by-sa-4.0", "cc-by-nc-sa-4.0", "cc0-1.0", "etalab-2.0", "reserved")


@dataclass(frozen=True, slots=True)
class ExperimentFacts:
    """What the team says of an experiment. The theory of change reads: with `resources` we do `actions`, which give
    `outputs`, hoping for `outcomes` and in the long run for an `impact`; each is a short list. `revisit_on` is when
    somebody comes back to see what has become of it. `licence` is a word of LICENCES, or empty while nobody has
    decided; `contact` is a function, never a person.
    """

    title: str
    question: str = ""
    theme: str = ""
    site: int | None = None
    status: str = "preparing"
    resources: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    revisit_on: date | None = None
    licence: str = ""
    keywords: tuple[str, ...] = ()
    contact: str = ""
    outputs: tuple[str, ...] = ()
    impact: tuple[str, ...] = ()
    colleges: tuple[str, ...] = ()
    """The kinds of stakeholder that are counted in the room; the usual ones where none is named."""


@dataclass(frozen=True, slots=True)
class Experiment:
    """An experiment. Its hypotheses, texts and sessions are kept in tables of their own."""

    id: int
    facts: ExperimentFacts
    created_at: int


def add(database: Database, facts: ExperimentFacts, now: int) -> int:
    """Keep a new experiment; returns its number."""
    row = {**_columns(facts), "created_at": now}
    with database.writing() as connection:
        key = connection.execute(insert(experiments).values(row)).inserted_primary_key
    return int(key[0]) if key else 0


def change(
    database: Database, experiment: int, facts: ExperimentFacts, base: str = ""
) -> Overtaken[ExperimentFacts] | None:
    """Replace what was said of an experiment at `base`, or say who was faster."""
    with database.writing() as connection:
        found = connection.execute(select(experiments).where(experiments.c.id == experiment).with_for_update()).first()
        if found and (faster := overtaken(_experiment(found).facts, facts, base)):
            return faster
        connection.execute(update(experiments).where(experiments.c.id == experiment).values(_columns(facts)))
    return None


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
        "theme": facts.theme,
        "site_id": facts.site,
        "status": facts.status,
        "resources": joined(facts.resources),
        "actions": joined(facts.actions),
        "outcomes": joined(facts.outcomes),
        "revisit_on": facts.revisit_on,
        "licence": facts.licence,
        "keywords": joined(facts.keywords),
        "contact": facts.contact,
        "outputs": joined(facts.outputs),
        "impact": joined(facts.impact),
        "colleges": joined(facts.colleges),
    }


def _experiment(row: Row[tuple[object, ...]]) -> Experiment:
    facts = ExperimentFacts(
        title=row.title,
        question=row.question,
        theme=row.theme,
        site=row.site_id,
        status=row.status,
        resources=listed(row.resources),
        actions=listed(row.actions),
        outcomes=listed(row.outcomes),
        revisit_on=row.revisit_on,
        licence=row.licence,
        keywords=listed(row.keywords),
        contact=row.contact,
        outputs=listed(row.outputs),
        impact=listed(row.impact),
        colleges=listed(row.colleges),
    )
    return Experiment(row.id, facts, row.created_at)
