"""Who of the team belongs to an experiment, in which role, and what each role may do there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    String,
    Table,
    and_,
    delete,
    insert,
    select,
)

from facilitation.database import Database, metadata
from facilitation.records.accounts import Account
from facilitation.records.experiments import experiments

members = Table(
    "members",
    metadata,
    Column("experiment_id", Integer, ForeignKey("experiments.id"), primary_key=True, autoincrement=False),
    Column("account_id", Integer, ForeignKey("accounts.id"), primary_key=True, autoincrement=False, index=True),
    Column("role", String(20), nullable=False),
    Column("since", BigInteger, nullable=False),
)

Role = Literal["facilitator", "observer", "researcher", "reader", "council"]
Power = Literal["read", "comment", "advise", "observe", "write", "export", "run"]

POWERS: dict[Role, frozenset[Power]] = {
    "facilitator": frozenset({"read", "comment", "observe", "write", "export", "run"}),
    "observer": frozenset({"read", "comment", "observe"}),
    "researcher": frozenset({"read", "comment", "write", "export"}),
    "reader": frozenset({"read"}),
    "council": frozenset({"read", "comment", "advise"}),
}
"""`read`: its pages and documents; `comment`; `advise`: a dated opinion; `observe`: being in the room; `write`: texts,
hypotheses, conclusions; `export`: taking data out; `run`: sessions, protocol, team, and everything else."""

OF_AN_ADMINISTRATOR = POWERS["facilitator"]


@dataclass(frozen=True, slots=True)
class Member:
    """An account in an experiment."""

    account: int
    role: Role
    since: int


def admit(database: Database, experiment: int, account: int, role: Role, now: int) -> None:
    """Make someone a member, or give a member another role."""
    row = {"experiment_id": experiment, "account_id": account, "role": role, "since": now}
    with database.writing() as connection:
        connection.execute(delete(members).where(_is(experiment, account)))
        connection.execute(insert(members).values(row))


def dismiss(database: Database, experiment: int, account: int) -> None:
    """End a membership."""
    with database.writing() as connection:
        connection.execute(delete(members).where(_is(experiment, account)))


def of_experiment(database: Database, experiment: int) -> tuple[Member, ...]:
    """The members of an experiment, longest there first."""
    wanted = select(members).where(members.c.experiment_id == experiment)
    with database.reading() as connection:
        rows = connection.execute(wanted.order_by(members.c.since, members.c.account_id)).all()
    return tuple(Member(row.account_id, cast(Role, row.role), row.since) for row in rows)


def powers(database: Database, account: Account, experiment: int) -> frozenset[Power]:
    """What an account may do in an experiment; nothing, for whoever is not a member."""
    if account.role == "former":
        return frozenset()
    if account.role == "admin":
        return OF_AN_ADMINISTRATOR | POWERS.get(_role(database, account, experiment) or "reader", frozenset())
    role = _role(database, account, experiment)
    return POWERS.get(role, frozenset()) if role else frozenset()


def seen_by(database: Database, account: Account, experiments: Iterable[int], power: Power = "read") -> frozenset[int]:
    """Those of these experiments where an account has a power."""
    if account.role in ("admin", "former"):
        return frozenset(experiments) if account.role == "admin" else frozenset()
    with database.reading() as connection:
        rows = connection.execute(
            select(members.c.experiment_id, members.c.role).where(members.c.account_id == account.id)
        ).all()
    allowed = {row.experiment_id for row in rows if power in POWERS.get(row.role, frozenset())}
    return frozenset(allowed & set(experiments))


def sites_of(database: Database, account: Account) -> frozenset[int]:
    """The sites of the experiments that an account is a member of."""
    theirs = select(experiments.c.site_id).join(members).where(members.c.account_id == account.id)
    with database.reading() as connection:
        rows = connection.scalars(theirs.where(experiments.c.site_id.is_not(None))).all()
    return frozenset() if account.role == "former" else frozenset(rows)


def _role(database: Database, account: Account, experiment: int) -> Role | None:
    with database.reading() as connection:
        found = connection.scalar(select(members.c.role).where(_is(experiment, account.id)))
    return cast(Role, found) if found else None


def _is(experiment: int, account: int) -> ColumnElement[bool]:
    return and_(members.c.experiment_id == experiment, members.c.account_id == account)
