"""What each coder did last in an analysis room, so that it can be taken back: references and themes, never words."""

from collections.abc import Iterable

from sqlalchemy import Column, Connection, ForeignKey, Integer, String, Table, Text, delete, func, insert, select

from facilitation.database import metadata
from facilitation.records.short_lists import joined, listed

coding_steps = Table(
    "coding_steps",
    metadata,
    Column("experiment_id", Integer, ForeignKey("experiments.id"), primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("ref", String(12), nullable=False),
    Column("before", Text, nullable=False),
)

MOST = 100
"""How many steps back one coder may go."""


def note(connection: Connection, experiment: int, account: int, ref: str, before: Iterable[int]) -> None:
    """Keep what a coder saw in a contribution until now, as rows have it: nothing where it was not read."""
    c = coding_steps.c
    mine = (c.experiment_id == experiment, c.account_id == account)
    number = (connection.scalar(select(func.max(c.number)).where(*mine)) or 0) + 1
    row = {"number": number, "ref": ref, "before": joined(tuple(map(str, sorted(before))))}
    connection.execute(insert(coding_steps).values(experiment_id=experiment, account_id=account, **row))
    connection.execute(delete(coding_steps).where(*mine, c.number <= number - MOST))


def take(connection: Connection, experiment: int, account: int) -> tuple[str, frozenset[int]] | None:
    """The last step, which is a step no longer: the contribution, and what was seen in it before."""
    c = coding_steps.c
    mine = (c.experiment_id == experiment, c.account_id == account)
    last = connection.execute(select(coding_steps).where(*mine).order_by(c.number.desc()).limit(1)).first()
    if last is None:
        return None
    connection.execute(delete(coding_steps).where(*mine, c.number == last.number))
    return last.ref, frozenset(map(int, listed(last.before)))
