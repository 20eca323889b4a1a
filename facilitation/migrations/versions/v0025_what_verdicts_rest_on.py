"""What the verdict of a hypothesis rests on: references of contributions, observations and results."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """Add the column."""
    op.add_column("hypotheses", sa.Column("verdict_evidence", sa.Text(), nullable=False, server_default=""))
