"""The theory of change in five steps: what the actions produce, and the change aimed at in the long run."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    """Make what is new."""
    for name in ("outputs", "impact"):
        op.add_column("experiments", sa.Column(name, sa.Text(), nullable=False, server_default=""))
