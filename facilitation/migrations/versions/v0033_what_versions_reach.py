"""How far the sessions of a version had gone; when two seats were said to be one, and when somebody answered later."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    """Make what is new."""
    op.add_column("dossier_versions", sa.Column("seqs", sa.Text()))
    op.add_column("later_answers", sa.Column("at", sa.BigInteger()))
    op.add_column("pairings", sa.Column("at", sa.BigInteger()))
