"""Sites that only the team of one organisation sees, and for which organisation somebody of the team works."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the columns."""
    for table in ("sites", "accounts"):
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("organisation_id", sa.Integer(), nullable=True))
            batch.create_foreign_key(
                op.f(f"fk_{table}_organisation_id_organisations"), "organisations", ["organisation_id"], ["id"]
            )
