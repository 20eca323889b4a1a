"""A tree as text again: plain YAML, which reads back as the same tree."""

import json
import re

from facilitation.formats.reading.tree import Entries, Items, Node, Word

UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def written(node: Node) -> str:
    """The text of a tree."""
    return "\n".join(_lines(node)) + "\n"


def _lines(node: Node) -> list[str]:
    match node:
        case Word():
            return [_word(node)]
        case Items(items=items):
            return [line for item in items for line in _led("- ", _lines(item))] or ["[]"]
        case Entries(entries=entries):
            return [line for entry in entries for line in _entry(_word(entry.key), entry.value)] or ["{}"]


def _entry(key: str, value: Node) -> list[str]:
    lines = _lines(value)
    if isinstance(value, Word) or lines in (["[]"], ["{}"]):
        return [f"{key}: {lines[0]}".rstrip()]
    return [f"{key}:", *(f"  {line}" for line in lines)]


def _led(mark: str, lines: list[str]) -> list[str]:
    return [f"{mark if number == 0 else ' ' * len(mark)}{line}" for number, line in enumerate(lines)]


def _word(word: Word) -> str:
    if word.blank:
        return "null"
    # What could be written without quotes once can be so again: what quotes would change is only whether it has any.
    return word.text if word.plain and "\n" not in word.text else quoted(word.text)


def quoted(text: str) -> str:
    """A text in double quotes, on one line, with no sign in it that YAML would take for the end of a line."""
    return UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
