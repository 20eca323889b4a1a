"""Handouts: something in each, a table whose rows fit, each of them handed out, to people that exist."""

from facilitation.domain.format import Text
from facilitation.formats.checking.ledger import Ledger
from facilitation.formats.checking.roles import check_role
from facilitation.formats.reading.form import Form

HANDOUT = Text(fr="un document", en="a handout")


def check_handouts(ledger: Ledger, form: Form, run: tuple[Form, ...]) -> None:
    """The handouts of a format, and the stages that hand them out."""
    known = dict(form.named_forms("handouts"))
    for name, handout in known.items():
        ledger.declare(name, form.named("handouts")[name].key)
        _check_content(ledger, name, handout)
    given = set()
    for stage in run:
        for item in stage.items("hand out"):
            ledger.find(HANDOUT, str(item.value), item.spot, known)
            given.add(str(item.value))
    for name in known.keys() - given:
        ledger.report.add("handout-kept", form.named("handouts")[name].key, name=name)


def _check_content(ledger: Ledger, name: str, handout: Form) -> None:
    if not {"text", "rows"} & handout.tried:
        ledger.report.add("handout-empty", handout.spot, name=name)
    for key, other in (("rows", "columns"), ("columns", "rows")):
        if key in handout and other not in handout.tried:
            ledger.report.add("goes-with", handout.at(key), key=key, other=other)
    wide = len(handout.items("columns"))
    for row in handout.items("rows"):
        if wide and isinstance(row.value, tuple) and len(row.value) != wide:
            ledger.report.add("row-width", row.spot, cells=len(row.value), columns=wide)
    if "for" in handout:
        check_role(ledger, handout.word("for"), handout.at("for"), too_early=False, variants=True)
