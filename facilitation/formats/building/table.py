"""Tables of values, from their forms: nested rows are flattened into cells with all the keys that lead to them."""

from collections.abc import Iterator

from facilitation.domain.format import Row, Table
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.tree import Entries, Node, Spot, Word

MOST_CELLS = 400
DEEPEST = 4

Cell = tuple[Row, Spot]


def table(name: str, form: Form, report: Report) -> Table:
    """One table; what cannot be read is left out and remarked on."""
    node = form.node("values")
    found = list(cells(node))
    if node is not None and (not found or len(found) > MOST_CELLS or not _even(node)):
        report.add("table-uneven", node.spot, name=name, most=MOST_CELLS)
    return Table(name, tuple(row for row, _ in found), form.maybe("otherwise"))


def cells(node: Node | None, keys: tuple[str, ...] = ()) -> Iterator[Cell]:
    """The cells of a table, each with the place of its value."""
    match node:
        case Word() if keys and not node.blank:
            yield Row(keys, node.text.strip()), node.spot
        case Entries(entries=entries) if len(keys) < DEEPEST:
            for entry in entries:
                yield from cells(entry.value, (*keys, entry.key.text.strip()))


def _even(node: Node) -> bool:
    """Whether every cell lies equally deep, and nothing else is there."""
    depths = {len(row.keys) for row, _ in cells(node)}
    return len(depths) == 1 and _count(node) == sum(1 for _ in cells(node))


def _count(node: Node) -> int:
    return sum(_count(entry.value) for entry in node.entries) if isinstance(node, Entries) else 1
