"""Which seat of one session is that of which seat of an earlier one: two random ids, because somebody asked for it."""

from collections.abc import Iterable, Mapping

from sqlalchemy import BigInteger, Column, String, Table, and_, delete, insert, or_, select

from facilitation.database import Database, metadata
from facilitation.records import tickets
from facilitation.records.digests import digest

LIFETIME = 366 * 24 * 60 * 60 * 1000
"""How long a withdrawal code may still say that two seats are one person's: a season, then a little."""

pairings = Table(
    "pairings",
    metadata,
    Column("session_id", String(40), primary_key=True),
    Column("person", String(40), primary_key=True),
    Column("earlier_session", String(40), nullable=False),
    Column("earlier_person", String(40), nullable=False),
    Column("at", BigInteger),
)

Seat = tuple[str, str]
"""A session and a person in it."""


def keep_code(database: Database, code: str, session: str, person: str, now: int) -> None:
    """Let this withdrawal code say, longer than it opens anything, which seat it was given for."""
    tickets.keep(database, _again(code), "again", session, person, now + LIFETIME)


def seat_of_code(database: Database, code: str, now: int) -> Seat | None:
    """The seat that a code was given for, as long as it may say so."""
    kept = tickets.find(database, _again(code), "again")
    return (kept.session, kept.person) if kept and kept.expires_at > now else None


def pair(database: Database, seat: Seat, earlier: Seat, now: int) -> None:
    """Keep that two seats are one person's. Said again of the same seat, it changes nothing."""
    session, person = seat
    mine = (pairings.c.session_id == session, pairings.c.person == person)
    with database.writing() as connection:
        if connection.execute(select(pairings.c.person).where(*mine)).first() is None:
            row = {"session_id": session, "person": person, "earlier_session": earlier[0], "earlier_person": earlier[1]}
            connection.execute(insert(pairings).values(**row, at=now))


def among(database: Database, sessions: Iterable[str], until: int | None = None) -> Mapping[Seat, Seat]:
    """Every pair whose later seat is in one of these sessions: ever said, or up to a moment."""
    wanted = select(pairings).where(pairings.c.session_id.in_(tuple(sessions)))
    if until is not None:
        # Of what was said before moments were kept, nothing is known but that it was said.
        wanted = wanted.where(or_(pairings.c.at.is_(None), pairings.c.at <= until))
    with database.reading() as connection:
        rows = connection.execute(wanted).all()
    return {(row.session_id, row.person): (row.earlier_session, row.earlier_person) for row in rows}


def forget(database: Database, session: str) -> int:
    """Erase all pairs with a seat of this session; returns how many there were."""
    about = or_(pairings.c.session_id == session, pairings.c.earlier_session == session)
    with database.writing() as connection:
        return connection.execute(delete(pairings).where(about)).rowcount


def forget_seat(database: Database, seat: Seat) -> None:
    """Erase what was said of one seat, and let no code say it again."""
    session, person = seat
    later = and_(pairings.c.session_id == session, pairings.c.person == person)
    earlier = and_(pairings.c.earlier_session == session, pairings.c.earlier_person == person)
    with database.writing() as connection:
        connection.execute(delete(pairings).where(or_(later, earlier)))
        tickets.forget(connection, "again", session, person)


def _again(code: str) -> str:
    # Another name than that of the ticket itself: what is known of one opens nothing of the other.
    return digest(f"again|{code}")
