"""A stage for some: a role or a variant that exists, in groups that are there already, with nothing for the others."""

from facilitation.domain.format import Text
from facilitation.formats.checking.ledger import Ledger
from facilitation.formats.checking.roles import check_role
from facilitation.formats.reading.form import Form

FORMING = frozenset({"size", "merge", "among", "cards of"})


def check_some(ledger: Ledger, stage: Form) -> None:
    """The `for` of a stage, if it has one."""
    name = stage.maybe("for")
    if name is None:
        return
    spot, said = stage.at("for"), Text.same(f"for: {name}")
    check_role(ledger, name, spot, variants=True)
    if ledger.variants.get(name) == "session":
        # All have it or nobody: the stage takes place or does not, and that is `if`.
        ledger.report.add("goes-with", spot, key=said, other="per: group")
    groups = stage.form("groups")
    if groups is not None and FORMING & groups.tried and groups.word("keep") != "session":
        ledger.report.add("goes-with", groups.spot, key=said, other="groups: {same as: …}")
    if "in plain words" in stage:
        ledger.report.add("idle", stage.at("in plain words"), key="in plain words", other=said)
    asked = [(form, "asked of") for _, form in stage.named_forms("ask")]
    boards = [(form, "written by") for form in stage.forms("board")]
    vote, turns = stage.form("vote"), stage.form("turns")
    others = [(form, key) for form, key in ((vote, "by"), (turns, "who")) if form is not None]
    for form, key in (*asked, *boards, *others):
        if form.word(key, "everyone") not in ("everyone", "nobody", name):
            ledger.report.add("idle", form.at(key), key=Text.same(f"{key}: {form.word(key)}"), other=said)
