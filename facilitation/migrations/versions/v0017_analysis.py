"""The analysis room: themes and their wordings, what each coder sees, what was agreed on, which words are quoted."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Create what is new."""
    op.create_table(
        "themes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("experiment_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["experiment_id"], ["experiments.id"], name=op.f("fk_themes_experiment_id_experiments")
        ),
        sa.ForeignKeyConstraint(["merged_into"], ["themes.id"], name=op.f("fk_themes_merged_into_themes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_themes")),
    )
    op.create_index(op.f("ix_themes_experiment_id"), "themes", ["experiment_id"], unique=False)
    op.create_table(
        "theme_wordings",
        sa.Column("theme_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("what", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("inside", sa.Text(), nullable=False),
        sa.Column("outside", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["theme_id"], ["themes.id"], name=op.f("fk_theme_wordings_theme_id_themes")),
        sa.PrimaryKeyConstraint("theme_id", "version", name=op.f("pk_theme_wordings")),
    )
    op.create_table(
        "theme_examples",
        sa.Column("theme_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ref", sa.String(length=12), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["theme_id"], ["themes.id"], name=op.f("fk_theme_examples_theme_id_themes")),
        sa.PrimaryKeyConstraint("theme_id", "ref", name=op.f("pk_theme_examples")),
    )
    op.create_table(
        "codings",
        sa.Column("experiment_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ref", sa.String(length=12), nullable=False),
        sa.Column("account_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("theme_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["experiment_id"], ["experiments.id"], name=op.f("fk_codings_experiment_id_experiments")
        ),
        sa.PrimaryKeyConstraint("experiment_id", "ref", "account_id", "theme_id", name=op.f("pk_codings")),
    )
    op.create_table(
        "agreed_codings",
        sa.Column("experiment_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ref", sa.String(length=12), nullable=False),
        sa.Column("theme_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["experiment_id"], ["experiments.id"], name=op.f("fk_agreed_codings_experiment_id_experiments")
        ),
        sa.PrimaryKeyConstraint("experiment_id", "ref", "theme_id", name=op.f("pk_agreed_codings")),
    )
    op.create_table(
        "verbatims",
        sa.Column("experiment_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ref", sa.String(length=12), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["experiment_id"], ["experiments.id"], name=op.f("fk_verbatims_experiment_id_experiments")
        ),
        sa.PrimaryKeyConstraint("experiment_id", "ref", name=op.f("pk_verbatims")),
    )
