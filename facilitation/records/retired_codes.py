"""A new join code for a session whose code went too far, and the old ones, so that they are refused kindly."""

from dataclasses import replace

from sqlalchemy import BigInteger, Column, String, Table, insert, select, update

from facilitation.database import Database, metadata
from facilitation.records.join_codes import new_code
from facilitation.records.live_sessions import LiveSession, live_sessions

retired_codes = Table(
    "retired_codes",
    metadata,
    Column("code", String(8), primary_key=True),
    Column("session_id", String(40), nullable=False),
    Column("retired_at", BigInteger, nullable=False),
)


def renew(database: Database, session: LiveSession, now: int) -> LiveSession:
    """Give the session another code; the old one leads nowhere from here on."""
    fresh = replace(session, code=new_code())
    row = live_sessions.c.id == session.id
    with database.writing() as connection:
        connection.execute(update(live_sessions).where(row).values(join_code=fresh.code))
        connection.execute(insert(retired_codes).values(code=session.code, session_id=session.id, retired_at=now))
    return fresh


def is_retired(database: Database, code: str) -> bool:
    """Whether this code once led to a session and was replaced."""
    with database.reading() as connection:
        return connection.execute(select(retired_codes.c.code).where(retired_codes.c.code == code)).first() is not None
