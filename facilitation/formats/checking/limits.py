"""Limits that can be worked out before anybody came: rounds, dots, cards, the smallest and the largest answer."""

from collections.abc import Mapping
from fractions import Fraction

from facilitation.domain.expressions import FormulaError, evaluate, parse
from facilitation.domain.plan import SettingsScope
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.form import Form

MOST_ROUNDS = 100


def worked_out(form: Form, key: str, scope: SettingsScope) -> Fraction | None:
    """The value of a formula that only settings decide; `None` if it depends on the session."""
    source = form.maybe(key)
    if source is None:
        return None
    try:
        expression = parse(source)
    except FormulaError:
        return None
    value = evaluate(expression, scope)
    return value if isinstance(value, Fraction) else None


def check_rounds(blocks: tuple[Form, ...], scope: SettingsScope, report: Report) -> bool:
    """Whether every loop turns a sensible number of times."""
    fine = True
    for block in blocks:
        if block.record != "repeat":
            continue
        times = block.form("repeat")
        if times is not None and ("times" in times or "for each" not in times):
            value = worked_out(times, "times", scope)
            if value is None or value.denominator != 1 or not 1 <= value <= MOST_ROUNDS:
                report.add("rounds-wrong", times.at("times"), times=str(value or 0), most=MOST_ROUNDS)
                fine = False
        fine = check_rounds(block.forms("stages"), scope, report) and fine
    return fine


def check_limits(places: Mapping[str, Form], scope: SettingsScope, report: Report) -> None:
    """Dots, cards and picks of at least one; answers that some number can satisfy."""
    for stage in places.values():
        for form, key in _counted(stage):
            value = worked_out(form, key, scope)
            if value is not None and value < 1:
                report.add("limit-wrong", form.at(key), key=key, value=str(value), least=1)
        for _, question in stage.named_forms("ask"):
            _check_crossed(question, "min", "max", scope, report)
            _check_picks(question, scope, report)
        vote = stage.form("vote")
        if vote is not None:
            _check_crossed(vote, "rate from", "rate to", scope, report)


def _check_crossed(form: Form, least: str, most: str, scope: SettingsScope, report: Report) -> None:
    low, high = worked_out(form, least, scope), worked_out(form, most, scope)
    if low is not None and high is not None and low > high:
        report.add("limits-crossed", form.at(most), least=least, low=str(low), most=most, high=str(high))


def _check_picks(question: Form, scope: SettingsScope, report: Report) -> None:
    """Nobody can pick more options than there are."""
    low, high = worked_out(question, "min", scope), len(question.named("options"))
    if question.word("type") == "choices" and low is not None and high and low > high:
        report.add("limits-crossed", question.at("min"), least="min", low=str(low), most="options", high=high)


def _counted(stage: Form) -> list[tuple[Form, str]]:
    boards = stage.forms("board")
    found = [(board, key) for board in boards for key in ("per person", "per group")]
    found += [(shown, "seconds each") for board in boards if (shown := board.form("reveal")) is not None]
    vote, choose = stage.form("vote"), stage.form("choose")
    if vote is not None:
        found += [(vote, "dots"), (vote, "per item")]
    if choose is not None:
        found.append((choose, "how many"))
    return found + [(carry, "top") for _, carry in stage.named_forms("carry")]
