"""What a file says without effect: keys that may each be written, but of which one does nothing beside the other."""

from facilitation.domain.format import Text
from facilitation.formats.checking.ledger import Ledger
from facilitation.formats.checking.members import loops_of
from facilitation.formats.reading.form import Form

UNSHARED = frozenset({"author", "author only", "facilitator", "nobody"})
TYPED = {"min": ("whole number", "number"), "max": ("whole number", "number"), "options": ("choice",)}


def check_idle(ledger: Ledger, form: Form, run: tuple[Form, ...]) -> None:
    """Every pair of keys of a file of which one would be ignored; `run` are its stages, in order."""
    for _, role in form.named_forms("roles"):
        if "count" in role and role.word("chosen by") in ("everyone else", "rotation"):
            _idle(ledger, role, "count", f"chosen by: {role.word('chosen by')}")
    for _, setting in form.named_forms("settings"):
        for key, kinds in TYPED.items():
            if key in setting and "type" in setting and setting.word("type") not in kinds:
                ledger.report.add("not-for", setting.at(key), type=setting.word("type"), key=key)
    for times in loops_of(form.forms("run")):
        for key in ("until", "chance", "again"):
            if times.word("for each") == "member" and key in times:
                _idle(ledger, times, key, "for each: member")
    _check_all_groups(ledger, form, run)
    for stage in run:
        _check_stage(ledger, stage)


def _check_all_groups(ledger: Ledger, form: Form, run: tuple[Form, ...]) -> None:
    """Groups of the format and of its stages; `same as` is chosen by whoever chose those it names."""
    choosers: dict[str, str] = {}
    house = form.form("groups")
    if house is not None:
        _check_groups(ledger, house, "")
    for stage in run:
        groups = stage.form("groups") or house
        if groups is None:
            continue
        before = choosers.get(groups.word("same as"), "chance")
        choosers[stage.word("stage")] = before if "same as" in groups else chooser(groups)
        if groups is not house:
            _check_groups(ledger, groups, before)


def chooser(groups: Form) -> str:
    """Who says where each person goes."""
    named = "among" in groups or "cards of" in groups
    return groups.word("chosen by", "participants" if named else "chance")


def _check_groups(ledger: Ledger, groups: Form, before: str) -> None:
    way = next((way for way in ("same as", "how") if way in groups), "")
    if "latecomers" in groups and way:
        _idle(ledger, groups, "latecomers", "same as" if way == "same as" else groups.word("how"))
    elif "latecomers" in groups and chooser(groups) != "chance":
        _idle(ledger, groups, "latecomers", f"chosen by: {chooser(groups)}")
    if "leftover" in groups and groups.word("form") == "same answer":
        _idle(ledger, groups, "leftover", "form: same answer")
    if "at most" in groups and "size" in groups and chooser(groups) == "chance":
        ledger.report.add("goes-with", groups.at("at most"), key="at most", other="chosen by: participants")
    if way == "same as" and groups.word("move") == "freely" and before != "participants":
        ledger.report.add("move-drawn", groups.at("move"), name=groups.word("same as"))


def _check_stage(ledger: Ledger, stage: Form) -> None:
    _check_turns(ledger, stage)
    for _, question in stage.named_forms("ask"):
        if "shown as" in question and question.word("for each") in ("item", "card"):
            ledger.report.add("goes-with", question.at("shown as"), key="shown as", other="for each: other member")
    names: set[str] = set()
    for board in stage.forms("board"):
        if board.word("name") in names:
            ledger.report.add("board-twice", board.at("name"), name=board.word("name"))
        names.add(board.word("name"))
        _check_board(ledger, stage, board)
    for role in stage.named("assign"):
        known = ledger.roles.get(role)
        if known is not None and known.word("per") == "group" and not _grouped(ledger, stage):
            ledger.report.add("needs-groups", stage.named("assign")[role].key, key=f"assign: {role}")


def _grouped(ledger: Ledger, stage: Form) -> bool:
    return "groups" in stage or ledger.house_form is not None


def _check_board(ledger: Ledger, stage: Form, board: Form) -> None:
    for key in ("per person", "per group", "edited by", "columns written by"):
        if key in board and board.word("written by") == "nobody":
            _idle(ledger, board, key, "written by: nobody")
    seen = board.form("seen by") or Form("visibility", board.spot)
    shared = "then" in seen or seen.word("first", "everyone") not in UNSHARED
    stepwise = board.form("reveal")
    if stepwise is not None and stepwise.word("how", "at once") != "at once" and not shared:
        _idle(ledger, board, "reveal", f"seen by: {seen.word('first')}")
    if board.word("comments by") in stage.words("silent"):
        ledger.report.add("silent-asked", board.at("comments by"), name=board.word("comments by"))
    if board.word("placed by") == "group" and not _grouped(ledger, stage):
        ledger.report.add("needs-groups", board.at("placed by"), key="placed by: group")
    dealt = dict(stage.named_forms("carry")).get(board.word("name"))
    if dealt is not None and "deal" in dealt and seen.word("first") == "everyone":
        _idle(ledger, dealt, "deal", "seen by: everyone")


def _check_turns(ledger: Ledger, stage: Form) -> None:
    turns = stage.form("turns")
    if turns is None or "first" not in turns:
        return
    who = turns.words("who") or ("everyone",)
    if turns.word("order") == "facilitator":
        _idle(ledger, turns, "first", "order: facilitator")
    elif "everyone" not in who and turns.word("first") not in who:
        _idle(ledger, turns, "first", f"who: {', '.join(who)}")


def _idle(ledger: Ledger, form: Form, key: str, other: str) -> None:
    ledger.report.add("idle", form.at(key), key=key, other=Text.same(other))
