"""Hypotheses: if, then, because, and what will be counted as being right; every wording is kept with its date."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)

from facilitation.database import Database, metadata
from facilitation.records.meanwhile import Overtaken, overtaken
from facilitation.records.short_lists import joined, listed

hypotheses = Table(
    "hypotheses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("experiment_id", Integer, ForeignKey("experiments.id"), nullable=False, index=True),
    Column("verdict", String(20)),
    Column("verdict_words", Text),
    Column("verdict_account_id", Integer),
    Column("verdict_at", BigInteger),
    Column("verdict_evidence", Text, nullable=False, server_default=""),
)

hypothesis_versions = Table(
    "hypothesis_versions",
    metadata,
    Column("hypothesis_id", Integer, ForeignKey("hypotheses.id"), primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("condition", Text, nullable=False),
    Column("effect", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("criteria", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("account_id", Integer),
    Column("written_at", BigInteger, nullable=False),
)

VERDICTS = ("supported", "nuanced", "unsupported", "untested")


@dataclass(frozen=True, slots=True)
class Wording:
    """If `condition` then `effect` because `because`; we shall be right if `criteria`."""

    condition: str = ""
    effect: str = ""
    because: str = ""
    criteria: str = ""

    @property
    def sentence(self) -> tuple[str, str, str]:
        """If, then, because."""
        return self.condition, self.effect, self.because


@dataclass(frozen=True, slots=True)
class Version:
    """One wording, when it was written, and why it took the place of the one before."""

    number: int
    wording: Wording
    why: str
    account: int | None
    at: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the team concluded: a word of VERDICTS, and on what it rests, in words and by reference: contributions,
    observations, results, learnings. Without a reference it is an intuition.
    """

    word: str
    words: str
    account: int
    at: int
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A hypothesis with all its wordings, oldest first."""

    id: int
    experiment: int
    versions: tuple[Version, ...]
    verdict: Verdict | None

    @property
    def newest(self) -> Version:
        """The wording that stands."""
        return self.versions[-1]

    def before(self, launched_at: int | None) -> Version | None:
        """The wording that stood when the first session began: what the report sets beside what happened."""
        if launched_at is None:
            return self.newest
        return next((version for version in reversed(self.versions) if version.at <= launched_at), None)

    def changed_after(self, launched_at: int | None) -> tuple[Version, ...]:
        """The wordings written once the first session had begun."""
        return () if launched_at is None else tuple(each for each in self.versions if each.at > launched_at)


def add(database: Database, experiment: int, wording: Wording, account: int | None, now: int, why: str = "") -> int:
    """Keep a new hypothesis; returns its number."""
    with database.writing() as connection:
        key = connection.execute(insert(hypotheses).values(experiment_id=experiment)).inserted_primary_key
        number = int(key[0]) if key else 0
        _write(connection, number, Version(1, wording, why, account, now))
    return number


def change(
    database: Database, hypothesis: int, wording: Wording, why: str, account: int, now: int, base: str = ""
) -> Overtaken[Wording] | None:
    """Keep another wording beside the ones before, or say who was faster; the same words again change nothing."""
    kept = hypothesis_versions.c
    wanted = select(hypothesis_versions).where(kept.hypothesis_id == hypothesis).order_by(kept.version.desc()).limit(1)
    with database.writing() as connection:
        newest = connection.execute(wanted.with_for_update()).first()
        stands = _version(newest).wording if newest else wording
        if faster := overtaken(stands, wording, base):
            return faster
        if newest is not None and stands != wording:
            _write(connection, hypothesis, Version(newest.version + 1, wording, why, account, now))
    return None


def judge(database: Database, hypothesis: int, verdict: Verdict, base: str = "") -> Overtaken[Verdict | None] | None:
    """Keep what the team concluded, in place of what it concluded at `base`, or say who was faster."""
    row = {
        "verdict": verdict.word,
        "verdict_words": verdict.words,
        "verdict_account_id": verdict.account,
        "verdict_at": verdict.at,
        "verdict_evidence": joined(verdict.evidence),
    }
    with database.writing() as connection:
        found = connection.execute(select(hypotheses).where(hypotheses.c.id == hypothesis).with_for_update()).first()
        if found and (faster := overtaken(_verdict(found), verdict, base)):
            return faster
        connection.execute(update(hypotheses).where(hypotheses.c.id == hypothesis).values(row))
    return None


def rest_no_longer_on(connection: Connection, experiment: int, ref: str) -> None:
    """Take a reference from what the verdicts of an experiment rest on, in the transaction in which it goes."""
    mine = select(hypotheses.c.id, hypotheses.c.verdict_evidence).where(hypotheses.c.experiment_id == experiment)
    for row in connection.execute(mine.with_for_update()).all():
        rests_on = listed(row.verdict_evidence)
        if ref in rests_on:
            left = {"verdict_evidence": joined(tuple(each for each in rests_on if each != ref))}
            connection.execute(update(hypotheses).where(hypotheses.c.id == row.id).values(left))


def remove(database: Database, hypothesis: int) -> None:
    """Forget a hypothesis that no session was held under."""
    with database.writing() as connection:
        connection.execute(delete(hypothesis_versions).where(hypothesis_versions.c.hypothesis_id == hypothesis))
        connection.execute(delete(hypotheses).where(hypotheses.c.id == hypothesis))


def find(database: Database, hypothesis: int) -> Hypothesis | None:
    """The hypothesis with this number."""
    return next(iter(_read(database, hypotheses.c.id == hypothesis)), None)


def of_experiment(database: Database, experiment: int) -> tuple[Hypothesis, ...]:
    """The hypotheses of an experiment, in the order they were written."""
    return _read(database, hypotheses.c.experiment_id == experiment)


def verdicts(database: Database, experiments: Iterable[int]) -> dict[int, Counter[str]]:
    """How many hypotheses of each of these experiments have which verdict; `open` for those without."""
    found = {experiment: Counter[str]() for experiment in experiments}
    wanted = select(hypotheses.c.experiment_id, hypotheses.c.verdict).where(hypotheses.c.experiment_id.in_(found))
    with database.reading() as connection:
        for experiment, verdict in connection.execute(wanted.order_by(hypotheses.c.id)):
            found[experiment][verdict or "open"] += 1
    return found


def _read(database: Database, which: object) -> tuple[Hypothesis, ...]:
    joined = hypotheses.join(hypothesis_versions, hypotheses.c.id == hypothesis_versions.c.hypothesis_id)
    wanted = select(hypotheses, hypothesis_versions).select_from(joined).where(which)  # type: ignore[arg-type]
    with database.reading() as connection:
        rows = connection.execute(wanted.order_by(hypotheses.c.id, hypothesis_versions.c.version)).all()
    return tuple(_hypothesis(list(group)) for _, group in groupby(rows, key=lambda row: row.id))


def _write(connection: Connection, hypothesis: int, version: Version) -> None:
    row = {
        "hypothesis_id": hypothesis,
        "version": version.number,
        "condition": version.wording.condition,
        "effect": version.wording.effect,
        "because": version.wording.because,
        "criteria": version.wording.criteria,
        "why": version.why,
        "account_id": version.account,
        "written_at": version.at,
    }
    connection.execute(insert(hypothesis_versions).values(row))


def _hypothesis(rows: list[Row[tuple[object, ...]]]) -> Hypothesis:
    first = rows[0]
    return Hypothesis(first.id, first.experiment_id, tuple(map(_version, rows)), _verdict(first))


def _verdict(row: Row[tuple[object, ...]]) -> Verdict | None:
    if row.verdict is None:
        return None
    rests_on = listed(row.verdict_evidence)
    return Verdict(row.verdict, row.verdict_words, row.verdict_account_id, row.verdict_at, rests_on)


def _version(row: Row[tuple[object, ...]]) -> Version:
    wording = Wording(row.condition, row.effect, row.because, row.criteria)
    return Version(row.version, wording, row.why, row.account_id, row.written_at)
