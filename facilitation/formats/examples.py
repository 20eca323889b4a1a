"""Level five of the checks: each example of a format is played by the real rules, and its claims compared exactly."""

from collections.abc import Mapping
from fractions import Fraction

from facilitation.domain.format import Example, Format
from facilitation.domain.reasons import sentence
from facilitation.domain.session import Session
from facilitation.formats.building.setting import shown, within
from facilitation.formats.diagnostics import Report
from facilitation.formats.performance import Played, RefusedAnswer, Stuck, play, value_of
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.values import exact

MOST_ANSWERS = 3000
"""Over all examples of a file: beyond it, checking would take longer than anyone waits."""


def check_examples(form: Form, found: Format, report: Report) -> None:
    """Play every example and remark on those that do not hold."""
    answers = sum(len(row) for example in found.examples for rows in example.answers.values() for row in rows)
    if answers > MOST_ANSWERS:
        report.add("examples-too-big", form.at("examples"), most=MOST_ANSWERS)
        return
    for place, example in zip(form.forms("examples"), found.examples, strict=True):
        _check(place, found, example, report)


def _check(place: Form, found: Format, example: Example, report: Report) -> None:
    if not (example.expect or example.refused or example.answers):
        report.add("example-empty", place.spot)
        return
    outside = _outside(found, example)
    if outside is not None:
        if not example.refused:
            report.add("example-setting", place.at("settings"), name=outside, value=shown(example.settings[outside]))
        return
    people = _head_count(place, found, example, report)
    if people is None:
        return
    _compare(place, example, play(found, example, people), report)


def _outside(found: Format, example: Example) -> str | None:
    known = {setting.name: setting for setting in found.settings}
    return next((name for name, value in example.settings.items() if not within(known[name], value)), None)


def _head_count(place: Form, found: Format, example: Example, report: Report) -> int | None:
    rows = [row for rounds in example.answers.values() for row in rounds] + list(example.expect.values())
    sizes = {len(row) for row in rows}
    if len(sizes) > 1:
        report.add("rows-uneven", place.spot)
        return None
    people = next(iter(sizes), found.fewest)
    if not found.fewest <= people <= found.most:
        report.add("example-people", place.spot, people=people, fewest=found.fewest, most=found.most)
        return None
    return people


def _compare(place: Form, example: Example, outcome: Played | RefusedAnswer | Stuck, report: Report) -> None:
    match outcome:
        case Stuck(why=why):
            report.add("example-stuck", place.spot, why=why)
        case RefusedAnswer() if not example.refused:
            why = sentence(outcome.refused)
            report.add("example-refused", place.at("answers"), name=outcome.question, value=outcome.value, why=why)
        case RefusedAnswer():
            return
        case Played() if example.refused:
            report.add("example-not-refused", place.spot)
        case Played(session=session):
            _compare_values(place, example.expect, session, report)


def _compare_values(place: Form, expect: Mapping[str, tuple[str, ...]], session: Session, report: Report) -> None:
    for name, row in expect.items():
        spot = place.named("expect")[name].spot
        for number, (person, said) in enumerate(zip(session.people, row, strict=True), 1):
            found = value_of(session, name, person)
            wanted = exact(said) if said else None
            if said and wanted is None:
                report.add("example-value", spot, value=said)
            elif found != wanted:
                report.add(
                    "example-differs", spot, name=name, person=number, expected=_said(wanted), found=_said(found)
                )


def _said(value: Fraction | None) -> str:
    return "—" if value is None else str(value)
