"""What several sessions of an experiment asked alike: of the people who typed their codes, of organisations."""

from collections.abc import Collection, Iterator, Sequence

from facilitation.domain.session import Session
from facilitation.projections.outcome.networks import Cooperation, networks_across
from facilitation.projections.outcome.rendering import Rendering
from facilitation.projections.outcome.shapes import Compared
from facilitation.projections.paired.asked_for import Wanted
from facilitation.projections.paired.seasons import across
from facilitation.records import live_sessions, pairings
from facilitation.web.doors import doors
from facilitation.web.later import answers_of


def networks_told(experiment: int, rendering: Rendering, among: Collection[str]) -> tuple[Cooperation, ...]:
    """Every network of cooperation that several of these sessions asked for."""
    return networks_across(held_among(experiment, among), rendering)


def compared_across(
    experiment: int, rendering: Rendering, among: Collection[str], wanted: Sequence[Wanted] = ()
) -> tuple[Compared, ...]:
    """Every question that several of these sessions ask alike; nobody is paired who did not ask for it."""
    held = held_among(experiment, among)
    links = pairings.among(doors().database, (state.id for state in held))
    told = across(held, links, rendering, wanted) if links else ()
    return (*told, *(one for place, state in enumerate(held, 1) for one in answers_of(state, place, rendering, wanted)))


def held_among(experiment: int, among: Collection[str]) -> tuple[Session, ...]:
    """Those sessions of an experiment that a dossier tells, in its order."""
    held = (state for state in begun(experiment) if state.id in among)
    return tuple(sorted(held, key=lambda state: state.started_at or 0))


def begun(experiment: int) -> Iterator[Session]:
    """The sessions of an experiment that have begun."""
    for header in live_sessions.of_experiment(doors().database, experiment):
        try:
            state = doors().desk.session(header.id)
        except KeyError:
            continue
        if state.started_at is not None:
            yield state
