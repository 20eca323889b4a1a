"""How people are put together: one way at a time, and only out of groups that were formed."""

from facilitation.domain.expressions import FormulaError, evaluate, parse
from facilitation.domain.format import Text
from facilitation.formats.checking.formulas import check_key
from facilitation.formats.checking.ledger import BOARD, QUESTION, STAGE, WORDED, Ledger
from facilitation.formats.checking.privacy import check_unsecret
from facilitation.formats.checking.roles import check_role
from facilitation.formats.reading.form import Form

WAYS = ("how", "size", "merge", "same as", "among", "cards of")

LEFTOVERS = {
    "size": ("make groups larger", "make a smaller group"),
    "merge": ("join the smallest", "stay apart"),
}


def check_groups(ledger: Ledger, form: Form | None) -> bool:
    """Whether this forms groups of several people, as far as the file tells."""
    if form is None:
        return False
    ways = [way for way in WAYS if way in form]
    if len(ways) != 1:
        ledger.report.add(
            "one-of", form.spot, choices=Text.same("alone, everyone, size, merge, same as, among, cards of")
        )
        return "size" in form
    check_key(ledger, form, "size", "session")
    for key in ("merge", "same as"):
        if key in form:
            _check_source(ledger, form, key)
    _check_company(ledger, form, ways[0])
    _check_form(ledger, form)
    _check_choice(ledger, form, ways[0])
    return ways[0] != "how"


def _check_choice(ledger: Ledger, form: Form, way: str) -> None:
    """Groups that are chosen: out of those that are there, and moving only where somebody chose."""
    check_key(ledger, form, "at most", "settings")
    for key, others in CHOICE_NEEDS.items():
        if key in form and way not in others:
            ledger.report.add("goes-with", form.at(key), key=key, other=others[0])
    if "cards of" in form:
        _check_cards(ledger, form)
    if "hosted by" in form:
        check_role(ledger, form.word("hosted by"), form.at("hosted by"), too_early=False)
        ledger.given.add(form.word("hosted by"))
    if "move" in form and way in ("size", "among", "cards of") and _chooser(form) != "participants":
        ledger.report.add("goes-with", form.at("move"), key="move", other="chosen by: participants")
    if _chooser(form) != "chance":
        for key in ("form", "leftover"):
            if key in form:
                ledger.report.add("goes-with", form.at(key), key=key, other="chosen by: chance")


CHOICE_NEEDS = {
    "column": ("cards of",),
    "hosted by": ("cards of",),
    "at most": ("among", "cards of", "size"),
    "chosen by": ("among", "cards of", "size"),
    "move": ("among", "cards of", "size", "same as"),
}
"""With which way of forming groups each of these makes sense, the first of them told."""


def _chooser(form: Form) -> str:
    return form.word("chosen by", "participants" if "among" in form or "cards of" in form else "chance")


def _check_cards(ledger: Ledger, form: Form) -> None:
    name, spot = form.word("cards of"), form.at("cards of")
    # A board of the same stage serves as well: its cards make groups as they are written.
    if not ledger.find(BOARD, name, spot, {*ledger.boards, *ledger.boards_here}):
        return
    if name not in ledger.boards_read and name not in ledger.boards_here_read:
        ledger.report.add("cards-unread", spot, name=name)
    columns = ledger.boards[name].columns if name in ledger.boards else ledger.boards_here[name]
    if "column" in form and form.word("column") not in columns:
        choices = Text.same(", ".join(sorted(columns)) or "–")
        ledger.report.add("choice-unknown", form.at("column"), value=form.word("column"), choices=choices)


def _check_form(ledger: Ledger, form: Form) -> None:
    """What the way of forming groups looks back on is there: a question asked before, a role, groups that change."""
    made = form.word("form", "random")
    by_answer = made in ("same answer", "different answers")
    if by_answer and "answer" not in form.tried:
        ledger.report.add("goes-with", form.at("form"), key=f"form: {made}", other="answer")
    if "answer" in form:
        name = form.word("answer")
        if not by_answer:
            ledger.report.add("goes-with", form.at("answer"), key="answer", other="form: same answer")
        elif ledger.computed.get(name) == "person":
            check_unsecret(ledger, form, "answer", (name,))
        elif name in ledger.computed:
            ledger.report.add("value-of-each", form.at("answer"), name=name)
        elif ledger.find(QUESTION, name, form.at("answer"), ledger.asked) and ledger.asked[name].kind in WORDED:
            ledger.report.add("not-countable", form.at("answer"), name=name)
    if "stays" in form:
        check_role(ledger, form.word("stays"), form.at("stays"))
        if made != "rotating":
            ledger.report.add("goes-with", form.at("stays"), key="stays", other="form: rotating")
    if made not in ("random", "ring", "chain") and "keep" in form:
        ledger.report.add("goes-with", form.at("keep"), key="keep", other="form: random")


def _check_source(ledger: Ledger, form: Form, key: str) -> None:
    name, spot = form.word(key), form.at(key)
    if ledger.find(STAGE, name, spot, ledger.stages) and name not in ledger.grouped:
        ledger.report.add("no-groups", spot, name=name)


def _check_company(ledger: Ledger, form: Form, way: str) -> None:
    for key, others in (("by", ("merge",)), ("form", ("size",)), ("keep", ("size", "merge", "among", "cards of"))):
        if key in form and way not in others:
            ledger.report.add("goes-with", form.at(key), key=key, other=others[0])
    if "leftover" not in form:
        return
    allowed = LEFTOVERS.get(way)
    if allowed is None:
        ledger.report.add("goes-with", form.at("leftover"), key="leftover", other="size")
    elif form.word("leftover") not in allowed:
        value, choices = form.word("leftover"), Text.same(", ".join(allowed))
        ledger.report.add("choice-unknown", form.at("leftover"), value=value, choices=choices)


def check_need_of_groups(ledger: Ledger, stage: Form) -> None:
    """What is shared inside a group needs groups in the same stage."""
    if "groups" in stage or ledger.house_groups is not None:
        return
    compute = stage.form("compute")
    if compute is not None and "for each group" in compute:
        ledger.report.add("needs-groups", compute.at("for each group"), key="for each group")
    forms = [stage, *stage.forms("board"), *(form for _, form in stage.named_forms("ask"))]
    for form in (*forms, *(choose for choose in [stage.form("choose")] if choose)):
        if form.maybe("belongs to") == "table":
            ledger.report.add("needs-groups", form.at("belongs to"), key="belongs to: table")
        if "per group" in form:
            ledger.report.add("needs-groups", form.at("per group"), key="per group")
        for key in ("edited by", "answered by", "by", "names"):
            if form.maybe(key) == "group":
                ledger.report.add("needs-groups", form.at(key), key=f"{key}: group")
        seen = form.form("seen by")
        if seen is not None and "group" in (seen.maybe("first"), seen.maybe("then")):
            ledger.report.add("needs-groups", seen.spot, key="seen by: group")


def in_ring(ledger: Ledger, form: Form | None) -> bool:
    """Whether everyone has a place in these groups; as before where nothing is said."""
    if form is None:
        return ledger.seated
    if "same as" in form:
        return form.word("same as") in ledger.seats
    return form.word("form") in ("ring", "chain")


def in_pairs(ledger: Ledger, form: Form | None) -> bool:
    """Whether these groups are pairs, with the starting values of the settings; as before where nothing is said."""
    if form is None:
        return ledger.pairs
    if "same as" in form:
        return form.word("same as") in ledger.paired
    if "size" not in form:
        return False
    try:
        size = evaluate(parse(form.word("size")), ledger.defaults)
    except FormulaError:
        return False
    return size == 2
