"""What the team says of the experiment that a session belongs to, gathered from its tables for a document."""

from dataclasses import dataclass

from facilitation.database import Database
from facilitation.records import experiments, hypotheses, live_sessions, sites


@dataclass(frozen=True, slots=True)
class Described:
    """An experiment in words. Each hypothesis is if, then, because, as it stood when the sessions
    began (those written since come last); any field but the title may be empty."""

    title: str
    question: str
    hypotheses: tuple[tuple[str, str, str], ...]
    site: str
    theme: str
    late: int = 0
    """How many of the hypotheses, the last, nobody had worded by then."""


def of_session(database: Database, session: str) -> Described | None:
    """The experiment of a session; None for a session without one (a rehearsal)."""
    header = live_sessions.find(database, session)
    experiment = experiments.find(database, header.experiment) if header else None
    if experiment is None:
        return None
    facts = experiment.facts
    site = sites.find(database, facts.site) if facts.site else None
    worded, late = _hypotheses(database, experiment.id)
    return Described(facts.title, facts.question, worded, site.facts.name if site else "", facts.theme, late)


def _hypotheses(database: Database, experiment: int) -> tuple[tuple[tuple[str, str, str], ...], int]:
    launched = live_sessions.launched_at(database, experiment)
    kept = hypotheses.of_experiment(database, experiment)
    fixed = [version for each in kept if (version := each.before(launched))]
    late = [each.newest for each in kept if each.before(launched) is None]
    return tuple(version.wording.sentence for version in (*fixed, *late)), len(late)
