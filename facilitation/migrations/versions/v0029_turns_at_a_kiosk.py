"""Whose turn it is on a shared device: what was kept of the one before is worth nothing."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    """Make what is new."""
    op.add_column("lent_devices", sa.Column("turn", sa.Integer(), nullable=False, server_default="0"))
