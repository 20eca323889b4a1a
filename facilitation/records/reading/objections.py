"""What somebody who took part says is not right in a dossier: about what, in which words, and whether these print."""

from dataclasses import dataclass
from typing import Literal, cast

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Text,
    and_,
    delete,
    func,
    insert,
    select,
    update,
)

from facilitation.database import Database, metadata

objections = Table(
    "objections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("experiment_id", Integer, ForeignKey("experiments.id"), nullable=False, index=True),
    Column("session_id", String(40), ForeignKey("live_sessions.id"), nullable=False),
    Column("person", String(40), nullable=False),
    Column("about", String(120), nullable=False),
    Column("words", Text, nullable=False),
    Column("outside", Boolean, nullable=False),
    Column("state", String(10), nullable=False),
    Column("made_at", BigInteger, nullable=False),
)

State = Literal["waiting", "printed", "wordless"]
"""Waits to be read by the team; prints; or prints without its words, since they would tell who somebody is. Nobody can
keep an objection out of the document: the team only looks for what identifies a person."""


@dataclass(frozen=True, slots=True)
class Said:
    """An objection as it is made. `about` names what is contested; `outside`: its words may be read outside, too."""

    session: str
    person: str
    about: str
    words: str
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection that is kept."""

    id: int
    said: Said
    state: State
    made_at: int


MOST_OF_ONE = 20
"""What one person of a session may contest: a dossier has some thirty passages."""


def add(database: Database, experiment: int, said: Said, now: int) -> bool:
    """Keep an objection: it waits to be read. Not kept where this person has as many as are kept of one."""
    row = {
        "experiment_id": experiment,
        "session_id": said.session,
        "person": said.person,
        "about": said.about,
        "words": said.words,
        "outside": said.outside,
        "state": "waiting",
        "made_at": now,
    }
    mine = select(func.count()).select_from(objections).where(_by(said.session, said.person))
    with database.writing() as connection:
        if (connection.scalar(mine) or 0) >= MOST_OF_ONE:
            return False
        connection.execute(insert(objections).values(row))
    return True


def review(database: Database, experiment: int, objection: int, state: State) -> None:
    """Say whether its words print."""
    mine = and_(objections.c.id == objection, objections.c.experiment_id == experiment)
    with database.writing() as connection:
        connection.execute(update(objections).where(mine).values(state=state))


def withdraw(database: Database, objection: int, session: str, person: str) -> Objection | None:
    """Erase an objection of this person; returns what stood there."""
    mine = and_(objections.c.id == objection, _by(session, person))
    with database.writing() as connection:
        row = connection.execute(select(objections).where(mine)).first()
        connection.execute(delete(objections).where(mine))
    return _objection(row) if row else None


def forget_session(database: Database, session: str) -> int:
    """Erase all that was said by people of one session: the time that its words are kept is over."""
    with database.writing() as connection:
        return connection.execute(delete(objections).where(objections.c.session_id == session)).rowcount


def of_experiment(database: Database, experiment: int) -> tuple[Objection, ...]:
    """What is contested in a dossier, oldest first."""
    return _found(database, objections.c.experiment_id == experiment)


def of_person(database: Database, session: str, person: str) -> tuple[Objection, ...]:
    """What one person of a session contests, oldest first."""
    return _found(database, _by(session, person))


def _found(database: Database, mine: ColumnElement[bool]) -> tuple[Objection, ...]:
    with database.reading() as connection:
        rows = connection.execute(select(objections).where(mine).order_by(objections.c.id)).all()
    return tuple(_objection(row) for row in rows)


def _by(session: str, person: str) -> ColumnElement[bool]:
    return and_(objections.c.session_id == session, objections.c.person == person)


def _objection(row: Row[tuple[object, ...]]) -> Objection:
    said = Said(row.session_id, row.person, row.about, row.words, row.outside)
    return Objection(row.id, said, cast(State, row.state), row.made_at)
