"""The header of a live session: how to find it, and a copy of its status. What happens in it is in the log."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    delete,
    func,
    insert,
    select,
    update,
)

from facilitation.database import Database, metadata
from facilitation.records.join_codes import new_code

Locale = Literal["fr", "en"]
Status = Literal["waiting", "running", "closed"]

live_sessions = Table(
    "live_sessions",
    metadata,
    Column("id", String(40), primary_key=True),
    Column(
        "experiment_id",
        Integer,
        ForeignKey("experiments.id"),
        nullable=False,
        index=True,
    ),
    Column("title", String(200), nullable=False),
    Column("format_id", String(100), nullable=False),
    Column("locale", String(2), nullable=False),
    Column("join_code", String(8), nullable=False, unique=True),
    Column("secret", String(64), nullable=False),
    Column("status", String(20), nullable=False),
    Column("planned_on", Date),
    Column("created_at", BigInteger, nullable=False),
    Column("started_at", BigInteger),
    Column("closed_at", BigInteger),
    Column("people", Integer),
    Column("invited", Integer),
    Column("taken_back_at", BigInteger),
)


@dataclass(frozen=True, slots=True)
class LiveSession:
    """A planned, running or closed session. `secret` opens its projector page; `code` is without dashes.

    `people` is how many took part, once it is over: a list of sessions need not replay them. `invited` is how many were
    asked to come, as a number that somebody gives.
    """

    id: str
    experiment: int
    title: str
    format: str
    locale: Locale
    code: str
    secret: str
    status: Status
    planned_on: date | None
    created_at: int
    started_at: int | None = None
    closed_at: int | None = None
    people: int | None = None
    invited: int | None = None


def prepare(
    experiment: int,
    title: str,
    format_id: str,
    locale: Locale,
    planned_on: date | None,
    now: int,
    invited: int | None = None,
) -> LiveSession:
    """A new session header with fresh random names, not kept yet."""
    return LiveSession(
        id=new_code(10).lower(),
        experiment=experiment,
        title=title,
        format=format_id,
        locale=locale,
        code=new_code(),
        secret=secrets.token_urlsafe(18),
        status="waiting",
        planned_on=planned_on,
        created_at=now,
        invited=invited,
    )


def add(database: Database, session: LiveSession) -> None:
    """Keep a header."""
    row = {
        "id": session.id,
        "experiment_id": session.experiment,
        "title": session.title,
        "format_id": session.format,
        "locale": session.locale,
        "join_code": session.code,
        "secret": session.secret,
        "status": session.status,
        "planned_on": session.planned_on,
        "created_at": session.created_at,
        "invited": session.invited,
    }
    with database.writing() as connection:
        connection.execute(insert(live_sessions).values(row))


def invite(database: Database, session: str, invited: int | None) -> None:
    """Keep how many were asked to come, or that nobody knows."""
    with database.writing() as connection:
        connection.execute(update(live_sessions).where(live_sessions.c.id == session).values(invited=invited))


def remove(database: Database, session: str) -> None:
    """Forget the header of a session that never began."""
    with database.writing() as connection:
        connection.execute(delete(live_sessions).where(live_sessions.c.id == session))


def forget_unbegun(database: Database, has_begun: Callable[[str], bool]) -> None:
    """Forget what was being planned when the power went: headers that wait and whose log has no beginning."""
    with database.reading() as connection:
        waiting = connection.scalars(select(live_sessions.c.id).where(live_sessions.c.status == "waiting")).all()
    for session in waiting:
        if not has_begun(session):
            remove(database, session)


def mirror_status(database: Database, session: str, status: Status, people: int, now: int) -> None:
    """Copy the status that the log tells, and note when it was first seen to run and to be over."""
    kept = live_sessions.c
    row: dict[str, object] = {"status": status}
    if status != "waiting":
        row["started_at"] = func.coalesce(kept.started_at, now)
    if status == "closed":
        row |= {"closed_at": func.coalesce(kept.closed_at, now), "people": people}
    with database.writing() as connection:
        connection.execute(update(live_sessions).where(kept.id == session).values(row))


def launched_at(database: Database, experiment: int) -> int | None:
    """When the first session of an experiment began: from then on its hypotheses and its protocol are fixed."""
    wanted = select(func.min(live_sessions.c.started_at)).where(live_sessions.c.experiment_id == experiment)
    with database.reading() as connection:
        found: int | None = connection.scalar(wanted)
    return found


def find(database: Database, session: str) -> LiveSession | None:
    """The session with this id."""
    with database.reading() as connection:
        row = connection.execute(select(live_sessions).where(live_sessions.c.id == session)).first()
    return _session(row) if row else None


def by_code(database: Database, code: str) -> LiveSession | None:
    """The session with this join code (as `join_codes.read_code` gives it)."""
    with database.reading() as connection:
        row = connection.execute(select(live_sessions).where(live_sessions.c.join_code == code)).first()
    return _session(row) if row else None


def of_experiment(database: Database, experiment: int) -> tuple[LiveSession, ...]:
    """The sessions of an experiment, in the order they were planned."""
    wanted = select(live_sessions).where(live_sessions.c.experiment_id == experiment)
    with database.reading() as connection:
        rows = connection.execute(wanted.order_by(live_sessions.c.created_at, live_sessions.c.id))
        return tuple(_session(row) for row in rows)


def of_experiments(database: Database, experiments: Iterable[int]) -> dict[int, tuple[LiveSession, ...]]:
    """The same for each of several experiments, read at once."""
    found: dict[int, list[LiveSession]] = {experiment: [] for experiment in experiments}
    wanted = select(live_sessions).where(live_sessions.c.experiment_id.in_(found))
    with database.reading() as connection:
        for row in connection.execute(wanted.order_by(live_sessions.c.created_at, live_sessions.c.id)):
            found[row.experiment_id].append(_session(row))
    return {experiment: tuple(sessions) for experiment, sessions in found.items()}


def _session(row: Row[tuple[object, ...]]) -> LiveSession:
    return LiveSession(
        id=row.id,
        experiment=row.experiment_id,
        title=row.title,
        format=row.format_id,
        locale=cast(Locale, row.locale),
        code=row.join_code,
        secret=row.secret,
        status=cast(Status, row.status),
        planned_on=row.planned_on,
        created_at=row.created_at,
        started_at=row.started_at,
        closed_at=row.closed_at,
        people=row.people,
        invited=row.invited,
    )
