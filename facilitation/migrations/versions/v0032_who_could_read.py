"""How many withdrawal codes worked when a reading began, and why it did with none; when words were taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    """Make what is new."""
    op.add_column("reading_windows", sa.Column("could_read", sa.Integer()))
    op.add_column("reading_windows", sa.Column("unread_why", sa.Text(), nullable=False, server_default=""))
    op.add_column("live_sessions", sa.Column("taken_back_at", sa.BigInteger()))
