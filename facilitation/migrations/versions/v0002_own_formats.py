"""The formats that a house makes itself."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create what is new."""
    op.create_table(
        "own_formats",
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("parent_id", sa.String(length=60), nullable=True),
        sa.Column("parent_version", sa.String(length=20), nullable=True),
        sa.Column("parent_source", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_formats")),
    )
    op.create_table(
        "own_format_drafts",
        sa.Column("account_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("format_id", sa.String(length=60), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "format_id", name=op.f("pk_own_format_drafts")),
    )
    op.create_table(
        "own_format_versions",
        sa.Column("format_id", sa.String(length=60), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.String(length=20), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["format_id"], ["own_formats.id"], name=op.f("fk_own_format_versions_format_id_own_formats")
        ),
        sa.PrimaryKeyConstraint("format_id", "number", name=op.f("pk_own_format_versions")),
    )
