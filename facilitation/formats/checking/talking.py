"""Talking in turn: the roles exist, someone may speak, and what goes together stands together."""

from facilitation.formats.checking.formulas import check_key
from facilitation.formats.checking.ledger import Ledger
from facilitation.formats.checking.roles import check_role
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.tree import Spot

WRITTEN = frozenset({"ask", "board", "choose"})


def check_turns(ledger: Ledger, stage: Form, formed: bool) -> None:
    """The turns of a stage, if it has any."""
    turns = stage.form("turns")
    if turns is None:
        return
    check_key(ledger, turns, "minutes", "settings")
    for key in ("first", "passed on by"):
        _check_one(ledger, stage, turns.maybe(key), turns.at(key), speaks=key == "first")
    for said in turns.items("who"):
        _check_one(ledger, stage, str(said.value), said.spot, speaks=True)
    if turns.maybe("when time is up") and "minutes" not in turns.tried:
        ledger.report.add("goes-with", turns.at("when time is up"), key="when time is up", other="minutes")
    if turns.truth("only the speaker writes", False) and not stage.tried & WRITTEN:
        ledger.report.add("nothing-written", turns.at("only the speaker writes"))
    if turns.maybe("in") == "groups" and not formed and stage.form("groups") is None and ledger.house_groups is None:
        ledger.report.add("needs-groups", turns.at("in"), key="in: groups")


def _check_one(ledger: Ledger, stage: Form, name: str | None, spot: Spot, *, speaks: bool) -> None:
    if name is None or name == "everyone":
        return
    check_role(ledger, name, spot)
    if speaks and name in stage.words("silent"):
        ledger.report.add("silent-asked", spot, name=name)
