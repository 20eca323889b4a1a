"""Totals that move while people answer: only of answers that whoever reads the total may read one by one already."""

from typing import Any

from facilitation.domain.expressions import evaluate, parse
from facilitation.domain.format import Chart
from facilitation.domain.scopes import StepScope, limit
from facilitation.domain.session import Planned, Session
from facilitation.domain.visibility import audiences
from facilitation.projections.outcome.behind import tells_of_too_few
from facilitation.projections.parts import exact, said
from facilitation.projections.settled import settled
from facilitation.projections.view import View

Json = dict[str, Any]


def gauges_of_group(view: View, number: int) -> Json:
    """The totals of the step that is on which each group has for itself, by the place of their chart."""
    charts = enumerate(view.planned.stage.charts, 1) if view.planned else ()
    return {str(place): gauge(view, chart, number) for place, chart in charts if is_of_groups(chart)}


def is_of_groups(chart: Chart) -> bool:
    """Whether a chart is each group's own."""
    return chart.kind == "total" and chart.by == "group"


def gauge(view: View, chart: Chart, group: int | None = None) -> Json:
    """A total as it is now, and what it is to reach; nothing while it would tell what one person just answered."""
    planned = view.planned
    assert planned is not None
    value = None
    if _may_move(view.session, planned, chart.value, group) and not tells_of_too_few(
        view.session, planned, chart.value, group
    ):
        value = evaluate(parse(chart.value), StepScope(view.session, planned, group=group))
    now = None if value is None or isinstance(value, str) else exact(value * 1)  # type: ignore[arg-type] # a number
    target = exact(limit(view.session, planned, chart.target, None))
    found: Json = {"kind": "total", "title": said(chart.title)}
    return found | ({"now": now} if now else {}) | ({"target": target} if target else {})


def _may_move(session: Session, planned: Planned, formula: str, group: int | None) -> bool:
    names = frozenset(name.rpartition(".")[2] for name in parse(formula).names)
    here = {question.name: question for question in planned.stage.ask}
    opened = audiences(session, planned, planned.stage.answers_seen_by)
    readable = bool(opened & ({"everyone"} if group is None else {"everyone", "group"}))
    hidden = any(name in here and (here[name].anonymous or not readable) for name in names)
    step = session.steps.get(planned.key)
    closed = step is not None and step.closed_at is not None
    # What no one could read one by one is told of the whole room only, and once it is over, as bars would.
    return (not hidden or (closed and group is None)) and settled(session, planned, names - here.keys())
