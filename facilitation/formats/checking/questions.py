"""Questions: what each kind needs, and the limits of its answers."""

from facilitation.domain.expressions import Expression
from facilitation.domain.format import Text
from facilitation.domain.plan import SettingsScope
from facilitation.domain.templates import holes
from facilitation.formats.building.activity import EACH
from facilitation.formats.checking.formulas import check_key, check_shared
from facilitation.formats.checking.ledger import QUESTION, Asked, Ledger
from facilitation.formats.checking.limits import worked_out
from facilitation.formats.checking.options import check_options, worth_something
from facilitation.formats.checking.pictures import COMPARABLE
from facilitation.formats.checking.privacy import promised
from facilitation.formats.checking.roles import check_writer
from facilitation.formats.reading.form import Form

PICKED = frozenset({"choice", "choices", "ranking"})
LIMITED = frozenset({"whole number", "number", "scale", "choices"})
TOTALLED = frozenset({"whole number", "number", "scale", "choice", "choices", "yes-no"})
PER_ITEM = frozenset({"whole number", "number", "scale", "yes-no"})
ALONE = ("author", "author only")
WRITTEN = frozenset({"short text", "long text", "list", "link"})


def check_question(ledger: Ledger, name: str, form: Form, stage: Form) -> None:
    """One question of a stage."""
    kind = form.word("type")
    check_writer(ledger, form, "asked of")
    if kind:
        _check_keys(ledger, form, kind)
    low, high = _check_limits(ledger, name, form, stage)
    if low and high and not low.names and not high.names:
        _check_order(ledger, form)
    _check_members(ledger, form, stage, kind)
    _check_totals(ledger, form, stage, kind)
    if kind == "person":
        _check_person(ledger, form, stage)
    check_options(ledger, form)
    _check_again(ledger, form, kind)
    ledger.declare(name, stage.named("ask")[name].key)


def _check_keys(ledger: Ledger, form: Form, kind: str) -> None:
    wanted = {
        "options": kind in PICKED,
        "columns": kind == "list",
    }
    if kind == "list" and "of" in form:
        # Its third column is picked among options, if it has any.
        del wanted["options"]
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


def _check_totals(ledger: Ledger, form: Form, stage: Form, kind: str) -> None:
    seen = stage.form("seen by")
    wanted = seen is not None and "totals" in (seen.maybe("first"), seen.maybe("then"))
    if wanted and kind and (kind not in TOTALLED or form.word("for each") in ("other member", "item")):
        ledger.report.add("totals-of-words", form.at("type"), type=kind)
    if wanted and form.word("answered by") == "group":
        ledger.report.add(
            "totals-of-words", form.at("answered by"), type=Text(fr="une réponse de groupe", en="an answer of a group")
        )


def _check_members(ledger: Ledger, form: Form, stage: Form, kind: str) -> None:
    for key in ("total", "shown as"):
        if key in form and "for each" not in form and not (key == "total" and worth_something(form)):
            ledger.report.add("goes-with", form.at(key), key=key, other="for each")
    _check_items(ledger, form, stage, kind)
    if form.word("for each") != "other member":
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


def _check_person(ledger: Ledger, form: Form, stage: Form) -> None:
    """Who names whom stays with whoever does: it is shown to nobody, nor decided by a group."""
    seen = stage.form("seen by") or Form("visibility", form.spot)
    if form.word("answered by") == "group" or seen.word("first", "author") not in ALONE or "then" in seen:
        ledger.report.add("person-private", form.at("type"))


def _check_limits(ledger: Ledger, name: str, form: Form, stage: Form) -> tuple[Expression | None, Expression | None]:
    """Limits may name earlier answers, and one's own answers to the questions above in the same stage."""
    above: dict[str, Asked] = {}
    for key, other in stage.named_forms("ask"):
        if key == name:
            break
        above |= {key: asked(other, stage)} if key not in ledger.asked else {}
    ledger.asked.update(above)
    found = {key: check_key(ledger, form, key, "person", shown=True) for key in ("min", "max", "total")}
    for key in above:
        del ledger.asked[key]
    for key, expression in found.items():
        for used in expression.uses if expression else ():
            word = used.name.rpartition(".")[2]
            if word in above and (used.aggregated or used.kind != "value" or "." in used.name):
                ledger.report.add("beside-pooled", form.at(key), name=used.name)
    return found["min"], found["max"]


def _check_items(ledger: Ledger, form: Form, stage: Form, kind: str) -> None:
    """One value for each item: a number, a scale or yes-no, of items named here or the cards of a board shown here."""
    each = form.word("for each")
    rows = kind == "list" and not each
    for key, wanted in (("items", "item"), ("of", "card")):
        if key in form.tried and each != wanted and not (rows and key == "of"):
            ledger.report.add("goes-with", form.at(key), key=key, other=Text.same(f"for each: {wanted}"))
        if each == wanted and key not in form.tried:
            ledger.report.add("goes-with", form.at("for each"), key=Text.same(f"for each: {wanted}"), other=key)
    if each in ("item", "card") and kind and kind not in PER_ITEM:
        ledger.report.add("not-for", form.at("for each"), type=kind, key=Text.same(f"for each: {each}"))
    here = {board.word("name") for board in stage.forms("board")}
    if "of" in form and form.word("of") not in here:
        ledger.report.add("not-in-stage", form.at("of"), name=form.word("of"))


def check_later(ledger: Ledger, form: Form | None) -> None:
    """Weeks after, only what was asked in the session is asked again: anything else could be held against nothing."""
    for name, question in form.named_forms("ask") if form else ():
        spot = form.named("ask")[name].key if form else question.spot
        if "same as" not in question:
            ledger.report.add("later-new", spot, name=name)
        _check_again(ledger, question, question.word("type"))
        ledger.declare(name, spot)


def _check_again(ledger: Ledger, form: Form, kind: str) -> None:
    """What is asked again was asked before, of each person, and has answers of which one is more than another."""
    if "same as" not in form:
        return
    name, spot = form.word("same as"), form.at("same as")
    if ledger.find(QUESTION, name, spot, ledger.asked):
        known = ledger.asked[name]
        if known.kind not in COMPARABLE or known.shared or form.word("answered by") == "group":
            ledger.report.add("same-as-kind", spot, name=name)


def _check_order(ledger: Ledger, form: Form) -> None:
    try:
        low, high = float(form.word("min")), float(form.word("max"))
    except ValueError:
        return
    if low > high:
        ledger.report.add("upside-down", form.at("min"))


def asked(form: Form, stage: Form, known: SettingsScope | None = None) -> Asked:
    """What later stages may know of a question."""
    seen = stage.form("seen by")
    last = (seen.maybe("then") or seen.word("first", "author")) if seen else "author"
    shared = form.word("answered by") == "group"
    kind = EACH.get(form.word("for each"), form.word("type"))
    by_all = last in ("everyone", "totals")
    return Asked(
        kind,
        stage.word("stage"),
        shared,
        by_all,
        of=form.word("asked of", "everyone"),
        seen=last,
        values=_values(form, known) if known is not None else None,
        worth=kind in ("choice", "choices") and worth_something(form),
        **promised(form, last),
    )


def _values(form: Form, known: SettingsScope) -> int | None:
    low, high = worked_out(form, "min", known), worked_out(form, "max", known)
    return None if low is None or high is None else max(0, int(high - low)) + 1
