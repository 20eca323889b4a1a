"""Experiments in full: hypotheses with every wording, a theory of change, written sections, the launch."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

OLD = ("hypothesis_if", "hypothesis_then", "hypothesis_because", "hypothesis_at")


def upgrade() -> None:
    """Create what is new, and carry each hypothesis over to its own table."""
    _hypotheses()
    _texts()
    for name in ("resources", "actions", "outcomes"):
        op.add_column("experiments", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.add_column("experiments", sa.Column("revisit_on", sa.Date()))
    op.add_column("live_sessions", sa.Column("started_at", sa.BigInteger()))
    op.add_column("live_sessions", sa.Column("closed_at", sa.BigInteger()))
    op.add_column("live_sessions", sa.Column("people", sa.Integer()))
    op.execute(
        "UPDATE live_sessions SET started_at = COALESCE((SELECT MIN(at) FROM events WHERE kind = 'StageStarted' "
        "AND events.session_id = live_sessions.id), created_at) WHERE status <> 'waiting'"
    )
    op.execute(
        "UPDATE live_sessions SET closed_at = COALESCE((SELECT MAX(at) FROM events WHERE kind = 'SessionClosed' "
        "AND events.session_id = live_sessions.id), created_at), people = (SELECT COUNT(*) FROM events WHERE "
        "kind = 'ParticipantJoined' AND events.session_id = live_sessions.id) WHERE status = 'closed'"
    )
    op.execute(
        "INSERT INTO hypotheses (experiment_id) SELECT id FROM experiments "
        "WHERE hypothesis_if <> '' OR hypothesis_then <> '' OR hypothesis_because <> '' ORDER BY id"
    )
    op.execute(
        "INSERT INTO hypothesis_versions (hypothesis_id, version, condition, effect, because, criteria, why, "
        "account_id, written_at) "
        "SELECT h.id, 1, e.hypothesis_if, e.hypothesis_then, e.hypothesis_because, '', '', NULL, e.hypothesis_at "
        "FROM hypotheses h JOIN experiments e ON e.id = h.experiment_id"
    )
    for name in OLD:
        op.drop_column("experiments", name)


def _hypotheses() -> None:
    op.create_table(
        "hypotheses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("experiment_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=True),
        sa.Column("verdict_words", sa.Text(), nullable=True),
        sa.Column("verdict_account_id", sa.Integer(), nullable=True),
        sa.Column("verdict_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["experiment_id"], ["experiments.id"], name=op.f("fk_hypotheses_experiment_id_experiments")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hypotheses")),
    )
    op.create_index(op.f("ix_hypotheses_experiment_id"), "hypotheses", ["experiment_id"], unique=False)
    op.create_table(
        "hypothesis_versions",
        sa.Column("hypothesis_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("condition", sa.Text(), nullable=False),
        sa.Column("effect", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["hypothesis_id"], ["hypotheses.id"], name=op.f("fk_hypothesis_versions_hypothesis_id_hypotheses")
        ),
        sa.PrimaryKeyConstraint("hypothesis_id", "version", name=op.f("pk_hypothesis_versions")),
    )


def _texts() -> None:
    op.create_table(
        "texts",
        sa.Column("experiment_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("section", sa.String(length=40), nullable=False),
        sa.Column("locale", sa.String(length=2), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.BigInteger(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["experiment_id"], ["experiments.id"], name=op.f("fk_texts_experiment_id_experiments")),
        sa.PrimaryKeyConstraint("experiment_id", "section", "locale", "version", name=op.f("pk_texts")),
    )
