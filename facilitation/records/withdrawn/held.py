"""Every column in which the team may have copied what a participant wrote. A new one takes a line here."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, select

from facilitation.records.checklist import checklist
from facilitation.records.clearances import photo_clearances
from facilitation.records.colleges import college_counts
from facilitation.records.commitments import commitments
from facilitation.records.council import comments, opinions
from facilitation.records.experiments import experiments
from facilitation.records.hypotheses import hypotheses, hypothesis_versions
from facilitation.records.learnings import learnings
from facilitation.records.live_sessions import live_sessions
from facilitation.records.programmes import edition_experiments, editions, programmes
from facilitation.records.protocols import protocol_instruments, protocol_tests, protocol_versions
from facilitation.records.reading.objections import objections
from facilitation.records.reading.windows import reading_windows
from facilitation.records.revisits import revisits
from facilitation.records.sites import sites
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
        """The rows of one experiment; of a site or a season, which several may share, those that are its own too."""
        c = self.table.c
        edition = select(edition_experiments.c.edition_id).where(edition_experiments.c.experiment_id == experiment)
        site = select(experiments.c.site_id).where(experiments.c.id == experiment)
        match self.table:
            case table if table is experiments:
                return c.id == experiment
            case table if table is college_counts:
                return c.session_id.in_(select(live_sessions.c.id).where(live_sessions.c.experiment_id == experiment))
            case table if table is hypothesis_versions:
                return c.hypothesis_id.in_(select(hypotheses.c.id).where(hypotheses.c.experiment_id == experiment))
            case table if table is sites:
                return c.id.in_(site)
            case table if table is checklist:
                return c.site_id.in_(site)
            case table if table is editions:
                return c.id.in_(edition)
            case table if table is programmes:
                return c.id.in_(select(editions.c.programme_id).where(editions.c.id.in_(edition)))
        return c.experiment_id == experiment


HELD = (
    Held(
        "learning",
        learnings,
        ("thought", "observed", "learned", "will_do", "why", "addressees", "dissent"),
    ),
    Held("hypothesis", hypotheses, ("verdict_words",)),
    Held("hypothesis", hypothesis_versions, ("condition", "effect", "because", "criteria", "why"), hypothesis_versions),
    Held(
        "experiment",
        experiments,
        ("theme", "keywords", "contact", "resources", "actions", "outcomes", "outputs", "impact", "colleges"),
    ),
    Held("experiment", college_counts, ("college",)),
    Held(
        "protocol",
        protocol_versions,
        ("purpose", "invited", "collected", "seen_by", "controllers", "contact", "why"),
        protocol_versions,
    ),
    Held("protocol", protocol_instruments, ("name", "source", "asked"), protocol_versions),
    Held("protocol", protocol_tests, ("why",), protocol_versions),
    Held("commitment", commitments, ("structure", "what", "first_sign", "outcome")),
    Held("revisit", revisits, ("words",)),
    Held("comment", comments, ("words", "answer")),
    Held("opinion", opinions, ("words",)),
    Held("objection", objections, ("words",)),
    Held("version", dossier_versions, ("why",)),
    Held("site", sites, ("notes",)),
    Held("site", checklist, ("words", "authority")),
    Held("photos", photo_clearances, ("words", "authority")),
    Held("reading", reading_windows, ("why", "unread_why")),
    Held("edition", editions, ("words",)),
    Held("programme", programmes, ("words",)),
)
