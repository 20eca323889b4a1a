"""Level five of the checks: each example of a format is played by the real rules, and its claims compared exactly."""

from fractions import Fraction

from facilitation.domain.format import Example, Format, Text
from facilitation.domain.reasons import sentence
from facilitation.domain.session import Session
from facilitation.formats.building.setting import shown, within
from facilitation.formats.checking.feasibility import stages
from facilitation.formats.diagnostics import Report
from facilitation.formats.drawing import check_drawn, check_possible
from facilitation.formats.lots import worked_out
from facilitation.formats.performance import Played, RefusedAnswer, RefusedStart, Stuck, play, value_of
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.spelling import nearest
from facilitation.formats.reading.values import exact

MOST_ANSWERS = 3000
"""Over all examples of a file: beyond it, checking would take longer than anyone waits."""


def check_examples(form: Form, found: Format, report: Report) -> None:
    """Play every example and remark on those that do not hold."""
    if sum(map(_weight, found.examples)) > MOST_ANSWERS:
        report.add("examples-too-big", form.at("examples"), most=MOST_ANSWERS)
        return
    for place, example in zip(form.forms("examples"), found.examples, strict=True):
        _check(place, found, example, report)


def _weight(example: Example) -> int:
    rows = sum(len(row) for rounds in example.answers.values() for row in rounds)
    return rows + sum(example.people) * max(1, len(example.each_answers))


def _check(place: Form, found: Format, example: Example, report: Report) -> None:
    if not (example.expect or example.each_has or example.refused or example.answers or example.people):
        report.add("example-empty", place.spot)
        return
    said = len(report.diagnostics)
    check_drawn(place, found, example, report)
    _check_expected(place, found, example, report)
    if len(report.diagnostics) > said:
        return
    outside = _outside(found, example)
    if outside is not None:
        if not example.refused:
            report.add("example-setting", place.at("settings"), name=outside, value=shown(example.settings[outside]))
        return
    for people in _head_counts(place, found, example, report):
        _compare(place, example, play(found, example, people), people, report)
        if len(report.diagnostics) > said:
            return


def _check_expected(place: Form, found: Format, example: Example, report: Report) -> None:
    """Only what is worked out can be expected."""
    lines = sorted({line.name for stage in stages(found) for line in stage.compute})
    for name in (*example.expect, *example.each_has):
        if name not in lines:
            meant = nearest(name, lines)
            code = "expect-meant" if meant else "expect-unknown"
            told = {"name": name, "meant": meant or "", "choices": ", ".join(lines) or "—"}
            report.add(code, place.named("expect")[name].key, **told)


def _outside(found: Format, example: Example) -> str | None:
    known = {setting.name: setting for setting in found.settings}
    return next((name for name, value in example.settings.items() if not within(known[name], value)), None)


def _head_counts(place: Form, found: Format, example: Example, report: Report) -> tuple[int, ...]:
    rows = [row for rounds in example.answers.values() for row in rounds] + list(example.expect.values())
    rows += [row for rounds in example.drawn.values() for row in rounds]
    sizes = {len(row) for row in rows}
    if len(sizes | set(example.people if rows else ())) > 1:
        report.add("rows-uneven", place.spot)
        return ()
    counts = example.people or tuple(sizes) or (found.fewest,)
    for people in counts:
        if not found.fewest <= people <= found.most:
            report.add("example-people", place.spot, people=people, fewest=found.fewest, most=found.most)
            return ()
    return counts


def _compare(
    place: Form, example: Example, outcome: Played | RefusedAnswer | RefusedStart | Stuck, people: int, report: Report
) -> None:
    match outcome:
        case RefusedStart() | RefusedAnswer() if example.refused:
            return
        case Stuck(why=why) | RefusedStart(why=why):
            report.add("example-stuck", place.spot, why=why, people=people)
        case RefusedAnswer():
            told: dict[str, str | int | Text] = {"name": outcome.question, "value": outcome.value}
            told |= {"person": outcome.person, "why": sentence(outcome.refused)}
            report.add("example-refused", place.at("answers"), **told)
        case Played() if example.refused:
            report.add("example-not-refused", place.spot)
        case Played(session=session):
            check_possible(place, example, session, report)
            _compare_values(place, example, session, people, report)


def _compare_values(place: Form, example: Example, session: Session, people: int, report: Report) -> None:
    wanted = {**example.expect, **{name: (said,) * people for name, said in example.each_has.items()}}
    for name, row in wanted.items():
        spot = place.named("expect")[name].spot
        for number, said in enumerate(row, 1):
            expected = exact(said) if said else None
            if said and expected is None:
                report.add("example-value", spot, value=said)
                break
            found = value_of(session, name, f"p{number}")
            if found is None and expected is not None and not worked_out(session, name):
                report.add("example-unreached", spot, name=name, where=_where(session))
                break
            if found != expected:
                told = {"expected": _said(expected), "found": _said(found)}
                report.add("example-differs", spot, name=name, person=number, people=people, **told)
                break


def _where(session: Session) -> Text:
    """The step in which an example ends, for want of answers."""
    planned = session.now_playing
    if planned is None:
        return Text(fr="la fin", en="the end")
    fr, en = f"l'étape `{planned.stage.id}`", f"the stage `{planned.stage.id}`"
    if planned.rounds:
        return Text(fr=f"{fr} du tour {planned.round}", en=f"{en} of round {planned.round}")
    return Text(fr=fr, en=en)


def _said(value: Fraction | None) -> str:
    return "—" if value is None else str(value)
