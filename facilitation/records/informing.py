"""Whether people can be informed before they come: an experiment at a field site needs a complete information sheet."""

from dataclasses import dataclass

from facilitation.database import Database
from facilitation.records import experiments, live_sessions, protocols, sites
from facilitation.records.protocols import Terms


@dataclass(frozen=True, slots=True)
class Informing:
    """What the information sheet of an experiment is made from; `needed` where nobody may come without one."""

    title: str
    terms: Terms
    needed: bool
    phones: bool = True
    """Whether people may come in on a phone: not where the site allows none. A kiosk and slips stay."""

    @property
    def a_try(self) -> bool:
        """Whether whoever comes now is given no sheet, and so takes part in a try."""
        return bool(self.terms.missing)

    @property
    def unsaid(self) -> tuple[str, ...]:
        """What keeps people out: what the sheet lacks, by the names of `Terms`; nothing where there is no site."""
        return self.terms.missing if self.needed else ()


def of_experiment(database: Database, experiment: int) -> Informing | None:
    """What there is to say, as the protocol stands; None for an experiment that does not exist."""
    found = experiments.find(database, experiment)
    if found is None:
        return None
    protocol = protocols.of_experiment(database, experiment)
    terms = protocol.newest.terms if protocol else Terms()
    site = sites.find(database, found.facts.site) if found.facts.site is not None else None
    return Informing(found.facts.title, terms, site is not None, site is None or site.facts.phones_allowed)


def phones_in(database: Database, session: str) -> bool:
    """Whether people may come into a session on a phone."""
    header = live_sessions.find(database, session)
    told = of_experiment(database, header.experiment) if header else None
    return told is None or told.phones


def unsaid(database: Database, experiment: int) -> tuple[str, ...]:
    """What keeps people out of the sessions of an experiment."""
    found = of_experiment(database, experiment)
    return found.unsaid if found else ()


def unsaid_in(database: Database, session: str) -> tuple[str, ...]:
    """The same, for the experiment of a session. A rehearsal belongs to none, and is free."""
    header = live_sessions.find(database, session)
    return unsaid(database, header.experiment) if header else ()
