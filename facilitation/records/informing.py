"""Whether people can be informed before they come: an experiment at a field site needs a complete information sheet."""

from facilitation.database import Database
from facilitation.records import experiments, live_sessions, protocols
from facilitation.records.protocols import Terms


def unsaid(database: Database, experiment: int) -> tuple[str, ...]:
    """What the sheet of an experiment still lacks, by the names of `Terms`; nothing where there is no site yet."""
    found = experiments.find(database, experiment)
    if found is None or found.facts.site is None:
        return ()
    protocol = protocols.of_experiment(database, experiment)
    return (protocol.newest.terms if protocol else Terms()).missing


def unsaid_in(database: Database, session: str) -> tuple[str, ...]:
    """The same, for the experiment of a session. A rehearsal belongs to none, and is free."""
    header = live_sessions.find(database, session)
    return unsaid(database, header.experiment) if header else ()
