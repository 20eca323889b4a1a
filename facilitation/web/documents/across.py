"""What the same people answered in different sessions of an experiment, by the codes that they typed."""

from collections.abc import Iterator

from facilitation.domain.session import Session
from facilitation.projections.outcome.shapes import Compared
from facilitation.projections.paired.seasons import across
from facilitation.records import live_sessions, pairings
from facilitation.web.doors import doors


def compared_across(experiment: int, fewest: int) -> tuple[Compared, ...]:
    """Every question that several sessions ask alike; nobody is paired who did not ask for it."""
    held = tuple(sorted(_begun(experiment), key=lambda state: state.started_at or 0))
    links = pairings.among(doors().database, (state.id for state in held))
    return across(held, links, fewest) if links else ()


def _begun(experiment: int) -> Iterator[Session]:
    for header in live_sessions.of_experiment(doors().database, experiment):
        try:
            state = doors().desk.session(header.id)
        except KeyError:
            continue
        if state.started_at is not None:
            yield state
