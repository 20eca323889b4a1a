"""The networks of cooperation that several sessions of an experiment drew, held against each other."""

from collections.abc import Sequence

from facilitation.domain.format import Chart, ChartPart, Text
from facilitation.domain.session import Session
from facilitation.projections.outcome.pictures import Told
from facilitation.projections.outcome.register import register
from facilitation.projections.outcome.rendering import Rendering
from facilitation.projections.pictures.draw import draw
from facilitation.projections.pictures.gather import question_named, ties_of
from facilitation.projections.pictures.material import Ties, TiesTwice
from facilitation.projections.pictures.shapes import Picture
from facilitation.projections.pictures.two_networks import in_common

FEWEST = 3
"""Between two organisations there is no network."""


def networks_across(sessions: Sequence[Session], rendering: Rendering) -> tuple[Picture, ...]:
    """For each question of a network, the first session that asked it beside the last."""
    asked: dict[str, list[tuple[int, Ties, Text]]] = {}
    for place, session in enumerate(sessions, 1):
        for name, title in _drawn(session).items():
            found = ties_of(Told(session, register(session, rendering)), name, title)
            if found is not None:
                asked.setdefault(name, []).append((place, found, title))
    return tuple(picture for times in asked.values() if (picture := _beside(times)) is not None)


def _beside(times: Sequence[tuple[int, Ties, Text]]) -> Picture | None:
    (start, first, title), (end, last, _) = times[0], times[-1]
    if start == end or first.highest != last.highest or len(in_common(first, last)[0].names) < FEWEST:
        return None
    moments = (_session(start), _session(end))
    return draw(TiesTwice(title, first, last, moments))


def _session(place: int) -> Text:
    return Text(f"Séance {place}", f"Session {place}")


def _drawn(session: Session) -> dict[str, Text]:
    """The questions of which a session draws a network, each with the title of that drawing."""
    parts = [part for section in (session.format.document if session.format else ()) for part in section.parts]
    pictured: list[Chart | ChartPart] = [chart for planned in session.plan for chart in planned.stage.charts]
    pictured += [part for part in parts if isinstance(part, ChartPart)]
    found = {name: each.title for each in reversed(pictured) if each.kind == "network" for name in each.of}
    return {name: title for name, title in found.items() if question_named(session, name, "items")}
