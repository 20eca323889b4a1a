"""Colleges: how many people of each kind of stakeholder were in the room, as the team counts them; never who."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Column, ForeignKey, Integer, String, Table, delete, insert, select

from facilitation.database import Database, metadata

LONGEST = 100
MOST = 12
"""So many colleges an experiment may have."""

USUAL = ("justice", "social", "funders", "concerned", "projects", "research", "ministries")
"""Those of an experiment that names none, by their words; a page has a name for each."""

college_counts = Table(
    "college_counts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("session_id", String(40), ForeignKey("live_sessions.id"), nullable=False, index=True),
    Column("college", String(LONGEST), nullable=False),
    Column("people", Integer, nullable=False),
)


def keep(database: Database, session: str, people: Mapping[str, int]) -> None:
    """Replace the counts of a session; a college of nobody is not kept."""
    rows = [{"session_id": session, "college": each, "people": many} for each, many in people.items() if many]
    with database.writing() as connection:
        connection.execute(delete(college_counts).where(college_counts.c.session_id == session))
        if rows:
            connection.execute(insert(college_counts), rows)


def of_sessions(database: Database, sessions: Iterable[str]) -> dict[str, dict[str, int]]:
    """The counts of some sessions, college by college; nothing of a session that nobody counted."""
    wanted = select(college_counts).where(college_counts.c.session_id.in_(tuple(sessions)))
    found: dict[str, dict[str, int]] = {}
    with database.reading() as connection:
        for row in connection.execute(wanted.order_by(college_counts.c.id)):
            found.setdefault(row.session_id, {})[row.college] = row.people
    return found
