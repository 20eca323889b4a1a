"""The scientific council's comments and opinions, commitments, revisits, and the reports of purges."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Create what is new."""
    _of_experiment(
        "comments",
        sa.Column("part", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
    )
    _of_experiment(
        "opinions",
        sa.Column("word", sa.String(length=20), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
    )
    _of_experiment(
        "commitments",
        sa.Column("session_id", sa.String(length=40), nullable=True),
        sa.Column("structure", sa.String(length=200), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("first_sign", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("state_at", sa.BigInteger(), nullable=False),
    )
    _of_experiment(
        "revisits",
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
    )


def _of_experiment(name: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("experiment_id", sa.Integer(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["experiment_id"], ["experiments.id"], name=op.f(f"fk_{name}_experiment_id_experiments")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    op.create_index(op.f(f"ix_{name}_experiment_id"), name, ["experiment_id"], unique=False)
