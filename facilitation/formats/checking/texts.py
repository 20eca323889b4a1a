"""Texts with `{values}` in them: only where they are filled in, and only what their readers may see."""

from collections.abc import Iterator

from facilitation.domain.expressions import FormulaError, parse
from facilitation.domain.format import Text
from facilitation.domain.templates import holes
from facilitation.formats.checking.formulas import OWNERS, RANK, check_formula, report_fault, scope_of
from facilitation.formats.checking.ledger import Ledger
from facilitation.formats.reading.form import Form, Said
from facilitation.formats.reading.tree import Spot
from facilitation.formats.schema import RECORDS
from facilitation.formats.schema.shapes import Listed, Named, Prose, Shape

BY_NAME = {record.name: record for record in RECORDS}

Found = tuple[str, Text, Spot, Prose]


def texts_in(form: Form) -> Iterator[Found]:
    """Every text of a form and of the forms inside it, with its key, its place and what may stand in it."""
    for key in BY_NAME[form.record].keys:
        if key.name in form:
            yield from _texts(key.name, form.said[key.name], key.shape)


def _texts(key: str, said: Said, shape: Shape) -> Iterator[Found]:
    value = said.value
    match shape:
        case Prose() if isinstance(value, Text):
            yield key, value, said.spot, shape
        case Listed(of=of) if isinstance(value, tuple):
            for item in value:
                yield from _texts(key, item, of)
        case Named(value=of) if isinstance(value, dict):
            for item in value.values():
                yield from _texts(key, item, of)
        case _:
            if isinstance(value, Form) and value.record not in ("stage", "repeat"):
                yield from texts_in(value)


def check_texts(ledger: Ledger, form: Form) -> None:
    """Check every `{…}` of a form."""
    for key, text, spot, shape in texts_in(form):
        check_text(ledger, key, text, spot, shape)


def check_text(ledger: Ledger, key: str, text: Text, spot: Spot, shape: Prose) -> None:
    """Check every `{…}` of one text, in both languages."""
    french = [hole.source.strip() for hole in holes(text.fr)]
    english = [hole.source.strip() for hole in holes(text.en)]
    if set(french) != set(english):
        ledger.report.add("values-differ", spot, key=key)
    for source in dict.fromkeys((*french, *english)):
        if shape.values == "none":
            ledger.report.add("values-not-here", spot, key=key, formula=source)
        elif ledger.settings.get(source) != "text":
            _check_hole(ledger, key, source, spot, shape)


def _check_hole(ledger: Ledger, key: str, source: str, spot: Spot, shape: Prose) -> None:
    try:
        expression = parse(source)
    except FormulaError as fault:
        report_fault(ledger, source, Spot(spot.line, max(1, spot.column - fault.position)), fault)
        return
    if shape.values == "session":
        personal = [
            used for used in expression.uses if not used.aggregated and _rank(ledger, used.name) > RANK["session"]
        ]
        if personal:
            scope = "group" if _rank(ledger, personal[0].name) == RANK["group"] else "person"
            ledger.report.add("value-personal", spot, key=key, formula=source, whose=OWNERS[scope])
            return
    check_formula(ledger, source, spot, "person" if shape.values == "person" else "session", shown=True)


def _rank(ledger: Ledger, name: str) -> int:
    return RANK.get(scope_of(ledger, name) or "", 0)
