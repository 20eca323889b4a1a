"""Learnings: what was believed, observed and learned, what will be done, and the contributions it rests on."""

import hashlib
import json
from dataclasses import dataclass
from typing import Literal, cast, get_args

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Row, String, Table, Text, delete, insert, select, update

from facilitation.database import Database, metadata
from facilitation.records.hypotheses import rest_no_longer_on
from facilitation.records.meanwhile import Overtaken, overtaken
from facilitation.records.referring import learning_ref
from facilitation.records.short_lists import joined, listed

learnings = Table(
    "learnings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("experiment_id", Integer, ForeignKey("experiments.id"), nullable=False, index=True),
    Column("thought", Text, nullable=False),
    Column("observed", Text, nullable=False),
    Column("learned", Text, nullable=False),
    Column("will_do", Text, nullable=False),
    Column("confidence", String(10), nullable=False),
    Column("why", Text, nullable=False),
    Column("addressees", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Column("dissent", Text, nullable=False, server_default=""),
    Column("validated_by", Integer),
    Column("validated_at", BigInteger),
)

Confidence = Literal["low", "medium", "high"]

CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)


@dataclass(frozen=True, slots=True)
class LearningFacts:
    """What the team says. `evidence` are the references of contributions and observations, whichever session they come
    from; `dissent` what stands against it: disagreements, and the positions of a minority.
    """

    learned: str
    thought: str = ""
    observed: str = ""
    will_do: str = ""
    confidence: Confidence = "low"
    why: str = ""
    addressees: str = ""
    evidence: tuple[str, ...] = ()
    dissent: str = ""


@dataclass(frozen=True, slots=True)
class Learning:
    """A learning of an experiment. `account` wrote it last; without `validated_at` it is a draft."""

    id: int
    experiment: int
    facts: LearningFacts
    account: int
    changed_at: int
    validated_by: int | None = None
    validated_at: int | None = None

    @property
    def digest(self) -> str:
        """What names its wording: another one is not what somebody read."""
        return hashlib.sha256(json.dumps(_columns(self.facts)).encode()).hexdigest()


def add(database: Database, experiment: int, facts: LearningFacts, account: int, now: int) -> int:
    """Keep a new learning; returns its number."""
    row = {**_columns(facts), "experiment_id": experiment, "account_id": account, "changed_at": now}
    with database.writing() as connection:
        key = connection.execute(insert(learnings).values(row)).inserted_primary_key
    return int(key[0]) if key else 0


def change(
    database: Database, learning: int, facts: LearningFacts, account: int, now: int, base: str = ""
) -> Overtaken[LearningFacts] | None:
    """Replace what was said at `base`, or say who was faster: other words than those that were validated are a draft
    again.
    """
    row = {**_columns(facts), "account_id": account, "changed_at": now}
    with database.writing() as connection:
        found = connection.execute(select(learnings).where(learnings.c.id == learning).with_for_update()).first()
        before = _learning(found).facts if found else facts
        if faster := overtaken(before, facts, base):
            return faster
        if before != facts:
            row |= {"validated_by": None, "validated_at": None}
        connection.execute(update(learnings).where(learnings.c.id == learning).values(row))
    return None


def validate(database: Database, learning: int, account: int, now: int) -> None:
    """Say that a learning may leave the team, as it is worded now."""
    _rule(database, learning, account, now)


def reopen(database: Database, learning: int) -> None:
    """Make a draft of it again."""
    _rule(database, learning, None, None)


def remove(database: Database, learning: int) -> None:
    """Forget a learning; no verdict rests on it any more."""
    with database.writing() as connection:
        found = connection.execute(select(learnings).where(learnings.c.id == learning).with_for_update()).first()
        if found is not None:
            rest_no_longer_on(connection, found.experiment_id, learning_ref(learning))
            connection.execute(delete(learnings).where(learnings.c.id == learning))


def find(database: Database, learning: int) -> Learning | None:
    """The learning with this number."""
    with database.reading() as connection:
        row = connection.execute(select(learnings).where(learnings.c.id == learning)).first()
    return _learning(row) if row else None


def of_experiment(database: Database, experiment: int) -> tuple[Learning, ...]:
    """The learnings of an experiment, in the order they were written."""
    wanted = select(learnings).where(learnings.c.experiment_id == experiment).order_by(learnings.c.id)
    with database.reading() as connection:
        return tuple(_learning(row) for row in connection.execute(wanted))


def _rule(database: Database, learning: int, account: int | None, at: int | None) -> None:
    row = {"validated_by": account, "validated_at": at}
    with database.writing() as connection:
        connection.execute(update(learnings).where(learnings.c.id == learning).values(row))


def _columns(facts: LearningFacts) -> dict[str, object]:
    return {
        "thought": facts.thought,
        "observed": facts.observed,
        "learned": facts.learned,
        "will_do": facts.will_do,
        "confidence": facts.confidence,
        "why": facts.why,
        "addressees": facts.addressees,
        "evidence": joined(facts.evidence),
        "dissent": facts.dissent,
    }


def _learning(row: Row[tuple[object, ...]]) -> Learning:
    facts = LearningFacts(
        learned=row.learned,
        thought=row.thought,
        observed=row.observed,
        will_do=row.will_do,
        confidence=cast(Confidence, row.confidence),
        why=row.why,
        addressees=row.addressees,
        evidence=listed(row.evidence),
        dissent=row.dissent,
    )
    return Learning(
        row.id, row.experiment_id, facts, row.account_id, row.changed_at, row.validated_by, row.validated_at
    )
