"""What each coder did last, to be taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    """Make what is new."""
    op.create_table(
        "coding_steps",
        sa.Column("experiment_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(12), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["experiment_id"], ["experiments.id"], name=op.f("fk_coding_steps_experiment_id_experiments")
        ),
        sa.PrimaryKeyConstraint("experiment_id", "account_id", "number", name=op.f("pk_coding_steps")),
    )
