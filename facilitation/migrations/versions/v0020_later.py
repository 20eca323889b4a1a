"""What is asked again weeks after a session: the link, and the answers in numbers."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Make what is new."""
    op.create_table(
        "later_links",
        sa.Column("session_id", sa.String(40), nullable=False),
        sa.Column("secret", sa.String(64), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_later_links")),
        sa.UniqueConstraint("secret", name=op.f("uq_later_links_secret")),
    )
    op.create_table(
        "later_answers",
        sa.Column("session_id", sa.String(40), nullable=False),
        sa.Column("seat", sa.String(40), nullable=False),
        sa.Column("question", sa.String(100), nullable=False),
        sa.Column("value", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("session_id", "seat", "question", name=op.f("pk_later_answers")),
    )
