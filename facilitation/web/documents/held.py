"""The sessions of an experiment as they stand; or as they were when a version of its dossier was published."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from facilitation.domain.as_it_was import as_it_was
from facilitation.domain.session import Session
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.rendering import Rendering
from facilitation.projections.paired.asked_for import Wanted
from facilitation.records import live_sessions
from facilitation.records.versions import Version
from facilitation.web.doors import doors


@dataclass(frozen=True, slots=True)
class Then:
    """When a version was published: nothing joins it that was said or done later. `reached` tells how many events of
    each session it holds, where that is known.
    """

    at: int
    reached: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Iterable[Version]) -> "Then | None":
        """The moment at which the team last published; a version that made itself since has its content."""
        last = [version for version in found if not version.by_itself]
        return cls(last[-1].made_at, last[-1].reached) if last else None


def begun(experiment: int, then: Then | None = None) -> tuple[Session, ...]:
    """The sessions of an experiment that have begun, in the order they were held."""
    found = []
    for header in live_sessions.of_experiment(doors().database, experiment):
        try:
            state = doors().desk.session(header.id)
        except KeyError:
            continue
        if state.started_at is not None:
            found.append(_as_of(state, then) if then else state)
    return tuple(sorted(found, key=lambda state: state.started_at or 0))


def among(states: Iterable[Session], wanted: Collection[str]) -> tuple[Session, ...]:
    """Those of these sessions that are wanted."""
    return tuple(state for state in states if state.id in wanted)


def told_by(states: Iterable[Session], rendering: Rendering, wanted: tuple[Wanted, ...] = ()) -> tuple[Outcome, ...]:
    """What these sessions brought, with the tests that are wanted."""
    return tuple(doors().outcomes.of(state, rendering, wanted) for state in states)


def _as_of(state: Session, then: Then) -> Session:
    reached = then.reached.get(state.id, state.seq)
    if reached >= state.seq:
        return state
    return doors().outcomes.held(f"after {reached}", (state,), lambda: _replayed(state, reached))


def _replayed(state: Session, reached: int) -> Session:
    events = [recorded.event for recorded in doors().desk.story(state.id)]
    return as_it_was(events[: state.seq], reached)
