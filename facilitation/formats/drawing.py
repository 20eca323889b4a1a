"""The draws that an example settles: of names that chance decides, and of values that it can give."""

from collections.abc import Iterator
from fractions import Fraction

from facilitation.domain.expressions import draws, parse, possible
from facilitation.domain.format import Example, Format, Treatment
from facilitation.domain.scopes import StepScope
from facilitation.domain.session import Planned, Session
from facilitation.formats.checking.feasibility import stages
from facilitation.formats.diagnostics import Report
from facilitation.formats.lots import number_drawn, worked_out
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.spelling import nearest


def check_drawn(place: Form, found: Format, example: Example, report: Report) -> None:
    """Remark on names that are not drawn by lot, and on what is no value or variant."""
    treatments = {treatment.name: treatment for treatment in found.treatments}
    lines = _drawing(found)
    for name, cells in _said(example):
        spot = place.named("drawn")[name].spot
        if name in treatments:
            _check_variants(treatments[name], cells, place, report)
        elif name not in lines:
            known = sorted({*lines, *treatments})
            meant = nearest(name, known)
            code = "drawn-meant" if meant else "drawn-unknown" if known else "drawn-nothing"
            report.add(code, spot, name=name, meant=meant or "", choices=", ".join(known))
        else:
            wrong = next((cell for cell in cells if cell is not None and number_drawn(cell) is None), None)
            if wrong is not None:
                report.add("drawn-value", spot, name=name, value=wrong)


def check_possible(place: Form, example: Example, session: Session, report: Report) -> None:
    """Remark on a value that its draw can never give, once the example was played."""
    for name, _ in _said(example):
        for planned in worked_out(session, name):
            line = next(line for line in planned.stage.compute if line.name == name)
            for scope, value in _values(session, planned, name):
                if not possible(parse(line.formula), scope, value):
                    told = {"name": name, "value": str(value), "formula": line.formula}
                    report.add("drawn-impossible", place.named("drawn")[name].spot, **told)
                    return


def _values(session: Session, planned: Planned, name: str) -> Iterator[tuple[StepScope, Fraction]]:
    values = session.values[planned.key]
    whole = StepScope(session, planned, values)
    if name in values.session:
        yield whole, values.session[name]
    for number, found in enumerate(values.group.get(name, ())):
        if found is not None:
            yield StepScope(session, planned, values, group=number), found
    for person, mine in values.person.items():
        if name in mine:
            yield StepScope(session, planned, values, person, session.group_of(person, planned.key)), mine[name]


def _said(example: Example) -> Iterator[tuple[str, tuple[str | None, ...]]]:
    for name, rounds in example.drawn.items():
        yield name, tuple(cell for row in rounds for cell in row)
    for name, said in example.each_drawn.items():
        yield name, (said,)


def _drawing(found: Format) -> frozenset[str]:
    lines = (line for stage in stages(found) for line in stage.compute)
    return frozenset(line.name for line in lines if draws(parse(line.formula)))


def _check_variants(treatment: Treatment, cells: tuple[str | None, ...], place: Form, report: Report) -> None:
    options = [option.id for option in treatment.options]
    wrong = next((cell for cell in cells if cell is not None and cell not in options), None)
    if wrong is not None:
        spot = place.named("drawn")[treatment.name].spot
        report.add("choice-unknown", spot, value=wrong, choices=", ".join(options))
