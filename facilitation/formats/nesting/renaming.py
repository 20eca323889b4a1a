"""The names of a block, kept apart from those around it: each is written as another name, wherever it stands."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from facilitation.domain.templates import PIECE
from facilitation.formats.reading.pace import paces
from facilitation.formats.reading.spelling import spelled
from facilitation.formats.reading.tree import Entries, Entry, Items, Node, Spot, Word
from facilitation.formats.schema import RECORDS
from facilitation.formats.schema.activities.charts import PICTURED
from facilitation.formats.schema.shapes import (
    Formula,
    Kinds,
    Listed,
    Minutes,
    Name,
    Named,
    Pace,
    Prose,
    Record,
    Reference,
    Shape,
)

Names = Mapping[str, str]

BY_NAME = {record.name: record for record in RECORDS}

TOKEN = re.compile(r"'[^']*'|\"[^\"]*\"|[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)?")
OF_THE_GROUP = ("group.size", "group.number", "group.seat")
PER_PERSON = "per person"


def renamed(node: Node, shape: Shape, names: Names) -> Node:
    """The node with every name of `names` replaced, where the table of keys says that a name stands there."""
    match shape:
        case Formula():
            return _word(node, lambda text: in_formula(text, names))
        case Minutes():
            return _word(node, lambda text: _in_minutes(text, names))
        case Pace():
            return _word(node, lambda text: _in_pace(text, names))
        case Name():
            return _word(node, lambda text: names.get(text.strip(), text))
        case Reference(also=also):
            return _word(node, lambda text: text if spelled(text) in also else _in_reference(text, names))
        case Prose():
            return _in_prose(node, names)
        case Record():
            return _in_record(node, shape, names)
        case Kinds(records=records):
            found = next((name for name in records if _holds(node, name)), None)
            return renamed(node, BY_NAME[found], names) if found else node
        case Listed(of=of):
            if isinstance(node, Items):
                return replace(node, items=tuple(renamed(item, of, names) for item in node.items))
            return renamed(node, of, names)
        case Named():
            return _in_named(node, shape, names)
    return node


def in_formula(source: str, names: Names) -> str:
    """A formula with its names replaced; quoted words stay."""

    def other(found: re.Match[str]) -> str:
        token = found[0]
        if token[0] in "'\"" or token in OF_THE_GROUP:
            return token
        return ".".join(names.get(part, part) for part in token.split("."))

    return TOKEN.sub(other, source)


def moved(node: Node, spot: Spot) -> Node:
    """The node as if all of it were written at one place: remarks on a block stand where the block is used."""
    match node:
        case Word():
            return replace(node, spot=spot)
        case Items(items=items):
            return Items(tuple(moved(item, spot) for item in items), spot)
        case Entries(entries=entries):
            pairs = tuple(Entry(replace(e.key, spot=spot), moved(e.value, spot)) for e in entries)
            return Entries(pairs, spot)


def _word(node: Node, change: Callable[[str], str]) -> Node:
    return replace(node, text=change(node.text)) if isinstance(node, Word) else node


def _in_minutes(text: str, names: Names) -> str:
    plain = text.strip()
    if plain.endswith(PER_PERSON):
        return f"{in_formula(plain.removesuffix(PER_PERSON), names)}{PER_PERSON}"
    return in_formula(text, names)


def _in_pace(text: str, names: Names) -> str:
    words, formula = paces(text)
    return " or ".join((*words, *((in_formula(formula, names),) if formula else ())))


def _in_reference(text: str, names: Names) -> str:
    return ".".join(names.get(part, part) for part in text.strip().split("."))


def _in_prose(node: Node, names: Names) -> Node:
    if isinstance(node, Entries):
        return replace(node, entries=tuple(replace(e, value=_in_prose(e.value, names)) for e in node.entries))

    def other(found: re.Match[str]) -> str:
        return found[0] if found[1] is None else f"{{{in_formula(found[1], names)}}}"

    return _word(node, lambda text: PIECE.sub(other, text))


def _in_record(node: Node, record: Record, names: Names) -> Node:
    if isinstance(node, Word):
        short = record.key(record.short or "")
        return renamed(node, short.shape, names) if short else node
    if not isinstance(node, Entries):
        return node
    return replace(node, entries=tuple(_in_entry(entry, record, names) for entry in node.entries))


def _in_entry(entry: Entry, record: Record, names: Names) -> Entry:
    key = record.key(spelled(entry.key.text))
    if key is None:
        return entry
    if (record.name, key.name) == ("stage", "stage"):
        return replace(entry, value=renamed(entry.value, Name(), names))
    if key is PICTURED:
        return replace(entry, value=renamed(entry.value, Listed(Name()), names))
    if (record.name, key.name) == ("values table", "values"):
        return replace(entry, value=_in_cells(entry.value, names))
    return replace(entry, value=renamed(entry.value, key.shape, names))


def _in_cells(node: Node, names: Names) -> Node:
    """What stands in a table may be calculated; the words that lead there are answers, not names."""
    if isinstance(node, Entries):
        return replace(node, entries=tuple(replace(e, value=_in_cells(e.value, names)) for e in node.entries))
    if isinstance(node, Items):
        return replace(node, items=tuple(_in_cells(item, names) for item in node.items))
    return renamed(node, Formula(), names)


def _in_named(node: Node, shape: Named, names: Names) -> Node:
    if isinstance(node, Items):
        return replace(node, items=tuple(renamed(item, shape.value, names) for item in node.items))
    if not isinstance(node, Entries):
        return node
    entries = (
        Entry(_as_word(renamed(e.key, shape.key, names), e.key), renamed(e.value, shape.value, names))
        for e in node.entries
    )
    return replace(node, entries=tuple(entries))


def _as_word(node: Node, otherwise: Word) -> Word:
    return node if isinstance(node, Word) else otherwise


def _holds(node: Node, key: str) -> bool:
    return isinstance(node, Entries) and any(spelled(entry.key.text) == key for entry in node.entries)
