"""Browsers on which somebody is signed in: each has a secret of its own, so that signing out ends it here as well."""

import secrets

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Table, delete, insert, select

from facilitation.database import Database, metadata
from facilitation.records import accounts
from facilitation.records.accounts import Account
from facilitation.records.digests import digest

LONGEST = 7 * 24 * 60 * 60 * 1000
"""Milliseconds after which a browser signs in again, however often it came meanwhile."""

sign_ins = Table(
    "sign_ins",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("until", BigInteger, nullable=False),
)


def begin(database: Database, account: int, now: int) -> str:
    """Somebody signs in on a browser: the secret that it keeps. Those whose time is over are forgotten."""
    secret = secrets.token_urlsafe(18)
    row = {"digest": digest(secret), "account_id": account, "until": now + LONGEST}
    with database.writing() as connection:
        connection.execute(delete(sign_ins).where(sign_ins.c.until <= now))
        connection.execute(insert(sign_ins).values(row))
    return secret


def account_of(database: Database, secret: str, now: int) -> Account | None:
    """Who is signed in with this secret, if anybody still is."""
    wanted = select(sign_ins.c.account_id).where(sign_ins.c.digest == digest(secret), sign_ins.c.until > now)
    with database.reading() as connection:
        account = connection.scalar(wanted)
    return None if account is None else accounts.find(database, account)


def end(database: Database, secret: str) -> None:
    """Signed out: whoever else holds the secret of this browser opens nothing with it either."""
    with database.writing() as connection:
        connection.execute(delete(sign_ins).where(sign_ins.c.digest == digest(secret)))


def end_all(database: Database, account: int) -> None:
    """Signed out on every browser."""
    with database.writing() as connection:
        connection.execute(delete(sign_ins).where(sign_ins.c.account_id == account))
