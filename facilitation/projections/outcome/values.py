"""Values worked out by formulas: tables by turn, charts; never one person's value, never one of a small group."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from facilitation.domain.expressions import FormulaError, evaluate, parse
from facilitation.domain.format import Chart, Compute, Text
from facilitation.domain.scopes import StepScope
from facilitation.domain.session import Planned, Session
from facilitation.domain.sources import taken_back
from facilitation.projections.outcome.behind import may_be_shown, names_in, shown_groups, tells_who_changed
from facilitation.projections.outcome.numbers import spread
from facilitation.projections.outcome.register import Register, steps_of
from facilitation.projections.outcome.shapes import (
    ChartMaterial,
    Point,
    Spread,
    SpreadTable,
    TableRow,
    ValueTable,
)
from facilitation.projections.outcome.words import filled, round_of

WHOLE_ROOM = Text(fr="Tout le groupe", en="Everyone")


def values_of(session: Session, known: Register, stage: str) -> tuple[ValueTable | SpreadTable, ...]:
    """What the formulas of a stage gave, one table per name."""
    steps = _closed(session, steps_of(session, stage))
    lines = {line.name: line for step in steps for line in step.stage.compute}
    return tuple(_computed(session, known, steps, line) for line in lines.values())


def value_table(
    session: Session, known: Register, formula: str, title: Text, rows: Literal["group", "session"]
) -> ValueTable:
    """A formula over the turns of the last stage that asks or works out one of its names."""
    steps = _closed(session, _turns(session, formula))
    lines = (
        _group_rows(session, known, steps, formula)
        if rows == "group"
        else (_session_row(session, known, steps, formula),)
    )
    behind = _line_behind(session, formula)
    return ValueTable(
        title,
        tuple(map(round_of, steps)),
        lines,
        sum(_stood_in(session, step) for step in steps),
        formula,
        yes_no=_asks_whether(behind or formula),
        worked_out=behind,
    )


def _line_behind(session: Session, name: str) -> str:
    """The formula that a stage works out under this name; nothing for what is more than a name."""
    lines = (line for step in session.plan for line in step.stage.compute)
    return next((line.formula for line in lines if line.name == name.strip()), "")


def _asks_whether(formula: str) -> bool:
    """Whether a formula gives yes or no, and no number."""
    try:
        return parse(formula).is_question
    except FormulaError:
        return False


def chart_of(session: Session, known: Register, chart: Chart, upto: Planned) -> ChartMaterial:
    """A chart of the format as it stood at the end of a step."""
    assert chart.kind in ("line", "bars", "total"), "pictures of systems are drawn elsewhere"
    keys = [step.key for step in session.plan]
    seen = [step for step in _turns(session, chart.value) if keys.index(step.key) <= keys.index(upto.key)]
    return value_chart(
        session,
        known,
        chart.value,
        filled(session, chart.title, upto),
        "line" if chart.kind == "line" else "bars",
        chart.by,
        seen,
    )


def value_chart(
    session: Session,
    known: Register,
    formula: str,
    title: Text,
    sort: Literal["bars", "line"],
    across: Literal["round", "group", "answer"] = "round",
    among: Iterable[Planned] | None = None,
) -> ChartMaterial:
    """A chart of a formula, turn by turn, or group by group in the last turn."""
    steps = _closed(session, _turns(session, formula) if among is None else among)
    if across == "group" and steps:
        rows = _group_rows(session, known, steps[-1:], formula)
        points = tuple(Point(row.label, row.cells[0]) for row in rows)
    else:
        points = tuple(
            Point(_turn_said(step, n), _for_everyone(session, known, step, formula)) for n, step in enumerate(steps)
        )
    return ChartMaterial(title, sort, across, points, formula)


def _turn_said(step: Planned, place: int) -> Text:
    turn = round_of(step) or str(place + 1)
    return Text(fr=f"Tour {turn}", en=f"Round {turn}")


def _turns(session: Session, formula: str) -> tuple[Planned, ...]:
    names = names_in(formula)
    known = [step for step in session.plan if _gives(step, names)]
    return steps_of(session, known[-1].stage.id) if known else ()


def _gives(step: Planned, names: frozenset[str]) -> bool:
    asked = {question.name for question in step.stage.ask}
    return bool(names & (asked | {line.name for line in step.stage.compute}))


def _closed(session: Session, steps: Iterable[Planned]) -> tuple[Planned, ...]:
    ended = (step for step in steps if (at := session.steps.get(step.key)) and at.started_at is not None)
    return tuple(step for step in ended if session.steps[step.key].closed_at is not None or session.closed_at)


def _for_everyone(session: Session, known: Register, step: Planned, formula: str) -> Fraction | None:
    return (
        _number(StepScope(session, step), formula)
        if may_be_shown(session, step, formula, known.fewest, known.kept_back)
        else None
    )


def _group_rows(session: Session, known: Register, steps: tuple[Planned, ...], formula: str) -> tuple[TableRow, ...]:
    most = max((len(session.groups.get(step.key, ())) for step in steps), default=0)
    shown = [shown_groups(session, step, formula, known.fewest, known.kept_back) for step in steps]
    return tuple(_group_row(session, steps, shown, formula, number) for number in range(most))


def _group_row(
    session: Session, steps: tuple[Planned, ...], shown: list[frozenset[int]], formula: str, number: int
) -> TableRow:
    cells = tuple(
        _number(StepScope(session, step, group=number), formula) if number in known else None
        for step, known in zip(steps, shown, strict=True)
    )
    label = Text(fr=f"Groupe {number + 1}", en=f"Group {number + 1}")
    return TableRow(label, cells, withheld=any(number not in known for known in shown))


def _number(scope: StepScope, formula: str) -> Fraction | None:
    try:
        value = evaluate(parse(formula), scope)
    except FormulaError:
        return None
    return value if isinstance(value, Fraction) and not isinstance(value, bool) else None


def _stood_in(session: Session, step: Planned) -> int:
    values = session.values.get(step.key)
    stand_ins = step.stage.if_no_answer
    return sum(name in stand_ins for names in values.missing.values() for name in names) if values else 0


def _computed(session: Session, known: Register, steps: tuple[Planned, ...], line: Compute) -> ValueTable | SpreadTable:
    title, rounds, name = line.label or Text.same(line.name), tuple(map(round_of, steps)), line.name
    if line.scope == "person":
        spreads = tuple(_spread_of_people(session, known, step, name) for step in steps)
        return SpreadTable(title, rounds, spreads, line.formula, name, yes_no=_asks_whether(line.formula))
    rows = (
        _group_rows(session, known, steps, name)
        if line.scope == "group"
        else (_session_row(session, known, steps, name),)
    )
    stood_in = sum(_stood_in(session, step) for step in steps)
    return ValueTable(title, rounds, rows, stood_in, line.formula, name, yes_no=_asks_whether(line.formula))


def _session_row(session: Session, known: Register, steps: tuple[Planned, ...], name: str) -> TableRow:
    cells = tuple(_for_everyone(session, known, step, name) for step in steps)
    return TableRow(
        WHOLE_ROOM,
        cells,
        withheld=not all(may_be_shown(session, step, name, known.fewest, known.kept_back) for step in steps),
    )


def _spread_of_people(session: Session, known: Register, step: Planned, name: str) -> Spread | None:
    if tells_who_changed(session, step, name, known.kept_back):
        return None
    # Whoever took a number back has no value there; what others have may hold it all the same.
    if taken_back(session, step, name):
        return None
    values = session.values.get(step.key)
    found = {person: of[name] for person, of in values.person.items() if name in of} if values else {}
    told = [number for person, number in found.items() if known.may_tell_of(session, (person,))]
    return spread(found.values(), told) if len(found) >= known.rendering.threshold else None
