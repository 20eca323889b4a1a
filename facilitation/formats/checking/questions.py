"""Questions: what each kind needs, and the limits of its answers."""

from facilitation.domain.format import Text
from facilitation.domain.templates import holes
from facilitation.formats.checking.formulas import check_key, check_shared
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
    _check_members(ledger, form, stage, kind)
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


def _check_members(ledger: Ledger, form: Form, stage: Form, kind: str) -> None:
    check_key(ledger, form, "total", "person", shown=True)
    for key in ("total", "shown as"):
        if key in form and "for each" not in form:
            ledger.report.add("goes-with", form.at(key), key=key, other="for each")
    if "for each" not in form:
        return
    spot = form.at("for each")
    if kind != "whole number":
        ledger.report.add("goes-with", spot, key="for each", other="type: whole number")
    if "groups" not in stage and ledger.house_groups is None:
        ledger.report.add("needs-groups", spot, key="for each: other member")
    seen = stage.form("seen by") or Form("visibility", spot)
    if form.word("answered by") == "group" or seen.word("first", "author") != "author" or "then" in seen:
        ledger.report.add("amounts-private", spot)
    shown = form.text("shown as")
    for source in {hole.source.strip() for words in (shown.fr, shown.en) for hole in holes(words)} if shown else ():
        check_shared(ledger, source, form.at("shown as"))


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
    kind = "amounts" if "for each" in form else form.word("type")
    return Asked(kind, stage.word("stage"), shared, last == "everyone", last in ("everyone", "group"))
