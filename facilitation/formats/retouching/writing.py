"""Spelling a new value where the old one stood, and reading it again before it is believed."""

import re
from collections.abc import Iterator, Mapping

from facilitation.formats.retouching.places import Path, Place, places_of

PLAIN = re.compile(r"[^\W_][^\n:#\[\]{},&*!|>'\"%@`\\]*", re.UNICODE)
"""What surely needs no quotes."""

AMBIGUOUS = re.compile(r"(?i)(true|false|yes|no|on|off|null|~)|.*\s$")


class CannotRetouch(Exception):
    """The file has no such value, or it cannot be written there."""


def retouched(source: str, values: Mapping[Path, str]) -> str:
    """The file with these values, and not one other character changed."""
    places = places_of(source)
    unknown = [path for path in values if path not in places]
    if unknown:
        raise CannotRetouch(unknown[0])
    changes = {path: words for path, words in values.items() if not _same(places[path], words)}
    # From the end to the beginning, so that the places still to come stay where they are.
    for path in sorted(changes, key=lambda path: -places[path].start):
        source = _written(source, path, places[path], changes[path])
    return source


def _same(place: Place, words: str) -> bool:
    return place.text.strip() == words.strip()


def _written(source: str, path: Path, place: Place, words: str) -> str:
    for spelling in _spellings(source, place, words):
        after = source[: place.start] + spelling + source[place.end :]
        read = places_of(after).get(path)
        if read is not None and _same(read, words):
            return after
    raise CannotRetouch(path)


def _spellings(source: str, place: Place, words: str) -> Iterator[str]:
    old = source[place.start : place.end]
    if place.style in ("|", ">") or ("\n" in words and not place.inline):
        below = "\n" * (len(old) - len(old.rstrip("\n"))) if place.style in ("|", ">") else ""
        yield _block(place, words) + below
        # A first line further in than the next ones, say, can only stand between quotes.
        yield _quoted(words) + below
        return
    if place.style != '"' and PLAIN.fullmatch(words) and not AMBIGUOUS.fullmatch(words):
        yield words
    yield _quoted(words)


def _block(place: Place, words: str) -> str:
    """As lines of their own; the empty lines that followed the old ones stay."""
    indent = " " * (place.indent + 2)
    lines = [f"{indent}{line}" if line else "" for line in words.strip("\n").split("\n")]
    return "\n".join(("|", *lines))


def _quoted(words: str) -> str:
    told = words.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    return f'"{told}"'
