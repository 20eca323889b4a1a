"""Colleges: by kinds of stakeholder, how many people were in the room of a session."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    """Make what is new."""
    op.add_column("experiments", sa.Column("colleges", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "college_counts",
        sa.Column("session_id", sa.String(40), sa.ForeignKey("live_sessions.id"), primary_key=True),
        sa.Column("college", sa.String(100), primary_key=True),
        sa.Column("people", sa.Integer(), nullable=False),
    )
