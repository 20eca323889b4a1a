"""What a stage works out: its lines, put in an order in which each comes after those it uses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from facilitation.domain.expressions import Expression, FormulaError, parse
from facilitation.domain.format import Compute
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.tree import Spot

Scope = Literal["person", "group", "session"]

SCOPES: tuple[tuple[str, Scope], ...] = (
    ("for each person", "person"),
    ("for each group", "group"),
    ("for the session", "session"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One value to work out, with the places of its name and of its formula."""

    computed: Compute
    key: Spot
    spot: Spot


def computed(form: Form | None) -> tuple[Compute, ...]:
    """What is worked out, each after what it uses, otherwise in the order of the file."""
    return tuple(line.computed for line in in_order(lines(form))[0])


def worked_out_first(stage: Form) -> bool:
    """Whether a stage works its values out before anything else happens in it."""
    compute = stage.form("compute")
    return compute is not None and compute.word("when") == "stage starts"


def lines(form: Form | None) -> tuple[Line, ...]:
    """The lines of a stage, in the order of the file."""
    if form is None:
        return ()
    scopes = dict(SCOPES)
    return tuple(
        Line(Compute(scopes[key], name, value.word("formula"), value.text("label")), said.key, value.at("formula"))
        for key in form.said
        if key in scopes
        for name, said in form.named(key).items()
        if isinstance(value := said.value, Form) and "formula" in value
    )


def in_order(found: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines, each after those it uses; and the lines that wait for each other in a circle."""
    left, placed = list(found), list[Line]()
    while left:
        waiting = {line.computed.name for line in left}
        ready = next((line for line in left if not _uses(line.computed.formula) & waiting), None)
        if ready is None:
            return (*placed, *left), tuple(left)
        placed.append(ready)
        left.remove(ready)
    return tuple(placed), ()


def _uses(formula: str) -> frozenset[str]:
    """The names whose value in this very turn a formula needs."""
    expression = _read(formula)
    uses = expression.uses if expression else ()
    return frozenset(used.name.rpartition(".")[2] for used in uses if used.kind not in ("table", "earlier"))


def _read(formula: str) -> Expression | None:
    try:
        return parse(formula)
    except FormulaError:
        return None
