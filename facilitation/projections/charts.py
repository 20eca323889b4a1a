"""Charts of values so far: aggregates only, and only of rounds that are over."""

from fractions import Fraction
from typing import Any

from facilitation.domain.expressions import evaluate, parse
from facilitation.domain.format import Chart
from facilitation.domain.scopes import StepScope, gives
from facilitation.domain.session import Planned, Session
from facilitation.projections.gauges import gauge, is_of_groups
from facilitation.projections.outcome.behind import tells_of_too_few
from facilitation.projections.parts import said
from facilitation.projections.pictures.live import pictures_of
from facilitation.projections.settled import settled
from facilitation.projections.view import View


def charts_of(view: View) -> dict[str, Any]:
    """The charts of the step that is on."""
    if view.planned is None:
        return {}
    charts = enumerate(view.planned.stage.charts, 1)
    ours = ((number, chart) for number, chart in charts if not chart.of and not is_of_groups(chart))
    found = {str(number): _chart(view, chart) for number, chart in ours}
    # A phone has no room for a picture of a system: it has its title and its reading, the wall has the picture.
    read = {place: {"title": said(one.title), "reading": said(one.reading)} for place, one in pictures_of(view).items()}
    return found | read


def _chart(view: View, chart: Chart) -> dict[str, Any]:
    if chart.kind == "total":
        return gauge(view, chart)
    assert view.planned is not None
    points = points_by_round(view.session, view.planned, chart.value)
    return {
        "kind": chart.kind,
        "title": said(chart.title),
        "points": [{"x": str(turn), "y": str(value)} for turn, value in points],
    }


def points_by_round(session: Session, planned: Planned, formula: str) -> list[tuple[int, Fraction]]:
    """The value of a formula over the whole room, once per round that has been reached: (round, value)."""
    expression = parse(formula)
    found: list[tuple[int, Fraction]] = []
    for step in _turns(session, planned, expression.names):
        known = session.steps.get(step.key)
        if known is None or known.started_at is None:
            continue
        if not settled(session, step, expression.names) or tells_of_too_few(session, step, formula):
            continue
        value = evaluate(expression, StepScope(session, step))
        if isinstance(value, Fraction):
            found.append((step.round, value))
    return found


def _turns(session: Session, planned: Planned, names: frozenset[str]) -> list[Planned]:
    """The turns of the last stage, up to this one, that asks or works out one of these names: its own, if none does."""
    words = [name.rpartition(".")[2] for name in names]
    keys = [step.key for step in session.plan]
    upto = session.plan[: keys.index(planned.key) + 1]
    source = next((step for step in reversed(upto) if any(gives(step, word) for word in words)), planned)
    return [step for step in upto if step.stage.id == source.stage.id]
