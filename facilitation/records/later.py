"""What is asked again weeks after a session, by a link: the links, and the answers in numbers, by seat."""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, ColumnElement, Row, String, Table, delete, insert, or_, select, update

from facilitation.database import Database, metadata

later_links = Table(
    "later_links",
    metadata,
    Column("session_id", String(40), primary_key=True),
    Column("secret", String(64), nullable=False, unique=True),
    Column("until", BigInteger, nullable=False),
)

later_answers = Table(
    "later_answers",
    metadata,
    Column("session_id", String(40), primary_key=True),
    Column("seat", String(40), primary_key=True),
    Column("question", String(100), primary_key=True),
    Column("value", String(40), nullable=False),
    Column("at", BigInteger),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link that opens the questions of a session, until a moment. The same for all who are given it."""

    session: str
    secret: str
    until: int


def open_link(database: Database, session: str, until: int) -> Link:
    """Open the questions up to a moment; opened again, the address stays."""
    known = of_session(database, session)
    with database.writing() as connection:
        if known is None:
            row = {"session_id": session, "secret": secrets.token_urlsafe(12), "until": until}
            connection.execute(insert(later_links).values(row))
        else:
            mine = later_links.c.session_id == session
            connection.execute(update(later_links).where(mine).values(until=until))
    found = of_session(database, session)
    assert found is not None, "it was just kept"
    return found


def close(database: Database, session: str, now: int) -> None:
    """Let the link of a session open nothing from now on; what came by it stays."""
    mine = (later_links.c.session_id == session, later_links.c.until > now)
    with database.writing() as connection:
        connection.execute(update(later_links).where(*mine).values(until=now))


def of_session(database: Database, session: str) -> Link | None:
    """The link of a session, if one was ever opened."""
    with database.reading() as connection:
        row = connection.execute(select(later_links).where(later_links.c.session_id == session)).first()
    return _link(row) if row else None


def by_secret(database: Database, secret: str) -> Link | None:
    """The link with this address."""
    with database.reading() as connection:
        row = connection.execute(select(later_links).where(later_links.c.secret == secret)).first()
    return _link(row) if row else None


def answer(database: Database, session: str, seat: str, values: Mapping[str, str], now: int) -> bool:
    """Keep the answers of a seat; false, and nothing kept, where that seat has answered."""
    mine = (later_answers.c.session_id == session, later_answers.c.seat == seat)
    rows = [
        {"session_id": session, "seat": seat, "question": name, "value": value, "at": now}
        for name, value in values.items()
    ]
    with database.writing() as connection:
        if connection.execute(select(later_answers.c.seat).where(*mine)).first() is not None:
            return False
        connection.execute(insert(later_answers), rows)
    return True


def answers_of(database: Database, session: str, until: int | None = None) -> Mapping[str, Mapping[str, str]]:
    """For each seat, what it answered to each question: ever, or up to a moment."""
    wanted = select(later_answers).where(later_answers.c.session_id == session)
    if until is not None:
        wanted = wanted.where(_by(until))
    with database.reading() as connection:
        rows = connection.execute(wanted.order_by(later_answers.c.seat, later_answers.c.question)).all()
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        found.setdefault(row.seat, {})[row.question] = row.value
    return found


def seats_of(database: Database, session: str) -> frozenset[str]:
    """Every seat that answered."""
    wanted = select(later_answers.c.seat).where(later_answers.c.session_id == session).distinct()
    with database.reading() as connection:
        return frozenset(connection.execute(wanted).scalars())


def withdraw_others(database: Database, session: str, seats: Collection[str]) -> int:
    """Erase what came from none of these seats; returns how many there were."""
    others = seats_of(database, session) - set(seats)
    mine = (later_answers.c.session_id == session, later_answers.c.seat.in_(others))
    with database.writing() as connection:
        connection.execute(delete(later_answers).where(*mine))
    return len(others)


def withdraw(database: Database, session: str, seat: str) -> int:
    """Erase what a seat answered; returns how many answers there were."""
    mine = (later_answers.c.session_id == session, later_answers.c.seat == seat)
    with database.writing() as connection:
        return connection.execute(delete(later_answers).where(*mine)).rowcount


def forget(database: Database, session: str) -> None:
    """Erase the link of a session and all that came by it."""
    with database.writing() as connection:
        connection.execute(delete(later_answers).where(later_answers.c.session_id == session))
        connection.execute(delete(later_links).where(later_links.c.session_id == session))


def _by(until: int) -> ColumnElement[bool]:
    # Of what came before moments were kept, nothing is known but that it came.
    return or_(later_answers.c.at.is_(None), later_answers.c.at <= until)


def _link(row: Row[tuple[object, ...]]) -> Link:
    return Link(row.session_id, row.secret, row.until)
