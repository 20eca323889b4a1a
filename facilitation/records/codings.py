"""Which themes each coder sees in which contribution, what they agreed on together, and what is to be quoted."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Integer, String, Table, delete, insert, select

from facilitation.database import Database, metadata
from facilitation.records import coding_steps

codings = Table(
    "codings",
    metadata,
    Column("experiment_id", Integer, ForeignKey("experiments.id"), primary_key=True, autoincrement=False),
    Column("ref", String(12), primary_key=True),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("theme_id", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
)

agreed = Table(
    "agreed_codings",
    metadata,
    Column("experiment_id", Integer, ForeignKey("experiments.id"), primary_key=True, autoincrement=False),
    Column("ref", String(12), primary_key=True),
    Column("theme_id", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
)

verbatims = Table(
    "verbatims",
    metadata,
    Column("experiment_id", Integer, ForeignKey("experiments.id"), primary_key=True, autoincrement=False),
    Column("ref", String(12), primary_key=True),
    Column("account_id", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
)

NO_THEME = 0
"""Kept in the place of a theme where a coder has looked and found none: not the same as not having looked."""

Sets = dict[str, frozenset[int]]
"""For each contribution that was looked at, by its reference, the themes seen in it; empty where none was."""


@dataclass(frozen=True, slots=True)
class Codings:
    """Everything that was coded in an experiment, by coder; and what was agreed on."""

    by_coder: dict[int, Sets]
    agreed: Sets


def code(
    database: Database,
    experiment: int,
    ref: str,
    account: int,
    seen: Iterable[int],
    now: int,
    retired: Iterable[int] = (),
) -> None:
    """Keep what a coder sees in a contribution, in place of what they saw before; codes of retired themes stay."""
    of = (codings.c.experiment_id == experiment, codings.c.ref == ref, codings.c.account_id == account)
    with database.writing() as connection:
        _step(connection, experiment, ref, account)
        connection.execute(delete(codings).where(*of, codings.c.theme_id.not_in(tuple(retired))))
        rows = [
            {"experiment_id": experiment, "ref": ref, "account_id": account, "theme_id": theme, "at": now}
            for theme in (frozenset(seen) or {NO_THEME})
        ]
        connection.execute(insert(codings), rows)


def forget(database: Database, experiment: int, ref: str, account: int) -> None:
    """As if this coder had not looked at it."""
    of = (codings.c.experiment_id == experiment, codings.c.ref == ref, codings.c.account_id == account)
    with database.writing() as connection:
        _step(connection, experiment, ref, account)
        connection.execute(delete(codings).where(*of))


def undo(database: Database, experiment: int, account: int, now: int) -> tuple[str, frozenset[int]] | None:
    """Take back what a coder did last; returns the contribution and what they see in it again (NO_THEME where they had
    found none, nothing where they had not looked), or nothing where there is no step left.
    """
    with database.writing() as connection:
        last = coding_steps.take(connection, experiment, account)
        if last is not None:
            ref, before = last
            of = (codings.c.experiment_id == experiment, codings.c.ref == ref, codings.c.account_id == account)
            connection.execute(delete(codings).where(*of))
            same = {"experiment_id": experiment, "ref": ref, "account_id": account, "at": now}
            if before:
                connection.execute(insert(codings), [same | {"theme_id": theme} for theme in sorted(before)])
    return last


def _step(connection: Connection, experiment: int, ref: str, account: int) -> None:
    of = (codings.c.experiment_id == experiment, codings.c.ref == ref, codings.c.account_id == account)
    before = connection.scalars(select(codings.c.theme_id).where(*of)).all()
    coding_steps.note(connection, experiment, account, ref, before)


def agree(database: Database, experiment: int, ref: str, seen: Iterable[int], account: int, now: int) -> None:
    """Keep what was agreed on; `account` wrote it down."""
    with database.writing() as connection:
        connection.execute(delete(agreed).where(agreed.c.experiment_id == experiment, agreed.c.ref == ref))
        rows = [
            {"experiment_id": experiment, "ref": ref, "theme_id": theme, "account_id": account, "at": now}
            for theme in (frozenset(seen) or {NO_THEME})
        ]
        connection.execute(insert(agreed), rows)


def disagree(database: Database, experiment: int, ref: str) -> None:
    """As if nothing had been agreed on."""
    with database.writing() as connection:
        connection.execute(delete(agreed).where(agreed.c.experiment_id == experiment, agreed.c.ref == ref))


def of_experiment(database: Database, experiment: int) -> Codings:
    """Everything, as it was coded: themes merged and retired since are still there."""
    with database.reading() as connection:
        rows = connection.execute(select(codings).where(codings.c.experiment_id == experiment)).all()
        together = connection.execute(select(agreed).where(agreed.c.experiment_id == experiment)).all()
    coders = sorted({row.account_id for row in rows})
    return Codings(
        {who: _sets((row.ref, row.theme_id) for row in rows if row.account_id == who) for who in coders},
        _sets((row.ref, row.theme_id) for row in together),
    )


def quote(database: Database, experiment: int, ref: str, account: int, on: bool, now: int) -> None:
    """Choose a contribution to be quoted, or no longer. Whether it may be, its authors say when it is printed."""
    with database.writing() as connection:
        connection.execute(delete(verbatims).where(verbatims.c.experiment_id == experiment, verbatims.c.ref == ref))
        if on:
            row = {"experiment_id": experiment, "ref": ref, "account_id": account, "at": now}
            connection.execute(insert(verbatims).values(row))


def quoted(database: Database, experiment: int) -> frozenset[str]:
    """The references of what was chosen to be quoted."""
    with database.reading() as connection:
        found = connection.scalars(select(verbatims.c.ref).where(verbatims.c.experiment_id == experiment))
        return frozenset(found)


def _sets(pairs: Iterable[tuple[str, int]]) -> Sets:
    found: dict[str, set[int]] = {}
    for ref, theme in pairs:
        found.setdefault(ref, set()).update({theme} - {NO_THEME})
    return {ref: frozenset(seen) for ref, seen in sorted(found.items())}
