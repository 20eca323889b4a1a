"""Questions: what each kind needs, and the limits of its answers."""

from facilitation.domain.format import Text
from facilitation.formats.checking.formulas import check_key
from facilitation.formats.checking.ledger import Asked, Ledger
from facilitation.formats.checking.roles import check_writer
from facilitation.formats.reading.form import Form

PICKED = frozenset({"choice", "choices", "ranking"})
LIMITED = frozenset({"whole number", "number", "scale", "choices"})
WRITTEN = frozenset({"short text", "long text", "list"})


def check_question(ledger: Ledger, name: str, form: Form, stage: Form) -> None:
    """One question of a stage."""
    kind = form.word("type")
    check_writer(ledger, form, "asked of")
    if kind:
        _check_keys(ledger, form, kind)
    low = check_key(ledger, form, "min", "person", shown=True)
    high = check_key(ledger, form, "max", "person", shown=True)
    if low and high and not low.names and not high.names:
        _check_order(ledger, form)
    ledger.declare(name, stage.named("ask")[name].key)


def _check_keys(ledger: Ledger, form: Form, kind: str) -> None:
    wanted = {
        "options": kind in PICKED,
        "columns": kind == "list",
    }
    for key, needed in wanted.items():
        if needed and key not in form.tried:
            ledger.report.add("needs", form.spot, type=kind, key=key)
        if not needed and key in form:
            ledger.report.add("not-for", form.at(key), type=kind, key=key)
    if kind in PICKED and "options" in form and len(form.named("options")) < 2:
        ledger.report.add("needs", form.at("options"), type=kind, key=Text(fr="deux options", en="two options"))
    for key in ("min", "max"):
        if key in form and kind not in LIMITED:
            ledger.report.add("not-for", form.at(key), type=kind, key=key)
        if kind == "scale" and key not in form.tried:
            ledger.report.add("needs", form.spot, type=kind, key=key)
    if "longest" in form and kind not in WRITTEN:
        ledger.report.add("not-for", form.at("longest"), type=kind, key="longest")


def _check_order(ledger: Ledger, form: Form) -> None:
    try:
        low, high = float(form.word("min")), float(form.word("max"))
    except ValueError:
        return
    if low > high:
        ledger.report.add("upside-down", form.at("min"))


def asked(form: Form, stage: Form) -> Asked:
    """What later stages may know of a question."""
    seen = stage.form("seen by")
    last = (seen.maybe("then") or seen.word("first", "author")) if seen else "author"
    shared = form.word("answered by") == "group"
    return Asked(form.word("type"), stage.word("stage"), shared, last == "everyone", last in ("everyone", "group"))
