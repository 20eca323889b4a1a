"""Formulas held against the names known where they stand, and against who may see what."""

from typing import Literal

from facilitation.domain.expressions import Expression, FormulaError, Used, parse
from facilitation.domain.format import Text
from facilitation.formats.checking.ledger import NUMERIC, Ledger
from facilitation.formats.reading.form import Form, Said
from facilitation.formats.reading.spelling import nearest
from facilitation.formats.reading.tree import Spot

View = Literal["settings", "session", "group", "person"]
"""From where a formula is seen: before the session, by everyone, by one group, by one person."""

RANK = {"settings": 0, "session": 1, "group": 2, "person": 3}

OWNERS = {
    "person": Text(fr="une seule personne", en="one person"),
    "group": Text(fr="un seul groupe", en="one group"),
}

SETS = ("group", "others", "everyone")


def check_formula(ledger: Ledger, source: str, spot: Spot, view: View) -> Expression | None:
    """The formula, read; `None` when the report says what is wrong with it."""
    try:
        expression = parse(source)
    except FormulaError as fault:
        report_fault(ledger, source, spot, fault)
        return None
    checks = [_used(ledger, source, spot, view, used) for used in expression.uses]
    return expression if all(checks) else None


def report_fault(ledger: Ledger, source: str, spot: Spot, fault: FormulaError) -> None:
    """The remark on a formula that cannot be read, at the sign that stopped the reader."""
    ledger.report.add("formula-wrong", _within(spot, source, fault.position), formula=source, why=fault.message)


def check_key(ledger: Ledger, form: Form, key: str, view: View) -> Expression | None:
    """The formula under a key, if there is one."""
    source = form.maybe(key)
    return None if source is None else check_formula(ledger, source, form.at(key), view)


def check_named(ledger: Ledger, said: Said, view: View) -> None:
    """A formula that stands under a name."""
    if isinstance(said.value, str):
        check_formula(ledger, said.value, said.spot, view)


def _within(spot: Spot, source: str, position: int) -> Spot:
    return Spot(spot.line, spot.column + position) if "\n" not in source else spot


def _used(ledger: Ledger, source: str, spot: Spot, view: View, used: Used) -> bool:
    at = _within(spot, source, used.position)
    root, dot, name = used.name.rpartition(".")
    if dot and not (root == "group" and name in ("size", "number")):
        return _of_a_set(ledger, source, at, view, used)
    scope = "group" if dot else scope_of(ledger, used.name)
    if scope is None:
        _unknown(ledger, source, at, view, used.name)
        return False
    return _seen(ledger, source, at, view, used, scope)


def _of_a_set(ledger: Ledger, source: str, at: Spot, view: View, used: Used) -> bool:
    root, _, name = used.name.rpartition(".")
    if root not in SETS and root not in ledger.roles:
        ledger.report.add("set-unknown", at, formula=source, name=used.name)
        return False
    if not used.aggregated:
        ledger.report.add("set-alone", at, formula=source, name=used.name)
        return False
    scope = scope_of(ledger, name)
    if scope is None:
        _unknown(ledger, source, at, view, name)
        return False
    return _seen(ledger, source, at, view, used, scope)


def scope_of(ledger: Ledger, name: str) -> str | None:
    """Whose value a name is (`settings`, `session`, `group`, `person`), `words` if no number, `None` if unknown."""
    if name == "round":
        return "settings"
    if name in ledger.asked:
        asked = ledger.asked[name]
        return ("group" if asked.shared else "person") if asked.kind in NUMERIC else "words"
    if name in ledger.computed:
        return ledger.computed[name]
    if name in ledger.settings:
        return "words" if ledger.settings[name] == "text" else "settings"
    return None


def _seen(ledger: Ledger, source: str, at: Spot, view: View, used: Used, scope: str) -> bool:
    if scope == "words":
        ledger.report.add("formula-words", at, formula=source, name=used.name)
    elif view == "settings" and scope != "settings":
        ledger.report.add("only-settings", at, formula=source, name=used.name)
    elif not used.aggregated and RANK[scope] > RANK[view]:
        ledger.report.add("needs-pooling", at, formula=source, name=used.name, whose=OWNERS[scope])
    else:
        return True
    return False


def _unknown(ledger: Ledger, source: str, at: Spot, view: View, name: str) -> None:
    if name in ledger.later:
        ledger.report.add("reference-forward", at, name=name, line=ledger.later[name].line)
        return
    known = ["round", *ledger.settings]
    known += [] if view == "settings" else ["group.size", *ledger.computed, *ledger.asked]
    meant = nearest(name, known)
    if meant:
        ledger.report.add("formula-name-meant", at, formula=source, name=name, meant=meant)
    else:
        ledger.report.add("formula-name-unknown", at, formula=source, name=name, choices=Text.same(", ".join(known)))
