"""What organisations committed to in a session: who, what, when, and the first sign that it happens."""

from collections.abc import Iterable
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
    func,
    insert,
    select,
    update,
)

from facilitation.database import Database, metadata
from facilitation.records.live_sessions import LiveSession
from facilitation.records.meanwhile import Overtaken, overtaken

commitments = Table(
    "commitments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("experiment_id", Integer, ForeignKey("experiments.id"), nullable=False, index=True),
    Column("session_id", String(40)),
    Column("structure", String(200), nullable=False),
    Column("what", Text, nullable=False),
    Column("due_on", Date),
    Column("first_sign", Text, nullable=False),
    Column("state", String(20), nullable=False),
    Column("outcome", Text, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("state_at", BigInteger, nullable=False),
)

STATES = ("open", "kept", "partly", "dropped")


@dataclass(frozen=True, slots=True)
class Promise:
    """What was committed to. `structure` is an organisation, never a person; `session` the one it was said in."""

    structure: str
    what: str
    due_on: date | None = None
    first_sign: str = ""
    session: str | None = None


@dataclass(frozen=True, slots=True)
class Fate:
    """What has become of a promise: a word of STATES, and in words."""

    state: str
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise, and what has become of it: a word of STATES, since when, in words."""

    id: int
    promise: Promise
    made_at: int
    state: str
    outcome: str
    state_at: int

    @property
    def fate(self) -> Fate:
        """What has become of it."""
        return Fate(self.state, self.outcome)


def add(database: Database, experiment: int, promise: Promise, account: int, now: int) -> int:
    """Keep a promise; returns its number."""
    row = {
        "experiment_id": experiment,
        "session_id": promise.session,
        "structure": promise.structure,
        "what": promise.what,
        "due_on": promise.due_on,
        "first_sign": promise.first_sign,
        "state": "open",
        "outcome": "",
        "account_id": account,
        "made_at": now,
        "state_at": now,
    }
    with database.writing() as connection:
        key = connection.execute(insert(commitments).values(row)).inserted_primary_key
    return int(key[0]) if key else 0


def tell(
    database: Database, experiment: int, commitment: int, fate: Fate, now: int, base: str = ""
) -> Overtaken[Fate] | None:
    """Say what has become of a promise, in place of what was said at `base`, or who was faster."""
    mine = (commitments.c.id == commitment, commitments.c.experiment_id == experiment)
    with database.writing() as connection:
        found = connection.execute(select(commitments).where(*mine).with_for_update()).first()
        if found and (faster := overtaken(Fate(found.state, found.outcome), fate, base)):
            return faster
        row = {"state": fate.state, "outcome": fate.outcome, "state_at": now}
        connection.execute(update(commitments).where(*mine).values(row))
    return None


def of_experiment(database: Database, experiment: int) -> tuple[Commitment, ...]:
    """The commitments of an experiment, oldest first."""
    wanted = select(commitments).where(commitments.c.experiment_id == experiment).order_by(commitments.c.id)
    with database.reading() as connection:
        return tuple(_commitment(row) for row in connection.execute(wanted))


def said_before(database: Database, session: LiveSession) -> tuple[Commitment, ...]:
    """What was committed to before a session and is still open: the next session opens with it."""
    return tuple(
        each
        for each in of_experiment(database, session.experiment)
        if each.state == "open" and each.promise.session != session.id
    )


def still_open(database: Database, experiments: Iterable[int]) -> int:
    """How many commitments of these experiments are open."""
    kept = commitments.c
    wanted = select(func.count()).where(kept.experiment_id.in_(tuple(experiments)), kept.state == "open")
    with database.reading() as connection:
        return int(connection.scalar(wanted) or 0)


def _commitment(row: Row[tuple[object, ...]]) -> Commitment:
    promise = Promise(row.structure, row.what, row.due_on, row.first_sign, row.session_id)
    return Commitment(row.id, promise, row.made_at, row.state, row.outcome, row.state_at)
