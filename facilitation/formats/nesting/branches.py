"""Small changes to a tree: reading, putting and removing entries by their key, however it is spelled."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from facilitation.domain.format import Text
from facilitation.formats.reading.spelling import spelled
from facilitation.formats.reading.tree import Entries, Entry, Items, Node, Spot, Word


def value_of(node: Node, key: str) -> Node | None:
    """What stands under a key."""
    entries = node.entries if isinstance(node, Entries) else ()
    return next((entry.value for entry in entries if spelled(entry.key.text) == key), None)


def word_of(node: Node, key: str) -> str:
    """The word under a key, or nothing."""
    value = value_of(node, key)
    return value.text.strip() if isinstance(value, Word) else ""


def put(node: Entries, key: str, value: Node) -> Entries:
    """The entries with this value under this key, in its place or at the end."""
    if value_of(node, key) is None:
        return replace(node, entries=(*node.entries, Entry(Word(key, True, value.spot), value)))
    kept = (replace(e, value=value) if spelled(e.key.text) == key else e for e in node.entries)
    return replace(node, entries=tuple(kept))


def removed(node: Entries, key: str) -> Entries:
    """The entries without this key."""
    return replace(node, entries=tuple(e for e in node.entries if spelled(e.key.text) != key))


def plain(text: str, spot: Spot) -> Word:
    """A word of the language."""
    return Word(text, True, spot)


def prose(text: Text, spot: Spot) -> Entries:
    """Words for people, in both languages."""
    return Entries(tuple(Entry(plain(key, spot), Word(text.said_in(key), False, spot)) for key in ("fr", "en")), spot)


def record(spot: Spot, **values: str) -> Entries:
    """A few keys with words; those without any are left out."""
    return Entries(tuple(Entry(plain(k, spot), Word(v, False, spot)) for k, v in values.items() if v), spot)


def size(node: Node) -> int:
    """How many nodes a tree has."""
    match node:
        case Items(items=items):
            return 1 + sum(size(item) for item in items)
        case Entries(entries=entries):
            return 1 + sum(1 + size(entry.value) for entry in entries)
        case _:
            return 1


@dataclass(slots=True)
class Brought:
    """What blocks add to the format around them: entries of its groups of names, items of its lists."""

    named: dict[str, list[Entry]] = field(default_factory=dict)
    listed: dict[str, list[Node]] = field(default_factory=lambda: {"document": [], "built from": []})

    def add(self, named: Mapping[str, list[Entry]], listed: Mapping[str, list[Node]]) -> None:
        """What one more block brings."""
        for key, entries in named.items():
            self.named.setdefault(key, []).extend(entries)
        for key, items in listed.items():
            self.listed[key] += items

    def into(self, tree: Entries) -> Entries:
        """The tree with all of it."""
        for key, entries in self.named.items():
            here = value_of(tree, key)
            if entries and (here is None or isinstance(here, Entries)):
                before = here.entries if isinstance(here, Entries) else ()
                tree = put(tree, key, Entries((*before, *entries), entries[0].key.spot))
        for key, items in self.listed.items():
            here = value_of(tree, key)
            if items and (here is None or isinstance(here, Items)):
                tree = put(tree, key, Items((*(here.items if isinstance(here, Items) else ()), *items), items[0].spot))
        return tree
