"""What the team says of the experiment that a session belongs to, gathered from its tables for a document."""

from dataclasses import dataclass

from facilitation.database import Database
from facilitation.records import experiments, live_sessions, sites


@dataclass(frozen=True, slots=True)
class Described:
    """An experiment in words. `hypothesis` is if, then, because; any field but the title may be empty."""

    title: str
    question: str
    hypothesis: tuple[str, str, str]
    site: str
    theme: str


def of_session(database: Database, session: str) -> Described | None:
    """The experiment of a session; None for a session without one (a rehearsal)."""
    header = live_sessions.find(database, session)
    experiment = experiments.find(database, header.experiment) if header else None
    if experiment is None:
        return None
    facts = experiment.facts
    site = sites.find(database, facts.site) if facts.site else None
    return Described(facts.title, facts.question, facts.hypothesis, site.facts.name if site else "", facts.theme)
