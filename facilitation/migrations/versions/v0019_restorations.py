"""Which experiments came from an archive of another house."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Create what is new."""
    op.create_table(
        "restorations",
        sa.Column("experiment_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("archived_at", sa.BigInteger(), nullable=False),
        sa.Column("restored_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["experiment_id"], ["experiments.id"], name=op.f("fk_restorations_experiment_id_experiments")
        ),
        sa.PrimaryKeyConstraint("experiment_id", name=op.f("pk_restorations")),
    )
