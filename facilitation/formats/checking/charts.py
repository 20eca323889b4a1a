"""Lines, bars and totals: pooled values, and what may move while people answer."""

from facilitation.domain.expressions import Expression
from facilitation.domain.format import Text
from facilitation.formats.building.compute import lines
from facilitation.formats.checking.formulas import check_key
from facilitation.formats.checking.ledger import Ledger
from facilitation.formats.reading.form import Form

TOTAL = Text.same("type: total")


def check_chart(ledger: Ledger, chart: Form, stage: Form) -> None:
    """A chart of values, whose keys all have something to do."""
    if chart.word("type") != "total":
        if "target" in chart:
            ledger.report.add("goes-with", chart.at("target"), key="target", other=TOTAL)
        if chart.word("by") == "group":
            ledger.report.add("goes-with", chart.at("by"), key="by: group", other=TOTAL)
        check_key(ledger, chart, "value", "session", shown=True)
        return
    each = chart.word("by") == "group"
    if chart.word("by") == "round":
        ledger.report.add("goes-with", chart.at("by"), key="by: round", other=Text.same("type: bars / line"))
    if each and "groups" not in stage and not ledger.house_groups:
        ledger.report.add("needs-groups", chart.at("by"), key="by: group")
    expression = check_key(ledger, chart, "value", "group" if each else "session")
    check_key(ledger, chart, "target", "settings")
    if expression is not None:
        _check_moving(ledger, chart, stage, expression, each)


def _check_moving(ledger: Ledger, chart: Form, stage: Form, expression: Expression, each: bool) -> None:
    """A number that moves tells what was just added: whoever reads it must read the answers themselves already."""
    asked, seen = dict(stage.named_forms("ask")), stage.form("seen by")
    first = seen.word("first", "author") if seen else "author"
    late = {line.computed.name for line in lines(stage.form("compute"))}
    for name in sorted(used.name.rpartition(".")[2] for used in expression.uses):
        if name in asked and (first not in ("everyone", *(("group",) if each else ())) or _unnamed(asked[name])):
            wanted = "group" if each else "everyone"
            ledger.report.add("total-tells", chart.at("value"), name=name, wanted=wanted)
        if name in late and stage.form("compute") is not None:
            ledger.report.add("total-late", chart.at("value"), name=name)


def _unnamed(question: Form) -> bool:
    return question.truth("anonymous", False)
