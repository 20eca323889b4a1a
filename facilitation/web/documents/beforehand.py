"""What was planned for the sessions of an experiment, as a dossier tells it."""

from collections.abc import Sequence

from facilitation.documentation.dossier.planned import PlannedRun, runs_of
from facilitation.domain.session import Session
from facilitation.records import live_sessions
from facilitation.web.doors import doors


def planned_told(experiment: int, held: Sequence[Session]) -> tuple[PlannedRun, ...]:
    """The runs of the sessions that the dossier tells; where it tells none, of those in preparation."""
    return runs_of(held, held=True) if held else runs_of(_prepared(experiment), held=False)


def _prepared(experiment: int) -> tuple[Session, ...]:
    found = []
    for header in live_sessions.of_experiment(doors().database, experiment):
        try:
            found.append(doors().desk.session(header.id))
        except KeyError:
            continue
    return tuple(found)
