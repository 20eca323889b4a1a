"""Every column in which the team may have copied what a participant wrote. A new one takes a line here."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, select

from facilitation.records.commitments import commitments
from facilitation.records.council import comments, opinions
from facilitation.records.experiments import experiments
from facilitation.records.hypotheses import hypotheses, hypothesis_versions
from facilitation.records.learnings import learnings
from facilitation.records.protocols import protocol_instruments, protocol_tests, protocol_versions
from facilitation.records.reading.objections import objections
from facilitation.records.revisits import revisits
from facilitation.records.versions import dossier_versions


@dataclass(frozen=True, slots=True)
class Held:
    """Columns of words in a table; `kind` says to whoever mends them what they belong to.

    `versions` is the table that counts the versions, of what is written anew beside what stood before.
    """

    kind: str
    table: Table
    columns: tuple[str, ...]
    versions: Table | None = None

    def of_experiment(self, experiment: int) -> ColumnElement[bool]:
        """The rows of one experiment."""
        if self.table is hypothesis_versions:
            mine = select(hypotheses.c.id).where(hypotheses.c.experiment_id == experiment)
            return hypothesis_versions.c.hypothesis_id.in_(mine)
        key = "id" if self.table is experiments else "experiment_id"
        return self.table.c[key] == experiment


HELD = (
    Held(
        "learning",
        learnings,
        ("thought", "observed", "learned", "will_do", "why", "addressees", "dissent"),
    ),
    Held("hypothesis", hypotheses, ("verdict_words",)),
    Held("hypothesis", hypothesis_versions, ("condition", "effect", "because", "criteria", "why"), hypothesis_versions),
    Held("experiment", experiments, ("resources", "actions", "outcomes")),
    Held(
        "protocol",
        protocol_versions,
        ("purpose", "invited", "collected", "seen_by", "controllers", "contact", "why"),
        protocol_versions,
    ),
    Held("protocol", protocol_instruments, ("name", "source", "asked"), protocol_versions),
    Held("protocol", protocol_tests, ("why",), protocol_versions),
    Held("commitment", commitments, ("what", "first_sign", "outcome")),
    Held("revisit", revisits, ("words",)),
    Held("comment", comments, ("words", "answer")),
    Held("opinion", opinions, ("words",)),
    Held("objection", objections, ("words",)),
    Held("version", dossier_versions, ("why",)),
)
