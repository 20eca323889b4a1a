"""The key that signs cookies: made once, kept with the data, so that a restart signs nobody out."""

import secrets

from sqlalchemy import Column, String, Table, insert, select

from facilitation.database import Database, metadata

signing_keys = Table(
    "signing_keys",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("secret", String(64), nullable=False),
)

COOKIES = "cookies"


def signing_key(database: Database) -> str:
    """The key, made now if there is none yet."""
    wanted = select(signing_keys.c.secret).where(signing_keys.c.name == COOKIES)
    with database.reading() as connection:
        kept = connection.scalar(wanted)
    if kept is not None:
        return str(kept)
    with database.writing() as connection:
        kept = connection.scalar(wanted)
        if kept is None:
            kept = secrets.token_hex(32)
            connection.execute(insert(signing_keys).values(name=COOKIES, secret=kept))
    return str(kept)
