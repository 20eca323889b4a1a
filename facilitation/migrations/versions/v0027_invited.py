"""How many people were asked to come to a session."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    """Make what is new."""
    op.add_column("live_sessions", sa.Column("invited", sa.Integer()))
