"""Talking in turn: the roles exist, someone may speak, and what goes together stands together."""

from facilitation.formats.checking.formulas import check_key
from facilitation.formats.checking.ledger import Ledger
from facilitation.formats.checking.roles import check_role
from facilitation.formats.reading.form import Form

WRITTEN = frozenset({"ask", "board", "choose"})


def check_turns(ledger: Ledger, stage: Form, formed: bool) -> None:
    """The turns of a stage, if it has any."""
    turns = stage.form("turns")
    if turns is None:
        return
    check_key(ledger, turns, "minutes", "settings")
    for key in ("first", "who", "passed on by"):
        name = turns.maybe(key)
        if name is not None and name != "everyone":
            check_role(ledger, name, turns.at(key))
            if name in stage.words("silent") and key != "passed on by":
                ledger.report.add("silent-asked", turns.at(key), name=name)
    if turns.maybe("when time is up") and "minutes" not in turns.tried:
        ledger.report.add("goes-with", turns.at("when time is up"), key="when time is up", other="minutes")
    if turns.truth("only the speaker writes", False) and not stage.tried & WRITTEN:
        ledger.report.add("nothing-written", turns.at("only the speaker writes"))
    if turns.maybe("in") == "groups" and not formed and stage.form("groups") is None and ledger.house_groups is None:
        ledger.report.add("needs-groups", turns.at("in"), key="in: groups")
