"""The sections of the documentation: each shows something that the run produced, and nothing personal."""

from facilitation.domain.format import Text
from facilitation.formats.building.document import split_source
from facilitation.formats.checking.boards import check_mark
from facilitation.formats.checking.formulas import check_key
from facilitation.formats.checking.ledger import BOARD, QUESTION, STAGE, WORDED, Ledger
from facilitation.formats.checking.pictures import check_picture
from facilitation.formats.checking.texts import check_texts
from facilitation.formats.reading.form import Form

PARTS = ("rules", "list", "answers", "table", "votes", "chart", "leave out")


def check_document(ledger: Ledger, sections: tuple[Form, ...]) -> None:
    """Every section, once all stages are known."""
    for section in sections:
        check_texts(ledger, section)
        if not section.tried & set(PARTS):
            ledger.report.add("section-empty", section.spot)
        for part in section.forms("list"):
            _check_list(ledger, part)
        for item in section.items("answers"):
            ledger.find(QUESTION, str(item.value), item.spot, ledger.asked)
        for item in section.items("votes"):
            name = str(item.value)
            if ledger.find(STAGE, name, item.spot, ledger.stages) and name not in ledger.voting:
                ledger.report.add("no-vote-there", item.spot, name=name)
        for item in section.items("leave out"):
            ledger.find(BOARD, str(item.value), item.spot, {**ledger.boards, **ledger.asked})
        for part in section.forms("table"):
            check_key(ledger, part, "value", "group" if part.word("rows") == "group" else "session", shown=True)
        for part in section.forms("chart"):
            _check_chart(ledger, part)


def _check_list(ledger: Ledger, part: Form) -> None:
    stage, source = split_source(part.word("from"))
    spot = part.at("from")
    if stage is not None and not ledger.find(STAGE, stage, spot, ledger.stages):
        return
    if source in ledger.asked:
        if ledger.asked[source].kind not in WORDED:
            ledger.report.add("not-listable", spot, name=source)
        for key in ("only", "order"):
            if part.word(key, "written") != "written":
                ledger.report.add("idle", part.at(key), key=key, other=Text.same(f"from: {source}"))
        return
    if not source or not ledger.find(BOARD, source, spot, ledger.boards):
        return
    shown = ledger.boards[source]
    if stage is not None and stage not in shown.stages:
        ledger.report.add("not-in-stage", spot, name=source)
    if part.word("order") == "votes" and not shown.voted:
        ledger.report.add("never-voted", part.at("order"), name=source)
    only = part.maybe("only")
    picked = {"chosen": shown.chosen, "kept": bool(shown.levels), "taken": shown.taken, "left": shown.taken}
    if only and not picked.get(only):
        check_mark(ledger, source, only, part.at("only"))


def _check_chart(ledger: Ledger, part: Form) -> None:
    if check_picture(ledger, part):
        return
    name = part.word("value")
    if name in ledger.asked:
        if ledger.asked[name].kind in WORDED:
            ledger.report.add("not-countable", part.at("value"), name=name)
        return
    check_key(ledger, part, "value", "session", shown=True)
