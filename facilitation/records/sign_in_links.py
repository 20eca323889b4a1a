"""Links that let someone in once: printed at the first start, or handed over by an administrator."""

import secrets
from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)

from facilitation.database import Database, metadata
from facilitation.records import accounts
from facilitation.records.digests import digest

LIFETIME = 24 * 60 * 60 * 1000
"""How long a link works, in milliseconds: one day."""

sign_in_links = Table(
    "sign_in_links",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("account_id", Integer, ForeignKey("accounts.id")),
    Column("expires_at", BigInteger, nullable=False),
    Column("used_at", BigInteger),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link that still works, and the account it is for (none: the administrator's, which may not exist yet)."""

    account: int | None


def make(database: Database, now: int, account: int | None = None) -> str:
    """A new link; the token is known to nobody afterwards but its bearer."""
    token = secrets.token_urlsafe(24)
    row = {"digest": digest(token), "account_id": account, "expires_at": now + LIFETIME}
    with database.writing() as connection:
        connection.execute(insert(sign_in_links).values(row))
    return token


def first_start(database: Database, now: int) -> str | None:
    """A link to print when the server starts, as long as nobody has chosen a password."""
    return None if accounts.some_password_set(database) else make(database, now)


def look(database: Database, token: str, now: int) -> Link | None:
    """The link, if it still works; looking does not use it up."""
    links = sign_in_links.c
    wanted = select(links.account_id).where(
        links.digest == digest(token), links.used_at.is_(None), links.expires_at > now
    )
    with database.reading() as connection:
        row = connection.execute(wanted).first()
    return Link(row.account_id) if row else None


def void(database: Database, account: int, with_the_printed: bool) -> None:
    """End the links of an account that were not used; `with_the_printed`, those of the first start as well."""
    links = sign_in_links.c
    theirs = links.account_id == account
    ended = theirs | links.account_id.is_(None) if with_the_printed else theirs
    with database.writing() as connection:
        connection.execute(delete(sign_in_links).where(ended, links.used_at.is_(None)))


def use(database: Database, token: str, now: int) -> Link | None:
    """Use the link up. Of two people who try at the same moment, one gets it."""
    links = sign_in_links.c
    with database.writing() as connection:
        row = connection.execute(
            update(sign_in_links)
            .where(
                links.digest == digest(token),
                links.used_at.is_(None),
                links.expires_at > now,
            )
            .values(used_at=now)
            .returning(links.account_id)
        ).first()
    return Link(row.account_id) if row else None
