"""The versions of the language, the function that brings a tree from each to the next, and which comes in now."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.spelling import spelled
from facilitation.formats.reading.tree import Entries, Entry, Items, Node, Word

OLD_KEYS: Mapping[str, str] = {
    "add and edit": "edited by",
    "show always": "keep in view",
    "options seen by": "seen by",
}
"""Keys of version 0, the drafts before the first release, and what they are called since."""


def from_version_0(tree: Entries) -> Entries:
    """Version 1 has other words for three keys, writes `top` of a carry as a key, and always marks a missing answer."""
    changed = _everywhere(tree)
    return changed if isinstance(changed, Entries) else tree


def _everywhere(node: Node) -> Node:
    match node:
        case Items(items=items):
            return replace(node, items=tuple(_everywhere(item) for item in items))
        case Entries(entries=entries):
            return replace(node, entries=tuple(_entry(entry) for entry in entries))
        case _:
            return node


def _entry(entry: Entry) -> Entry:
    key = spelled(entry.key.text)
    value = _everywhere(entry.value)
    match key, value:
        case "carry", Entries(entries=entries):
            value = replace(value, entries=tuple(replace(e, value=_top(e.value)) for e in entries))
        case "if no answer", Entries(entries=entries):
            value = replace(value, entries=tuple(e for e in entries if spelled(e.key.text) != "mark"))
    return Entry(replace(entry.key, text=OLD_KEYS.get(key, entry.key.text)), value)


def _top(node: Node) -> Node:
    words = node.text.split() if isinstance(node, Word) else []
    if len(words) != 2 or words[0] != "top" or not isinstance(node, Word):
        return node
    return Entries((Entry(replace(node, text="top"), replace(node, text=words[1])),), node.spot)


STEPS: tuple[Callable[[Entries], Entries], ...] = (from_version_0,)
"""The function at place n brings a tree from version n to version n + 1."""

CURRENT = len(STEPS)


def upgraded(tree: Entries, report: Report) -> Entries | None:
    """The tree in the current version; `None` when the report says that it is of a version yet to come."""
    said = next((e.value for e in tree.entries if spelled(e.key.text) == "language"), None)
    if not isinstance(said, Word) or not said.text.strip().isdecimal() or len(said.text) > 9:
        return tree
    version = int(said.text)
    if version > CURRENT:
        report.add("language-newer", said.spot, version=version, current=CURRENT)
        return None
    if version == CURRENT:
        return tree
    report.add("language-older", said.spot, version=version, current=CURRENT)
    for step in STEPS[version:]:
        tree = step(tree)
    now = replace(said, text=str(CURRENT))
    entries = tuple(replace(e, value=now) if spelled(e.key.text) == "language" else e for e in tree.entries)
    return replace(tree, entries=entries)
