"""Which seat of a session is that of which earlier one, for those who asked for it."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Make what is new."""
    op.create_table(
        "pairings",
        sa.Column("session_id", sa.String(40), nullable=False),
        sa.Column("person", sa.String(40), nullable=False),
        sa.Column("earlier_session", sa.String(40), nullable=False),
        sa.Column("earlier_person", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("session_id", "person", name=op.f("pk_pairings")),
    )
