"""Loops in which each member of a group has a turn: in a role that passes on, and in groups that stay together."""

from facilitation.domain.format import Text
from facilitation.formats.checking.ledger import BOARD, Ledger
from facilitation.formats.checking.roles import check_role
from facilitation.formats.reading.form import Form


def check_members(ledger: Ledger, times: Form, blocks: tuple[Form, ...]) -> None:
    """A loop says how often it turns: a number of times, or once for each member, as whom."""
    with_it = "of" if times.word("for each") == "card" else "as"
    if "for each" in times and with_it not in times.tried:
        ledger.report.add("goes-with", times.at("for each"), key="for each", other=with_it)
    for key, each in (("as", "member"), ("of", "card")):
        if key in times.tried and times.word("for each") != each:
            ledger.report.add("goes-with", times.at(key), key=key, other=Text.same(f"for each: {each}"))
    if "of" in times and ledger.find(BOARD, times.word("of"), times.at("of"), ledger.boards):
        ledger.boards[times.word("of")].taken = True
    if not times.tried & {"as", "of", "for each", "times"} and times.tried:
        ledger.report.add("one-of", times.spot, choices=Text.same("times, for each"))
    if "as" not in times:
        return
    name = times.word("as")
    check_role(ledger, name, times.at("as"))
    if name in ledger.roles and ledger.roles[name].word("chosen by") != "rotation":
        ledger.report.add("role-not-in-turn", times.at("as"), name=name)
    for stage in blocks:
        groups = stage.form("groups") or ledger.house_form
        if stage.record == "stage" and not _stays_together(groups):
            ledger.report.add("members-move", stage.spot, stage=stage.word("stage"))


def _stays_together(groups: Form | None) -> bool:
    if groups is None:
        return False
    return "same as" in groups or groups.word("how") == "everyone" or groups.word("keep") == "session"


def check_rotations(ledger: Ledger, blocks: tuple[Form, ...]) -> None:
    """A role that passes on needs a loop in which it does."""
    used = {times.word("as") for times in loops_of(blocks)}
    for name, role in ledger.roles.items():
        if role.word("chosen by") == "rotation" and name not in used:
            ledger.report.add("role-never-passed", role.at("chosen by"), name=name)


def loops_of(blocks: tuple[Form, ...]) -> tuple[Form, ...]:
    """What is written after `repeat` in a run, the loops inside loops too."""
    found: list[Form] = []
    for block in blocks:
        times = block.form("repeat") if block.record == "repeat" else None
        found += [*([times] if times else []), *loops_of(block.forms("stages"))]
    return tuple(found)
