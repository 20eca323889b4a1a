"""Join codes that were replaced during a session, so that whoever still has one is told so."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create what is new."""
    op.create_table(
        "retired_codes",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("session_id", sa.String(length=40), nullable=False),
        sa.Column("retired_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_retired_codes")),
    )
