"""The tables of the log: heads, events, the words kept apart from them, and receipts."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text

from facilitation.database import metadata

# One row per session: how far its log goes. `epoch` names this log for ever; `chain` seals everything before.
heads = Table(
    "heads",
    metadata,
    Column("session_id", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("epoch", Text, nullable=False),
    Column("chain", Text, nullable=False),
)

# Appended, never edited. No person's words: those are in `contents`.
events = Table(
    "events",
    metadata,
    Column("session_id", Text, ForeignKey("heads.session_id"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("spelling", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("actor_kind", Text, nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("number", BigInteger),
    Column("at", BigInteger, nullable=False),
    Column("payload", Text, nullable=False),
    Column("content_id", Text),
    Column("chain", Text, nullable=False),
)

# What people wrote. Erasing empties `value` and `salt` and says why: the one permitted UPDATE of the log.
contents = Table(
    "contents",
    metadata,
    Column("content_id", Text, primary_key=True),
    Column("session_id", Text, ForeignKey("heads.session_id"), nullable=False),
    Column("subject", Text, nullable=False),
    Column("salt", Text),
    Column("value", Text),
    Column("erased", Text),
    Index("ix_contents_session_id_subject", "session_id", "subject"),
)

# What was answered to each numbered command, so that a repeat gets the same answer for the life of the session.
receipts = Table(
    "receipts",
    metadata,
    Column("session_id", Text, ForeignKey("heads.session_id"), primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("command_id", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("reason", Text),
    Column("detail", Text),
)
