"""When something of a session was last taken back: what was put online before that day is to be replaced."""

from sqlalchemy import func, select, update

from facilitation.database import Database
from facilitation.records.live_sessions import live_sessions


def note(database: Database, session: str, now: int) -> None:
    """Words, a consent or an objection were taken back, or erased at the end of their time."""
    with database.writing() as connection:
        connection.execute(update(live_sessions).where(live_sessions.c.id == session).values(taken_back_at=now))


def last(database: Database, experiment: int) -> int | None:
    """When that was last so in a session of an experiment."""
    c = live_sessions.c
    with database.reading() as connection:
        found: int | None = connection.scalar(select(func.max(c.taken_back_at)).where(c.experiment_id == experiment))
    return found
