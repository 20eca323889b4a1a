"""What flows to whom: every name of a formula that people read, with the audience of its source and of its sink."""

from collections.abc import Iterator

from facilitation.domain.expressions import CHANCE, Expression, Used
from facilitation.domain.format import Text
from facilitation.formats.checking.ledger import Ledger
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.tree import Spot

GROUP = Text(fr="que le groupe ne voit pas", en="which the group does not see")
ROOM = Text(fr="que la salle ne voit pas", en="which the room does not see")


ROOM_KNOWS = ("round", "group.size", "group.number", "group.seat")
"""Names that tell nobody's answer."""


def check_private(ledger: Ledger, source: str, spot: Spot, public: bool, expression: Expression) -> bool:
    """Whether a formula whose value people read shows nobody's answer to more people than its question promised.

    `public` says that everyone reads it; otherwise the members of a group do, each of them their own.
    """
    fine = True
    for used in expression.uses:
        for name, for_all, code in _shown(ledger, used, public):
            asked = ledger.asked[name]
            if not (asked.seen_by_room if for_all else asked.seen_in_group):
                at = spot if "\n" in source else Spot(spot.line, spot.column + used.position)
                fields = {"formula": source, "name": used.name, "question": name, "stage": asked.stage}
                then, whom = ("everyone", ROOM) if for_all else ("group", GROUP)
                ledger.report.add(code, at, **fields, then=then, whom=whom)
                fine = False
    return fine


def _shown(ledger: Ledger, used: Used, public: bool) -> Iterator[tuple[str, bool, str]]:
    """The questions that a name tells one person's answer to, whether to everyone, and how it does."""
    root, _, name = used.name.rpartition(".")
    if used.kind == "past":
        return
    if one_person(ledger, used, public):
        direct = "private-pooled" if used.aggregated else "private-shown"
        for question in _told_by(ledger, name):
            yield question, public, direct if question == name else "private-worked-out"
    elif not root and not used.aggregated and ledger.computed.get(name) in ("group", "session"):
        for question in ledger.telling.get(name, ()):
            yield question, public or ledger.computed[name] == "session", "private-worked-out"


def _told_by(ledger: Ledger, name: str) -> tuple[str, ...]:
    if name in ledger.asked:
        return () if ledger.asked[name].shared else (name,)
    return ledger.telling.get(name, ())


def one_person(ledger: Ledger, used: Used, public: bool) -> bool:
    """Whether a name stands for what exactly one other person has, whatever sum or average is taken of it.

    Where it is `public`, a role that each group has is held by several.
    """
    root, _, name = used.name.rpartition(".")
    if root in ledger.roles:
        return _held_by_one(ledger.roles[root], public and used.aggregated)
    if used.aggregated:
        asked = ledger.asked.get(name)
        role = ledger.roles.get(asked.of) if asked is not None and root in ("", "everyone") else None
        of_one = role is not None and _held_by_one(role, public or root == "everyone")
        return of_one or (root == "others" and ledger.pairs)
    return root in ("other", "left", "right")


def _held_by_one(role: Form, in_room: bool) -> bool:
    in_each_group = role.word("per") == "group" or role.word("chosen by") == "rotation"
    one = role.word("chosen by") != "everyone else" and role.whole("count", 1) == 1
    return one and not (in_room and in_each_group)


def tells(ledger: Ledger, expression: Expression, public: bool) -> tuple[str, ...]:
    """The one question whose answer by one person a value gives away: it is worked out from nothing else."""
    if expression.calls & CHANCE:
        return ()
    found: set[str] = set()
    for used in expression.uses:
        name = used.name.rpartition(".")[2]
        if used.kind == "table" or name in ledger.settings or used.name in ROOM_KNOWS:
            continue
        # What is taken over several rounds tells no single answer.
        told = () if used.kind in ("given", "board", "past") else _told_by(ledger, name)
        if not told or (used.aggregated and not one_person(ledger, used, public)):
            return ()
        found |= set(told)
    return tuple(found) if len(found) == 1 else ()


def check_unsecret(ledger: Ledger, form: Form, key: str, names: tuple[str, ...]) -> None:
    """Who gets a role, which everyone notices, does not tell what nobody was to know of anyone."""
    for name in names:
        for question in _told_by(ledger, name):
            if ledger.asked[question].unnamed:
                ledger.report.add("secret-noticed", form.at(key), key=key, name=question)


def check_names(ledger: Ledger, board: Form) -> None:
    """Names that were hidden while people wrote stay so; what only its author reads does not come up later."""
    known = ledger.boards.get(board.word("name"))
    if known is None:
        return
    if board.word("names", "hidden") == "shown" and known.nameless:
        ledger.report.add("names-later", board.at("names"), name=board.word("name"), stage=known.nameless)
    seen = board.form("seen by") or Form("visibility", board.spot)
    wide = {seen.word("first"), seen.word("then")} - {"", *CLOSED, "author"}
    if known.closed and wide:
        ledger.report.add("board-opened", seen.spot, name=board.word("name"), stage=known.closed)


CLOSED = frozenset({"author only", "facilitator", "nobody"})
"""What says that nobody else ever reads a card; a plain `author` reads alone for now."""


def remember_promises(ledger: Ledger, board: Form, stage: str) -> None:
    """What those who write on a board in a stage are promised."""
    if board.word("written by") == "nobody":
        return
    known, seen = ledger.boards[board.word("name")], board.form("seen by") or Form("visibility", board.spot)
    if board.word("names", "hidden") != "shown":
        known.nameless = known.nameless or stage
    if seen.word("first") in CLOSED and "then" not in seen:
        known.closed = known.closed or stage


def promised(form: Form, last: str) -> dict[str, bool]:
    """Who will have read an answer by the end of its stage, with the name of its author."""
    anonymous = form.truth("anonymous", False)
    return {
        "seen_in_group": last in ("everyone", "group") and not anonymous,
        "seen_by_room": last == "everyone" and not anonymous,
        "unnamed": anonymous or last in ("totals", "facilitator", "nobody"),
    }
