"""What a participant holds: the bearer in their browser, and the withdrawal slip. Only hashes are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Row,
    String,
    Table,
    delete,
    func,
    insert,
    select,
)

from facilitation.database import Database, metadata
from facilitation.records.digests import digest

Kind = Literal["bearer", "slip", "again"]

LIFETIME = 30 * 24 * 60 * 60 * 1000
"""How long a ticket works, in milliseconds: thirty days."""

tickets = Table(
    "tickets",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column(
        "session_id",
        String(40),
        ForeignKey("live_sessions.id"),
        nullable=False,
        index=True,
    ),
    Column("person", String(40), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("expires_at", BigInteger, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Ticket:
    """Leads to one person in one session, until `expires_at`."""

    session: str
    person: str
    kind: Kind
    expires_at: int


def give(database: Database, secrets: Mapping[Kind, str], session: str, person: str, now: int) -> None:
    """Keep a ticket for each secret, in one transaction. Giving the same secret again changes nothing."""
    with database.writing() as connection:
        for kind, secret in secrets.items():
            _keep(connection, secret, kind, session, person, now + LIFETIME)


def keep(database: Database, secret: str, kind: Kind, session: str, person: str, until: int) -> None:
    """Keep one ticket up to another moment."""
    with database.writing() as connection:
        _keep(connection, secret, kind, session, person, until)


def _keep(connection: Connection, secret: str, kind: Kind, session: str, person: str, until: int) -> None:
    row = {"digest": digest(secret), "session_id": session, "person": person, "kind": kind, "expires_at": until}
    kept = connection.execute(select(tickets.c.digest).where(tickets.c.digest == row["digest"])).first()
    if kept is None:
        connection.execute(insert(tickets).values(row))


def forget(connection: Connection, kind: Kind, session: str, person: str) -> None:
    """Let none of the tickets of this kind lead to a person any more."""
    c = tickets.c
    connection.execute(delete(tickets).where(c.session_id == session, c.person == person, c.kind == kind))


def replace(database: Database, slip: str, seat: str, held: Ticket, now: int) -> None:
    """Let a new slip lead to whoever holds this seat, and nothing else any more but the seat: what was lost, too."""
    c = tickets.c
    mine = (c.session_id == held.session, c.person == held.person)
    others = (*mine, c.kind.in_(("slip", "bearer")), c.digest != digest(seat))
    with database.writing() as connection:
        latest = connection.scalar(select(func.max(c.expires_at)).where(*mine)) or 0
        connection.execute(delete(tickets).where(*others))
        _keep(connection, slip, "slip", held.session, held.person, max(latest, now + LIFETIME))


def still_opens(database: Database, mark: str, session: str, person: str) -> bool:
    """Whether the slip of which somebody kept the digest leads to this person, and is not void."""
    c = tickets.c
    wanted = select(c.digest).where(c.digest == mark, c.kind == "slip", c.session_id == session, c.person == person)
    with database.reading() as connection:
        return connection.execute(wanted).first() is not None


def find(database: Database, secret: str, kind: Kind) -> Ticket | None:
    """The ticket of a secret, expired or not."""
    wanted = select(tickets).where(tickets.c.digest == digest(secret), tickets.c.kind == kind)
    with database.reading() as connection:
        row = connection.execute(wanted).first()
    return _ticket(row) if row else None


def take_back(database: Database, secret: str) -> None:
    """Forget one ticket."""
    with database.writing() as connection:
        connection.execute(delete(tickets).where(tickets.c.digest == digest(secret)))


def _ticket(row: Row[tuple[object, ...]]) -> Ticket:
    return Ticket(row.session_id, row.person, cast(Kind, row.kind), row.expires_at)
