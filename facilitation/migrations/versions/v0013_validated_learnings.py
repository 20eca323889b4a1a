"""Learnings are drafts until somebody validates them, and say what stands against them."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add what is new."""
    op.add_column("learnings", sa.Column("dissent", sa.Text(), server_default="", nullable=False))
    op.add_column("learnings", sa.Column("validated_by", sa.Integer(), nullable=True))
    op.add_column("learnings", sa.Column("validated_at", sa.BigInteger(), nullable=True))
