"""Who belongs to an experiment. Whoever could see everything until now keeps what there is, as a facilitator."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Create what is new."""
    op.create_table(
        "members",
        sa.Column("experiment_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("account_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_members_account_id_accounts")),
        sa.ForeignKeyConstraint(
            ["experiment_id"], ["experiments.id"], name=op.f("fk_members_experiment_id_experiments")
        ),
        sa.PrimaryKeyConstraint("experiment_id", "account_id", name=op.f("pk_members")),
    )
    op.create_index(op.f("ix_members_account_id"), "members", ["account_id"], unique=False)
    op.execute(
        "INSERT INTO members (experiment_id, account_id, role, since) "
        "SELECT e.id, a.id, 'facilitator', e.created_at FROM experiments e CROSS JOIN accounts a"
    )
