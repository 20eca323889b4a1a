"""Formulas held against the names known where they stand, and against who may see what."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from facilitation.domain.expressions import AMONG, CHANCE, OF_THE_GROUP, Expression, FormulaError, Used, parse
from facilitation.domain.format import Text
from facilitation.formats.checking.ledger import BOARD, TABLE, Ledger
from facilitation.formats.checking.privacy import check_private
from facilitation.formats.checking.reckoning import check_reckoning
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

WAYS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("thumbs_up", "thumbs_sideways", "thumbs_down"), ("thumbs",)),
    **dict.fromkeys(("agreements", "concerns", "objections"), ("consent",)),
}
"""The way to vote that each function of a board needs; the others need any of them."""

AROUND = 60
"""Signs of a long formula shown on either side of a fault."""

SETS = ("group", "others", "everyone")


def check_formula(
    ledger: Ledger, source: str, spot: Spot, view: View, *, shown: bool = False, recorded: bool = False
) -> Expression | None:
    """The formula, read; `None` when the report says what is wrong with it.

    `shown` says that people will read its value; `recorded`, that it is worked out once and kept.
    """
    try:
        expression = parse(source)
    except FormulaError as fault:
        report_fault(ledger, source, spot, fault)
        return None
    if not _calls_fit(ledger, source, spot, view, expression, recorded):
        return None
    checks = [_used(ledger, source, spot, view, used) for used in expression.uses]
    if not all(checks) or not check_reckoning(ledger, source, spot, expression):
        return None
    private = shown and not check_private(ledger, source, spot, view in ("settings", "session"), expression)
    return None if private else expression


def report_fault(ledger: Ledger, source: str, spot: Spot, fault: FormulaError) -> None:
    """The remark on a formula that cannot be read, at the sign that stopped the reader."""
    ledger.report.add(
        "formula-wrong",
        _within(spot, source, fault.position),
        formula=Text.same(pointed(source, fault.position)),
        why=fault.message,
    )


def pointed(source: str, position: int) -> str:
    """The formula on a line of its own, with a caret under the fault; of a long one, what stands around it."""
    line = " ".join(f"{source} ".splitlines()).rstrip() if "\n" in source else source
    at = min(position, len(line))
    start = max(0, at - AROUND)
    shown = "".join(letter if letter.isprintable() else " " for letter in line[start : at + AROUND])
    rest = "…" if len(line) > at + AROUND else ""
    return f"{'…' if start else ''}{shown}{rest}\n{' ' * (at - start + bool(start))}^"


def placed_at(source: str, position: int) -> dict[str, str | Text]:
    """A formula as remarks quote it: within a sentence, and below it with a caret."""
    return {"formula": source, "pointed": Text.same(pointed(source, position))}


def _calls_fit(ledger: Ledger, source: str, spot: Spot, view: View, expression: Expression, recorded: bool) -> bool:
    drawn = sorted(expression.calls & CHANCE) + (["pick"] if "pick" in expression.calls else [])
    if drawn and not recorded:
        ledger.report.add("draw-not-kept", spot, formula=source, name=drawn[0])
        return False
    placed = sorted(expression.calls & AMONG)
    if placed and view != "person":
        ledger.report.add("needs-person", spot, formula=source, name=placed[0])
        return False
    return True


def check_key(ledger: Ledger, form: Form, key: str, view: View, *, shown: bool = False) -> Expression | None:
    """The formula under a key, if there is one."""
    source = form.maybe(key)
    return None if source is None else check_formula(ledger, source, form.at(key), view, shown=shown)


def check_condition(ledger: Ledger, form: Form, key: str, stages: Sequence[Form]) -> None:
    """What is so for the whole room or, where it names what a group has as a whole, for each group by itself.

    Each group must then be the same in the `stages` that depend on it as where the value was worked out.
    """
    source = form.maybe(key)
    expression = check_formula(ledger, source, form.at(key), "group", shown=True) if source is not None else None
    if expression is None or source is None:
        return
    if not any(_of_a_group(ledger, used) for used in expression.uses):
        check_formula(ledger, source, form.at(key), "session", shown=True)
        return
    for stage in stages:
        if not keeps_groups(ledger, stage):
            ledger.report.add("groups-must-last", form.at(key), formula=source, key=key, stage=stage.word("stage"))


def keeps_groups(ledger: Ledger, stage: Form) -> bool:
    """Whether a stage has the groups of before: those of the format, of another stage, or of the whole session."""
    groups = stage.form("groups") or ledger.house_form
    return groups is not None and ("same as" in groups or groups.word("keep") == "session")


def _of_a_group(ledger: Ledger, used: Used) -> bool:
    root, _, name = used.name.rpartition(".")
    if used.aggregated or used.kind in ("table", "board"):
        return False
    return root in ledger.roles or scope_of(ledger, used.name if root == "group" else name) == "group"


def check_named(ledger: Ledger, said: Said, view: View, *, recorded: bool = False) -> None:
    """A formula that stands under a name."""
    if isinstance(said.value, str):
        check_formula(ledger, said.value, said.spot, view, recorded=recorded)


def _within(spot: Spot, source: str, position: int) -> Spot:
    return Spot(spot.line, spot.column + position) if "\n" not in source else spot


def _used(ledger: Ledger, source: str, spot: Spot, view: View, used: Used) -> bool:
    at = _within(spot, source, used.position)
    if used.kind == "table":
        return ledger.find(TABLE, used.name, at, ledger.tables)
    if used.kind == "given":
        return _of_amounts(ledger, source, at, view, used)
    if used.kind == "items":
        return _of_items(ledger, source, at, view, used)
    if used.kind == "board":
        return _of_a_vote(ledger, source, at, view, used)
    if used.kind in ("ranking", "choices"):
        return _of_picks(ledger, source, at, view, used)
    if used.kind in ("past", "earlier"):
        return _of_the_past(ledger, source, at, view, used)
    root, dot, name = used.name.rpartition(".")
    if dot and not used.aggregated and root in ("left", "right") and root not in ledger.roles:
        return _of_a_neighbour(ledger, source, at, view, used)
    if dot and not used.aggregated and (root == "other" or root in ledger.roles):
        return _of_one(ledger, source, at, view, used)
    if dot and not (root == "group" and name in OF_THE_GROUP):
        return _of_a_set(ledger, source, at, view, used)
    scope = scope_of(ledger, used.name)
    if scope is None:
        _unknown(ledger, source, at, view, used, used.name)
        return False
    return _seen(ledger, source, at, view, used, scope)


def _of_the_past(ledger: Ledger, source: str, at: Spot, view: View, used: Used) -> bool:
    root, _, name = used.name.rpartition(".")
    scope = scope_of(ledger, name) or ledger.looping.get(name)
    if scope is None:
        if name in ledger.later:
            ledger.report.add("not-in-loop", at, formula=source, name=name)
        else:
            _unknown(ledger, source, at, view, used, name)
        return False
    if root and not _is_one(ledger, source, at, used.name):
        return False
    if root and scope != "words":
        scope = "person" if root == "other" else "group"
    return _seen(ledger, source, at, view, used, scope)


def _is_one(ledger: Ledger, source: str, at: Spot, name: str) -> bool:
    """Whether `other.x` or `ROLE.x` is the value of one person and no more."""
    root = name.rpartition(".")[0]
    if root == "other" and not ledger.pairs:
        ledger.report.add("other-needs-pairs", at, formula=source, name=name)
    elif root != "other" and root not in ledger.roles:
        ledger.report.add("set-unknown", at, formula=source, name=name)
    elif root != "other" and (ledger.roles[root].word("chosen by") == "everyone else" or _many(ledger.roles[root])):
        ledger.report.add("set-alone", at, formula=source, name=name)
    else:
        return True
    return False


def _of_amounts(ledger: Ledger, source: str, at: Spot, view: View, used: Used) -> bool:
    asked = ledger.asked.get(used.name)
    if asked is None:
        _unknown(ledger, source, at, view, used, used.name)
        return False
    if asked.kind != "amounts":
        ledger.report.add("not-amounts", at, formula=source, name=used.name)
        return False
    return _seen(ledger, source, at, view, used, "person")


def _of_picks(ledger: Ledger, source: str, at: Spot, view: View, used: Used) -> bool:
    asked = ledger.asked.get(used.name)
    if asked is None:
        _unknown(ledger, source, at, view, used, used.name)
        return False
    if asked.kind != used.kind:
        function = "picked" if used.kind == "choices" else "place_of, distance"
        ledger.report.add("not-listed", at, formula=source, name=used.name, function=function, type=used.kind)
        return False
    return _seen(ledger, source, at, view, used, "group" if asked.shared else "person")


def _of_items(ledger: Ledger, source: str, at: Spot, view: View, used: Used) -> bool:
    asked = ledger.asked.get(used.name)
    if asked is None:
        _unknown(ledger, source, at, view, used, used.name)
        return False
    if asked.kind != "items":
        ledger.report.add("not-items", at, formula=source, name=used.name)
        return False
    return _seen(ledger, source, at, view, used, "group" if asked.shared else "person")


def _of_a_vote(ledger: Ledger, source: str, at: Spot, view: View, used: Used) -> bool:
    if view == "settings":
        ledger.report.add("only-settings", at, **placed_at(source, used.position), name=used.name)
        return False
    if not ledger.find(BOARD, used.name, at, ledger.boards):
        return False
    needed = WAYS.get(used.function, ("thumbs", "consent", "keep or drop"))
    if not ledger.boards[used.name].levels & set(needed):
        ledger.report.add("never-levelled", at, name=used.name, ways=Text.same(", ".join(needed)))
        return False
    return True


def check_shared(ledger: Ledger, source: str, spot: Spot) -> None:
    """What one member reads of another: only answers that the group has seen, and what was worked out."""
    try:
        expression = parse(source)
    except FormulaError:
        return
    each = tuple(replace(used, name=f"other.{used.name}") for used in expression.uses if "." not in used.name)
    check_private(ledger, source, spot, False, replace(expression, uses=each))


def _of_one(ledger: Ledger, source: str, at: Spot, view: View, used: Used) -> bool:
    """`other.x` and `ROLE.x`: the value of exactly one other person."""
    root, _, name = used.name.rpartition(".")
    if not _is_one(ledger, source, at, used.name):
        return False
    scope = scope_of(ledger, name)
    if scope is None:
        _unknown(ledger, source, at, view, used, name)
        return False
    # It belongs to the group as a whole: each of its members finds the same person there, or the other one.
    at_least = "person" if root == "other" else "group"
    return _seen(ledger, source, at, view, replace(used, aggregated=False), at_least if scope != "words" else scope)


def _of_a_neighbour(ledger: Ledger, source: str, at: Spot, view: View, used: Used) -> bool:
    """`left.x` and `right.x`: the value of the neighbour in a ring or a chain."""
    name = used.name.rpartition(".")[2]
    if not ledger.seated:
        ledger.report.add("neighbour-needs-ring", at, formula=source, name=used.name)
        return False
    scope = scope_of(ledger, name)
    if scope is None:
        _unknown(ledger, source, at, view, used, name)
        return False
    return _seen(ledger, source, at, view, replace(used, aggregated=False), "person" if scope != "words" else scope)


def _many(role: Form) -> bool:
    return role.whole("count", 1) > 1


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
        _unknown(ledger, source, at, view, used, name)
        return False
    return _seen(ledger, source, at, view, used, scope)


def scope_of(ledger: Ledger, name: str) -> str | None:
    """Whose value a name is (`settings`, `session`, `group`, `person`), `words` if no number, `None` if unknown."""
    if name == "round":
        return "settings"
    if name in ("role", "group.seat"):
        return "person"
    if name in ("group.size", "group.number"):
        return "group"
    if name in ledger.asked:
        asked = ledger.asked[name]
        return ("group" if asked.shared else "person") if asked.is_number else "words"
    if name in ledger.computed:
        return ledger.computed[name]
    if name in ledger.treatments:
        return ledger.treatments[name]
    if name in ledger.settings:
        return "words" if ledger.settings[name] == "text" else "settings"
    return None


def _seen(ledger: Ledger, source: str, at: Spot, view: View, used: Used, scope: str) -> bool:
    if scope == "words":
        ledger.report.add("formula-words", at, **placed_at(source, used.position), name=used.name)
    elif view == "settings" and scope != "settings":
        ledger.report.add("only-settings", at, **placed_at(source, used.position), name=used.name)
    elif not used.aggregated and RANK[scope] > RANK[view]:
        ledger.report.add("needs-pooling", at, **placed_at(source, used.position), name=used.name, whose=OWNERS[scope])
    else:
        return True
    return False


def _unknown(ledger: Ledger, source: str, at: Spot, view: View, used: Used, name: str) -> None:
    if name in ledger.later:
        ledger.report.add("reference-forward", at, name=name, line=ledger.later[name].line)
        return
    known = ["round", *ledger.settings]
    known += [] if view == "settings" else ["group.size", "group.seat", *ledger.computed, *ledger.asked]
    meant, where = nearest(name, known), placed_at(source, used.position)
    if meant:
        ledger.report.add("formula-name-meant", at, **where, name=name, meant=meant)
    else:
        ledger.report.add("formula-name-unknown", at, **where, name=name, choices=Text.same(", ".join(known)))
