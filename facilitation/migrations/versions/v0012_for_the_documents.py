"""What documents print of an experiment and its organisations: licence, keywords, contact; logos."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the columns and the table."""
    with op.batch_alter_table("experiments") as batch:
        batch.add_column(sa.Column("licence", sa.String(length=40), server_default="", nullable=False))
        batch.add_column(sa.Column("keywords", sa.Text(), server_default="", nullable=False))
        batch.add_column(sa.Column("contact", sa.String(length=200), server_default="", nullable=False))
    op.create_table(
        "logos",
        sa.Column("organisation_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("png", sa.LargeBinary(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_logos_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_logos")),
    )
