"""The people who run workshops: a login name of their choice, a password kept as argon2id, a role."""

from dataclasses import dataclass
from typing import Literal, cast

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from facilitation.database import Database, metadata
from facilitation.records.digests import digest
from facilitation.records.passwords import Run, at_once, fits, hashed

Role = Literal["admin", "facilitator", "guest", "former"]
"""What somebody may do in the whole house: everything; making experiments; only what they are a member of; nothing."""

accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("login", String(60), nullable=False, unique=True),
    Column("password_hash", String(200)),
    Column("role", String(20), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("organisation_id", Integer, ForeignKey("organisations.id")),
)


@dataclass(frozen=True, slots=True)
class Account:
    """Someone who may sign in. `has_password` is false while only a one-time link lets them in.

    `organisation` is the one they work for, where it matters. `mark` changes with the password, and tells nothing of
    it: what was signed in before is no longer.
    """

    id: int
    login: str
    role: Role
    has_password: bool
    mark: str = ""
    organisation: int | None = None


def plain_login(login: str) -> str:
    """A login name as it is compared: without spaces around, in lower case."""
    return login.strip().casefold()


def create(
    database: Database, login: str, password: str | None, role: Role, now: int, run: Run = at_once
) -> Account | None:
    """A new account, or None when the login name is taken."""
    name, kept = plain_login(login), None if password is None else hashed(password, run)
    values = {"login": name, "role": role, "created_at": now, "password_hash": kept}
    try:
        with database.writing() as connection:
            key = connection.execute(insert(accounts).values(values)).inserted_primary_key
    except IntegrityError:
        return None
    return Account(int(key[0]) if key else 0, name, role, password is not None, _mark(kept))


def set_password(database: Database, account: int, login: str, password: str, run: Run = at_once) -> bool:
    """Choose a login name and a password. False when another account has the name."""
    kept = hashed(password, run)
    change = update(accounts).where(accounts.c.id == account)
    try:
        with database.writing() as connection:
            connection.execute(change.values(login=plain_login(login), password_hash=kept))
    except IntegrityError:
        return False
    return True


def set_role(database: Database, account: int, role: Role) -> bool:
    """Give an account another role in the house. False for the last administrator, who stays one."""
    kept = accounts.c
    others = select(func.count()).select_from(accounts).where(kept.role == "admin", kept.id != account)
    row: dict[str, object] = {"role": role}
    if role == "former":
        # Without a password nobody signs in; the name stays, so that what they wrote keeps its author.
        row["password_hash"] = None
    with database.writing() as connection:
        was = connection.scalar(select(kept.role).where(kept.id == account))
        if was == "admin" and role != "admin" and not connection.scalar(others):
            return False
        connection.execute(update(accounts).where(kept.id == account).values(row))
    return True


def place(database: Database, account: int, organisation: int | None) -> None:
    """Say for which organisation somebody works; None: for the whole house."""
    with database.writing() as connection:
        connection.execute(update(accounts).where(accounts.c.id == account).values(organisation_id=organisation))


def find(database: Database, account: int) -> Account | None:
    """The account with this number."""
    with database.reading() as connection:
        row = connection.execute(select(accounts).where(accounts.c.id == account)).first()
    return _account(row) if row else None


def everyone(database: Database) -> tuple[Account, ...]:
    """All accounts, oldest first."""
    with database.reading() as connection:
        return tuple(_account(row) for row in connection.execute(select(accounts).order_by(accounts.c.id)))


def some_password_set(database: Database) -> bool:
    """Whether anybody can sign in without a one-time link."""
    with database.reading() as connection:
        wanted = select(func.count()).select_from(accounts).where(accounts.c.password_hash.is_not(None))
        return bool(connection.scalar(wanted))


def check_password(database: Database, login: str, password: str, run: Run = at_once) -> Account | None:
    """The account, if name and password fit. An unknown name costs as much time as a wrong password."""
    with database.reading() as connection:
        row = connection.execute(select(accounts).where(accounts.c.login == plain_login(login))).first()
    return _account(row) if fits(row.password_hash if row else None, password, run) and row else None


def _account(row: Row[tuple[object, ...]]) -> Account:
    has_password, mark = row.password_hash is not None, _mark(row.password_hash)
    return Account(row.id, row.login, cast(Role, row.role), has_password, mark, row.organisation_id)


def _mark(password_hash: object) -> str:
    return digest(str(password_hash or ""))[:20]
