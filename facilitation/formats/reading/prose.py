"""Words for people: written once, or in French and in English."""

from facilitation.domain.format import Text
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.spelling import spelled
from facilitation.formats.reading.tree import Entries, Entry, Node, Word
from facilitation.formats.schema.shapes import Prose
from facilitation.formats.words import spoken

LANGUAGES = ("fr", "en")


def read_prose(node: Node, shape: Prose, report: Report, key: str) -> Text | None:
    """The words in both languages, or `None` when the report says what is wrong."""
    if isinstance(node, Word):
        words = _words(node, shape, report, key)
        return None if words is None else Text.same(words)
    if not isinstance(node, Entries):
        report.add("wrong-type", node.spot, key=key, expected=spoken(shape))
        return None
    if not any(spelled(entry.key.text) in LANGUAGES for entry in node.entries):
        report.add(
            "braces-value" if node.inline else "text-as-keys",
            node.spot,
            key=key,
            expected=spoken(shape),
        )
        return None
    return _both(node, shape, report, key)


def _braced(node: Entries) -> bool:
    return node.inline and all(isinstance(e.value, Word) and e.value.blank for e in node.entries)


def _both(node: Entries, shape: Prose, report: Report, key: str) -> Text | None:
    found = {spelled(entry.key.text): _one(entry, shape, report, key) for entry in node.entries}
    given = {language: words for language, words in found.items() if words is not None and language in LANGUAGES}
    for language in LANGUAGES:
        if language not in found:
            report.add(f"no-{language}", node.spot, key=key)
    if not given:
        return None
    fallback = next(iter(given.values()))
    return Text(fr=given.get("fr", fallback), en=given.get("en", fallback))


def _one(entry: Entry, shape: Prose, report: Report, key: str) -> str | None:
    if spelled(entry.key.text) not in LANGUAGES:
        report.add("language-unknown", entry.key.spot, key=entry.key.text)
        return None
    if not isinstance(entry.value, Word):
        report.add("wrong-type", entry.value.spot, key=key, expected=spoken(shape))
        return None
    return _words(entry.value, shape, report, key)


def _words(word: Word, shape: Prose, report: Report, key: str) -> str | None:
    words = word.text.strip()
    if not words or word.blank:
        report.add("empty", word.spot, key=key, expected=spoken(shape))
        return None
    if len(words) > shape.longest:
        report.add("too-long", word.spot, length=len(words), most=shape.longest)
        return None
    return words
