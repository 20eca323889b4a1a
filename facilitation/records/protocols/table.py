"""The tables of protocols: a row per version, its instruments and tests beside it."""

from sqlalchemy import BigInteger, Column, ForeignKey, ForeignKeyConstraint, Integer, String, Table, Text

from facilitation.database import metadata

protocol_versions = Table(
    "protocol_versions",
    metadata,
    Column("experiment_id", Integer, ForeignKey("experiments.id"), primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("purpose", Text, nullable=False),
    Column("invited", Text, nullable=False),
    Column("collected", Text, nullable=False),
    Column("seen_by", Text, nullable=False),
    Column("basis", String(40), nullable=False),
    Column("controllers", Text, nullable=False),
    Column("contact", String(200), nullable=False),
    Column("contributions_months", Integer),
    Column("journal_months", Integer),
    Column("papers_days", Integer),
    Column("why", Text, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("saved_at", BigInteger, nullable=False),
)

protocol_instruments = Table(
    "protocol_instruments",
    metadata,
    Column("experiment_id", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("name", String(200), nullable=False),
    Column("status", String(20), nullable=False),
    Column("source", Text, nullable=False),
    Column("asked", String(200), nullable=False),
    Column("questions", Text, nullable=False, server_default=""),
    ForeignKeyConstraint(
        ["experiment_id", "version"], ["protocol_versions.experiment_id", "protocol_versions.version"]
    ),
)

protocol_tests = Table(
    "protocol_tests",
    metadata,
    Column("experiment_id", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("question", String(200), nullable=False),
    Column("between", String(20), nullable=False),
    Column("test", String(20), nullable=False),
    Column("why", Text, nullable=False),
    ForeignKeyConstraint(
        ["experiment_id", "version"], ["protocol_versions.experiment_id", "protocol_versions.version"]
    ),
)
