"""Colleges: by kinds of stakeholder, how many people were in the room of a session."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """Make what is new."""
    op.add_column("experiments", sa.Column("colleges", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "college_counts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.String(length=40), nullable=False),
        sa.Column("college", sa.String(length=100), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["live_sessions.id"], name=op.f("fk_college_counts_session_id_live_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_college_counts")),
    )
    op.create_index(op.f("ix_college_counts_session_id"), "college_counts", ["session_id"], unique=False)
