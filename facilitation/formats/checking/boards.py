"""Boards and what is done with their cards: carried, chosen, voted on, marked."""

from facilitation.domain.format import Text
from facilitation.formats.checking.formulas import check_key
from facilitation.formats.checking.ledger import BOARD, QUESTION, Ledger, Shown
from facilitation.formats.checking.privacy import check_names, remember_promises
from facilitation.formats.checking.roles import check_role, check_visibility, check_writer
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.tree import Spot

_WAYS = Text.same("thumbs, consent, keep or drop")


def check_boards(ledger: Ledger, stage: Form) -> None:
    """The boards of a stage, and what its cards are used for."""
    here = {board.word("name") for board in stage.forms("board")}
    _check_carry(ledger, stage, here)
    for board in stage.forms("board"):
        _check_board(ledger, board, stage)
    _check_choose(ledger, stage.form("choose"), here)
    _check_vote(ledger, stage, here)
    for board in stage.forms("board"):
        _remember(ledger, board, stage)


def look_at_boards(ledger: Ledger, stage: Form) -> None:
    """What the boards of a stage are called, and which of them everyone reads at once, before the stage is checked."""
    boards = {board.word("name"): board for board in stage.forms("board")}
    ledger.boards_here = {name: set(board.named("columns")) for name, board in boards.items()}
    seen = {name: board.form("seen by") for name, board in boards.items()}
    ledger.boards_here_read = {name for name, form in seen.items() if form and form.word("first") == "everyone"}


def _check_board(ledger: Ledger, board: Form, stage: Form) -> None:
    check_writer(ledger, board, "written by")
    check_writer(ledger, board, "comments by")
    check_writer(ledger, board, "sifted by")
    check_names(ledger, board)
    _check_map(ledger, board)
    _check_reveal(ledger, board, stage)
    seen = board.form("seen by")
    check_visibility(ledger, seen)
    for key in ("first", "then") if seen is not None else ():
        if seen is not None and seen.maybe(key) == "totals":
            ledger.report.add("totals-of-words", seen.at(key), type=Text(fr="une carte", en="a card"))
    check_key(ledger, board, "per person", "person", shown=True)
    check_key(ledger, board, "per group", "group", shown=True)
    _check_columns(ledger, board)
    if "scores" in board and not ledger.boards.get(board.word("name"), Shown()).voted:
        ledger.report.add("never-voted", board.at("scores"), name=board.word("name"))
    for _, mark in board.named_forms("marks"):
        check_writer(ledger, mark, "by")


def _check_map(ledger: Ledger, board: Form) -> None:
    known = ledger.boards.get(board.word("name"), Shown())
    if "placed by" in board and "map" not in board.tried and not known.mapped:
        ledger.report.add("goes-with", board.at("placed by"), key="placed by", other="map")


def _check_reveal(ledger: Ledger, board: Form, stage: Form) -> None:
    known, name = ledger.boards.get(board.word("name"), Shown()), board.word("name")
    shown = board.form("reveal")
    if shown is None:
        return
    if shown.word("how") == "countdown" and not known.voted:
        ledger.report.add("never-voted", shown.at("how"), name=name)
    if shown.word("how") == "column by column" and not (board.named("columns") or known.columns):
        ledger.report.add("goes-with", shown.at("how"), key=Text.same("reveal: column by column"), other="columns")
    check_key(ledger, shown, "seconds each", "settings")
    if "seconds each" in shown and shown.word("how") == "at once":
        ledger.report.add("idle", shown.at("seconds each"), key="seconds each", other=Text.same("how: at once"))
    # What goes on by itself must be possible to hold: the pause is that of the timer.
    if "seconds each" in shown and "minutes" not in stage.tried:
        ledger.report.add("goes-with", shown.at("seconds each"), key="seconds each", other="minutes")


def _check_columns(ledger: Ledger, board: Form) -> None:
    known = set(board.named("columns")) or ledger.boards.get(board.word("name"), Shown()).columns
    for name, said in board.named("columns written by").items():
        check_role(ledger, str(said.value), said.spot)
        if name not in known:
            choices = Text.same(", ".join(sorted(known)) or "–")
            ledger.report.add("choice-unknown", said.key, value=name, choices=choices)
    for item in board.items("open columns"):
        if str(item.value) not in known:
            choices = Text.same(", ".join(sorted(known)) or "–")
            ledger.report.add("choice-unknown", item.spot, value=str(item.value), choices=choices)


def _remember(ledger: Ledger, board: Form, stage: Form) -> None:
    shown = ledger.boards.setdefault(board.word("name"), Shown())
    shown.stages.add(stage.word("stage"))
    remember_promises(ledger, board, stage.word("stage"))
    seen = board.form("seen by")
    if seen is not None and "everyone" in (seen.word("first"), seen.word("then")):
        ledger.boards_read.add(board.word("name"))
    shown.marks |= set(board.named("marks"))
    shown.mapped = shown.mapped or "map" in board
    shown.columns = set(board.named("columns")) or shown.columns


def _check_carry(ledger: Ledger, stage: Form, here: set[str]) -> None:
    for name, carry in stage.named_forms("carry"):
        spot = stage.named("carry")[name].key
        # In a loop the board that a stage opens comes back in the next turn: what it then holds may be said here.
        afresh = here if carry.word("what") in ("none", "this round") else set()
        if not ledger.find(BOARD, name, spot, {*ledger.boards, *afresh}):
            continue
        _in_stage(ledger, name, spot, here)
        _check_manner(ledger, stage, name, carry, ledger.boards.get(name, Shown()))


def _read_by_all(stage: Form, name: str) -> bool:
    """Whether everyone reads a board from the start of a stage."""
    board = next((board for board in stage.forms("board") if board.word("name") == name), None)
    seen = board.form("seen by") if board else None
    return seen is not None and seen.word("first") == "everyone"


def _check_manner(ledger: Ledger, stage: Form, name: str, carry: Form, shown: Shown) -> None:
    if len(carry.said.keys() - {"merged"}) != 1:
        ledger.report.add("one-of", carry.spot, choices=Text.same("what, marked, top, deal"))
    if carry.word("what") == "chosen" and not shown.chosen:
        ledger.report.add("never-chosen", carry.spot, name=name)
    if carry.word("what") == "kept" and not shown.levels:
        ledger.report.add("never-levelled", carry.spot, name=name, ways=_WAYS)
    if carry.truth("merged", False) and ("deal" in carry or carry.word("what") in ("none", "this card")):
        other = "deal" if "deal" in carry else carry.word("what")
        ledger.report.add("idle", carry.at("merged"), key="merged", other=Text.same(other))
    if (carry.truth("merged", False) or carry.word("what") == "merged") and not _read_by_all(stage, name):
        ledger.report.add("merged-apart", carry.spot, name=name)
    if carry.word("what") == "this card" and name not in ledger.taking:
        ledger.report.add("goes-with", carry.spot, key="this card", other=Text.same(f"for each: card, of: {name}"))
    if "marked" in carry:
        check_mark(ledger, name, carry.word("marked"), carry.at("marked"))
    check_key(ledger, carry, "deal", "settings")
    if "top" in carry:
        check_key(ledger, carry, "top", "session", shown=True)
        if not shown.voted:
            ledger.report.add("never-voted", carry.spot, name=name)


def check_mark(ledger: Ledger, board: str, mark: str, spot: Spot) -> None:
    """A mark that cards of a board may bear by now."""
    known = ledger.boards[board].marks
    if mark not in known:
        choices = Text.same(", ".join(sorted(known)) or "–")
        ledger.report.add("mark-unknown", spot, name=mark, board=board, choices=choices)


def _in_stage(ledger: Ledger, name: str, spot: Spot, here: set[str]) -> bool:
    if name not in here:
        ledger.report.add("not-in-stage", spot, name=name)
    return name in here


def _check_choose(ledger: Ledger, choose: Form | None, here: set[str]) -> None:
    if choose is None:
        return
    check_key(ledger, choose, "how many", "person", shown=True)
    name = choose.maybe("from")
    if name and ledger.find(BOARD, name, choose.at("from"), {*ledger.boards, *here}):
        _in_stage(ledger, name, choose.at("from"), here)
        ledger.boards.setdefault(name, Shown()).chosen = True


def _check_vote(ledger: Ledger, stage: Form, here: set[str]) -> None:
    vote = stage.form("vote")
    voted = None
    if vote is not None:
        check_writer(ledger, vote, "by")
        check_key(ledger, vote, "dots", "person", shown=True)
        check_key(ledger, vote, "per item", "person", shown=True)
        _check_scale(ledger, vote)
        voted = vote.maybe("of")
        if voted and ledger.find(BOARD, voted, vote.at("of"), {*ledger.boards, *here}):
            _in_stage(ledger, voted, vote.at("of"), here)
            shown = ledger.boards.setdefault(voted, Shown())
            if vote.word("with", "ranking") == "ranking":
                shown.voted = True
            else:
                shown.levels.add(vote.word("with"))
            ledger.voting.add(stage.word("stage"))
            if "rate to" in vote:
                ledger.rating.add(stage.word("stage"))
    _check_assign(ledger, stage, voted, here)


def _check_scale(ledger: Ledger, vote: Form) -> None:
    """Dots to place, a score for each card, or another way to vote: one of the three."""
    check_key(ledger, vote, "rate from", "settings")
    check_key(ledger, vote, "rate to", "settings")
    if len({"dots", "rate to", "with"} & vote.tried) != 1:
        ledger.report.add("one-of", vote.spot, choices=Text.same("dots, rate to, with"))
    for key in ("rate from", "per item"):
        other = "rate to" if key == "rate from" else "dots"
        if key in vote.tried and other not in vote.tried:
            ledger.report.add("goes-with", vote.at(key), key=key, other=other)


MANNERS = {"author of top": "vote", "most named": "vote", "from": "volunteers", "highest": "result", "lowest": "result"}


def _check_assign(ledger: Ledger, stage: Form, voted: str | None, here: set[str]) -> None:
    for role, form in stage.named_forms("assign"):
        spot = stage.named("assign")[role].key
        check_role(ledger, role, spot, too_early=False)
        if len(form.said) != 1:
            ledger.report.add("one-of", form.spot, choices=Text.same(", ".join((*MANNERS, "swap with"))))
        for key, chosen in MANNERS.items():
            if key in form and role in ledger.roles and ledger.roles[role].word("chosen by") != chosen:
                ledger.report.add("role-not-by-vote", spot, name=role, chosen=chosen)
        if "most named" in form:
            _check_named(ledger, stage, form)
        if "swap with" in form:
            check_role(ledger, form.word("swap with"), form.at("swap with"), too_early=False)
        name = form.maybe("author of top")
        known = {*ledger.boards, *here}
        if name and ledger.find(BOARD, name, form.at("author of top"), known) and name != voted:
            ledger.report.add("never-voted", form.at("author of top"), name=name)


def _check_named(ledger: Ledger, stage: Form, form: Form) -> None:
    """A question that names people, of this stage or of an earlier one."""
    name, spot = form.word("most named"), form.at("most named")
    here = {key: question.word("type") for key, question in stage.named_forms("ask")}
    earlier = {key: asked.kind for key, asked in ledger.asked.items()}
    kinds = {**earlier, **here}
    if ledger.find(QUESTION, name, spot, kinds) and kinds[name] != "person":
        ledger.report.add("not-of-people", spot, name=name)
