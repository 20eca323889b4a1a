"""What the team answers to a comment, in words."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """Add the column."""
    op.add_column("comments", sa.Column("answer", sa.Text(), nullable=False, server_default=""))
