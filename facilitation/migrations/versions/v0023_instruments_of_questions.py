"""Which questions an instrument of a protocol covers; the tests of significance that a protocol asks for."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    """Add the column and the table."""
    op.add_column("protocol_instruments", sa.Column("questions", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "protocol_tests",
        sa.Column("experiment_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("question", sa.String(length=200), nullable=False),
        sa.Column("between", sa.String(length=20), nullable=False),
        sa.Column("test", sa.String(length=20), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["experiment_id", "version"],
            ["protocol_versions.experiment_id", "protocol_versions.version"],
            name=op.f("fk_protocol_tests_experiment_id_version_protocol_versions"),
        ),
        sa.PrimaryKeyConstraint("experiment_id", "version", "position", name=op.f("pk_protocol_tests")),
    )
