"""The networks of cooperation that several sessions of an experiment drew, held against each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.domain.format import Chart, ChartPart, Question, Text
from facilitation.domain.session import Session
from facilitation.projections.outcome.pictures import Told
from facilitation.projections.outcome.register import register
from facilitation.projections.outcome.rendering import Rendering
from facilitation.projections.paired.told import is_same
from facilitation.projections.pictures.draw import draw
from facilitation.projections.pictures.gather import question_named, ties_of
from facilitation.projections.pictures.material import Ties, TiesTwice
from facilitation.projections.pictures.nameless import nameless
from facilitation.projections.pictures.shapes import Picture
from facilitation.projections.pictures.two_networks import NetworkMeasures, in_common, steps, told_of

FEWEST = 3
"""Between two organisations there is no network."""


@dataclass(frozen=True, slots=True)
class Cooperation:
    """One question of a network in the first and the last of the `sessions` that asked it, by their places from 1.

    `measures` are of the organisations that are in both, `named` how many each network had in all. `closer`, `alike`
    and `less_close` count the ties that were told of both times.
    """

    question: str
    moments: tuple[Text, Text]
    sessions: tuple[int, int]
    measures: tuple[NetworkMeasures, NetworkMeasures]
    named: tuple[int, int]
    closer: int
    alike: int
    less_close: int
    picture: Picture


def networks_across(sessions: Sequence[Session], rendering: Rendering) -> tuple[Cooperation, ...]:
    """For each question of a network, the first session that asked it beside the last; outside without names."""
    asked: dict[str, list[tuple[int, Ties, Text]]] = {}
    first: dict[str, tuple[Session, Question]] = {}
    for place, session in enumerate(sessions, 1):
        for name, (question, title) in _drawn(session).items():
            found = ties_of(Told(session, register(session, rendering)), name, title)
            if found is not None and is_same(*first.setdefault(name, (session, question)), session, question):
                asked.setdefault(name, []).append((place, found, title))
    beside = (_beside(name, times, rendering) for name, times in asked.items())
    return tuple(found for found in beside if found is not None)


def _beside(name: str, times: Sequence[tuple[int, Ties, Text]], rendering: Rendering) -> Cooperation | None:
    (start, first, title), (end, last, _) = times[0], times[-1]
    one, other = in_common(first, last)
    if start == end or first.highest != last.highest or len(one.names) < FEWEST:
        return None
    moments = (_session(start), _session(end))
    up, same, down = steps(one, other)
    both = TiesTwice(title, first, last, moments)
    return Cooperation(
        question=name,
        moments=moments,
        sessions=(start, end),
        measures=(told_of(one), told_of(other)),
        named=(len(first.names), len(last.names)),
        closer=up,
        alike=same,
        less_close=down,
        picture=draw(nameless(both) if rendering.published else both),
    )


def _session(place: int) -> Text:
    return Text(f"Séance {place}", f"Session {place}")


def _drawn(session: Session) -> dict[str, tuple[Question, Text]]:
    """The questions of which a session draws a network, each with the title of that drawing."""
    parts = [part for section in (session.format.document if session.format else ()) for part in section.parts]
    pictured: list[Chart | ChartPart] = [chart for planned in session.plan for chart in planned.stage.charts]
    pictured += [part for part in parts if isinstance(part, ChartPart)]
    found = {name: each.title for each in reversed(pictured) if each.kind == "network" for name in each.of}
    asked = {name: (question_named(session, name, "items"), title) for name, title in found.items()}
    return {name: (question, title) for name, (question, title) in asked.items() if question is not None}
