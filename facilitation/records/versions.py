"""What was validated and published of a dossier: which version, when, why, and what the team had written in it.

Words of participants are never kept here: a version is made again from the sessions as they stand, so that what
somebody takes back is in no version any more.
"""

from dataclasses import dataclass
from typing import Literal, cast, get_args

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
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from facilitation.database import Database, metadata
from facilitation.records.export_journal import export_journal
from facilitation.records.live_sessions import live_sessions
from facilitation.records.short_lists import joined, listed

dossier_versions = Table(
    "dossier_versions",
    metadata,
    Column("experiment_id", Integer, ForeignKey("experiments.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("cause", String(20), nullable=False),
    Column("times", Integer, nullable=False),
    Column("why", Text, nullable=False),
    Column("sessions", Text, nullable=False),
    Column("frozen", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("account_id", Integer),
    Column("made_at", BigInteger, nullable=False),
    Column("replaced_at", BigInteger),
    Column("seqs", Text),
)

validations = Table(
    "validations",
    metadata,
    Column("experiment_id", Integer, ForeignKey("experiments.id"), primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
)

Cause = Literal["published", "withdrawal", "consent", "objection", "erased"]
"""Published by the team; or by itself: words were withdrawn, a consent changed, an objection was withdrawn, words were
erased that named somebody or that had been kept long enough."""

CAUSES: tuple[Cause, ...] = get_args(Cause)


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a dossier. `frozen` is what the team had written, of the newest version alone; `digest` is empty
    until it was worked out. `times` is how often its cause came about before anybody took it out of the house.
    `replaced_at` is when the team said that the copies handed out before have been replaced.
    """

    number: int
    cause: Cause
    made_at: int
    why: str = ""
    times: int = 1
    sessions: tuple[str, ...] = ()
    frozen: str = ""
    digest: str = ""
    account: int | None = None
    replaced_at: int | None = None
    seqs: tuple[int, ...] = ()
    """How far each session had gone, in the order of `sessions`; unknown of a version published before it was kept."""

    @property
    def reached(self) -> dict[str, int]:
        """How many events of each session it tells, where that is known."""
        return dict(zip(self.sessions, self.seqs, strict=False))

    @property
    def by_itself(self) -> bool:
        """Whether nobody of the team published it: it came of something that was taken back."""
        return self.cause != "published"


@dataclass(frozen=True, slots=True)
class Validation:
    """Who found which content valid, and when. Any change to the content makes it void."""

    digest: str
    account: int
    at: int


def publish(database: Database, experiment: int, version: Version) -> bool:
    """Keep a version; what the one before held is kept no longer. False, and nothing kept, where somebody else has just
    published one of this number.
    """
    try:
        _keep(database, experiment, version)
    except IntegrityError:
        return False
    return True


def _keep(database: Database, experiment: int, version: Version) -> None:
    row = {
        "experiment_id": experiment,
        "number": version.number,
        "cause": version.cause,
        "times": version.times,
        "why": version.why,
        "sessions": joined(version.sessions),
        "seqs": joined(tuple(map(str, version.seqs))),
        "frozen": version.frozen,
        "digest": version.digest,
        "account_id": version.account,
        "made_at": version.made_at,
        "replaced_at": version.replaced_at,
    }
    with database.writing() as connection:
        connection.execute(update(dossier_versions).where(_of(experiment)).values(frozen=""))
        connection.execute(insert(dossier_versions).values(row))


def amend(database: Database, session: str, cause: Cause, now: int) -> None:
    """A new version by itself, where a published one tells this session: something in it was taken back.

    While nobody has taken the newest one out of the house, what is taken back for the same cause is told with it.
    """
    experiment = _experiment_of(database, session)
    last = newest(database, experiment) if experiment else None
    if experiment is None or last is None or session not in last.sessions:
        return
    follows = cause == last.cause or (cause == "erased" and last.by_itself)
    if follows and not _taken_out(database, last):
        again = {"times": last.times + (cause == last.cause), "made_at": now, "digest": "", "replaced_at": None}
        with database.writing() as connection:
            connection.execute(update(dossier_versions).where(_of(experiment, last.number)).values(again))
        return
    made = Version(last.number + 1, cause, now, sessions=last.sessions, frozen=last.frozen, seqs=last.seqs)
    _keep(database, experiment, made)


def seal(database: Database, experiment: int, version: Version, digest: str) -> None:
    """Keep the digest of a version: the first one, or another for the same content. Who found it valid still does."""
    c = validations.c
    same = (c.experiment_id == experiment) & (c.digest == version.digest)
    with database.writing() as connection:
        connection.execute(update(dossier_versions).where(_of(experiment, version.number)).values(digest=digest))
        if version.digest:
            connection.execute(update(validations).where(same).values(digest=digest))


def copies_replaced(database: Database, experiment: int, now: int) -> None:
    """Note that copies handed out before the newest version have been replaced."""
    with database.writing() as connection:
        open_ones = _of(experiment) & dossier_versions.c.replaced_at.is_(None)
        connection.execute(update(dossier_versions).where(open_ones).values(replaced_at=now))


def of_experiment(database: Database, experiment: int) -> tuple[Version, ...]:
    """Every version, the first one first."""
    mine = select(dossier_versions).where(_of(experiment)).order_by(dossier_versions.c.number)
    with database.reading() as connection:
        return tuple(_version(row) for row in connection.execute(mine))


def newest(database: Database, experiment: int) -> Version | None:
    """The version that stands."""
    found = of_experiment(database, experiment)
    return found[-1] if found else None


def validate(database: Database, experiment: int, validation: Validation) -> None:
    """Keep a validation; one before it is void."""
    row = {"digest": validation.digest, "account_id": validation.account, "at": validation.at}
    mine = validations.c.experiment_id == experiment
    with database.writing() as connection:
        connection.execute(delete(validations).where(mine))
        connection.execute(insert(validations).values(experiment_id=experiment, **row))


def validation_of(database: Database, experiment: int) -> Validation | None:
    """The last validation, void or not."""
    with database.reading() as connection:
        row = connection.execute(select(validations).where(validations.c.experiment_id == experiment)).first()
    return Validation(row.digest, row.account_id, row.at) if row else None


def _taken_out(database: Database, version: Version) -> bool:
    """Whether anything that tells of it has left the house: a site, codes or an archive as well as a document."""
    c = export_journal.c
    lines = select(c.id).where(c.session_id.in_(version.sessions), c.at >= version.made_at)
    with database.reading() as connection:
        return connection.execute(lines.limit(1)).first() is not None


def _experiment_of(database: Database, session: str) -> int | None:
    wanted = select(live_sessions.c.experiment_id).where(live_sessions.c.id == session)
    with database.reading() as connection:
        return connection.scalar(wanted)


def _of(experiment: int, number: int | None = None) -> ColumnElement[bool]:
    mine = dossier_versions.c.experiment_id == experiment
    return mine if number is None else mine & (dossier_versions.c.number == number)


def _version(row: Row[tuple[object, ...]]) -> Version:
    return Version(
        row.number,
        cast(Cause, row.cause),
        row.made_at,
        row.why,
        row.times,
        listed(row.sessions),
        row.frozen,
        row.digest,
        row.account_id,
        row.replaced_at,
        tuple(int(each) for each in listed(row.seqs or "") if each.isdecimal()),
    )
