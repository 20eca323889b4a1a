"""The tree held against the table of keys: each word gets its type, each unknown key its remark."""

from facilitation.domain.format import Text
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.form import Form, Said
from facilitation.formats.reading.prose import read_prose
from facilitation.formats.reading.spelling import nearest, spelled
from facilitation.formats.reading.tree import Entries, Entry, Items, Node, Spot, Word
from facilitation.formats.reading.values import read_word, slugged
from facilitation.formats.schema import RECORDS
from facilitation.formats.schema.shapes import (
    Anything,
    Kinds,
    Listed,
    Named,
    Prose,
    Record,
    Shape,
)
from facilitation.formats.upgrades import OLD_KEYS
from facilitation.formats.words import spoken

BY_NAME = {record.name: record for record in RECORDS}


def fill(node: Node, shape: Shape, report: Report, key: str = "") -> object | None:
    """The node as `shape` wants it; `None` when the report says what is wrong with it. `key` is named in remarks."""
    match shape:
        case Anything():
            return node
        case Prose():
            return read_prose(node, shape, report, key)
        case Record():
            return _record(node, shape, report, key)
        case Kinds():
            return _kind(node, shape, report)
        case Listed():
            return _listed(node, shape, report, key)
        case Named():
            return _named(node, shape, report, key)
        case _:
            return _single(node, shape, report, key)


def _single(node: Node, shape: Shape, report: Report, key: str) -> object | None:
    if not isinstance(node, Word):
        report.add(
            "braces-value" if _braced(node) else "wrong-type",
            node.spot,
            key=key,
            expected=spoken(shape),
        )
        return None
    if node.blank:
        report.add("empty", node.spot, key=key, expected=spoken(shape))
        return None
    return read_word(node, shape, report)


def _braced(node: Node) -> bool:
    """`{name}` without quotes: YAML reads it as a key with nothing after it."""
    return isinstance(node, Entries) and node.inline and all(_nothing(entry.value) for entry in node.entries)


def _nothing(node: Node) -> bool:
    return isinstance(node, Word) and node.blank


def _record(node: Node, shape: Record, report: Report, key: str) -> Form | None:
    if shape.short and _is_short(node, shape):
        return _short(node, shape, report, key)
    if not isinstance(node, Entries):
        report.add(
            "empty" if _nothing(node) else "wrong-type",
            node.spot,
            key=key or shape.name,
            expected=spoken(shape),
        )
        return None
    said: dict[str, Said] = {}
    for entry in node.entries:
        _entry(entry, shape, report, said)
    written = {spelled(entry.key.text) for entry in node.entries}
    for wanted in shape.keys:
        if wanted.needed and wanted.name not in written and shape.unless not in written:
            report.add(
                "missing-key",
                node.spot,
                key=wanted.name,
                where=shape.about,
                about=wanted.about,
            )
    return Form(shape.name, node.spot, said, frozenset(written))


def _is_short(node: Node, shape: Record) -> bool:
    """A bare word, or words in two languages where words are what the short key takes."""
    wanted = shape.key(shape.short or "")
    if isinstance(node, Entries) and wanted is not None and isinstance(wanted.shape, Prose):
        return bool(node.entries) and {spelled(entry.key.text) for entry in node.entries} <= {"fr", "en"}
    return isinstance(node, Word) and not node.blank


def _short(node: Node, shape: Record, report: Report, key: str) -> Form | None:
    wanted = shape.key(shape.short or "")
    value = fill(node, wanted.shape, report, key) if wanted else None
    if value is None or wanted is None:
        return None
    return Form(shape.name, node.spot, {wanted.name: Said(value, node.spot, node.spot)})


def _entry(entry: Entry, shape: Record, report: Report, said: dict[str, Said]) -> None:
    name = spelled(entry.key.text)
    wanted = shape.key(name)
    if wanted is None:
        _unknown_key(entry.key, shape, report)
        return
    value = fill(entry.value, wanted.shape, report, name)
    if value is not None:
        said[name] = Said(value, entry.value.spot, entry.key.spot)


def _unknown_key(word: Word, shape: Record, report: Report) -> None:
    if report.full:
        return
    known = [key.name for key in shape.keys]
    now = OLD_KEYS.get(spelled(word.text))
    if now in known:
        report.add("key-old", word.spot, key=word.text, now=now)
        return
    homes = [f"`{record.name}`" for record in RECORDS if record.key(spelled(word.text))]
    choices, meant = Text.same(", ".join(known)), nearest(word.text, known)
    if homes:
        # A word that stands right in another place is no slip of the pen.
        report.add("key-elsewhere", word.spot, key=word.text, where=Text.same(", ".join(homes)), choices=choices)
    elif meant:
        report.add("key-meant", word.spot, key=word.text, meant=meant)
    else:
        report.add("key-unknown", word.spot, key=word.text, choices=choices)


def _kind(node: Node, shape: Kinds, report: Report) -> Form | None:
    written = {spelled(entry.key.text) for entry in node.entries} if isinstance(node, Entries) else set()
    for name in shape.records:
        if name in written:
            return _record(node, BY_NAME[name], report, name)
    report.add(
        "no-kind",
        node.spot,
        choices=Text.same(", ".join(f"`{name}:`" for name in shape.records)),
    )
    return None


def _listed(node: Node, shape: Listed, report: Report, key: str) -> tuple[Said, ...] | None:
    if not isinstance(node, Items):
        if not shape.alone or _nothing(node):
            report.add("not-list", node.spot, key=key)
            return None
        node = Items((node,), node.spot)
    if len(node.items) < shape.fewest:
        report.add("empty-list", node.spot, key=key)
        return None
    values = ((fill(item, shape.of, report, key), item.spot) for item in node.items)
    return tuple(Said(value, spot, spot) for value, spot in values if value is not None)


def _named(node: Node, shape: Named, report: Report, key: str) -> dict[str, Said] | None:
    if isinstance(node, Items) and shape.listed:
        return _self_named(node, shape, report, key)
    if not isinstance(node, Entries):
        report.add("not-names", node.spot, key=key)
        return None
    if not node.entries:
        report.add("empty-list", node.spot, key=key)
        return None
    found: dict[str, Said] = {}
    for entry in node.entries:
        name = read_word(entry.key, shape.key, report)
        value = fill(entry.value, shape.value, report, entry.key.text)
        if isinstance(name, str) and value is not None:
            found[name] = Said(value, entry.value.spot, entry.key.spot)
    return found


def _self_named(node: Items, shape: Named, report: Report, key: str) -> dict[str, Said]:
    found: dict[str, Said] = {}
    for item in node.items:
        value = fill(item, shape.value, report, key)
        words = value.text("label") if isinstance(value, Form) else value
        if isinstance(words, Text) and value is not None:
            _add_named(found, words, value, item.spot, report)
    return found


def _add_named(found: dict[str, Said], words: Text, value: object, spot: Spot, report: Report) -> None:
    name = slugged(words.en)
    if name in found:
        report.add("twice-in-list", spot, value=words, line=found[name].key.line)
        return
    found[name] = Said(value, spot, spot)
