"""From bytes to text: the size limit, UTF-8, and characters that have no business in a format file."""

import unicodedata

from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.tree import TOP, Spot

BIGGEST = 256 * 1024
"""Bytes. A long format is 20 kB."""


def decode(data: bytes, report: Report) -> str | None:
    """The text, or `None` when the report says why it cannot be read."""
    if len(data) > BIGGEST:
        report.add("too-big", TOP, most=BIGGEST // 1024)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        report.add("not-utf8", _end(before))
        return None
    return text if _readable(text, report) else None


def _readable(text: str, report: Report) -> bool:
    for at, character in enumerate(text):
        if strange(character):
            report.add(
                "strange-character",
                _end(text[:at]),
                character=f"U+{ord(character):04X}",
            )
            return False
    return True


def strange(character: str) -> bool:
    """Control characters, and the invisible ones that turn the reading direction round."""
    if character in "\n\r\t" or (" " <= character <= "~"):
        return False
    return unicodedata.category(character) in ("Cc", "Cs") or "\u202a" <= character <= "\u202e"


def _end(text: str) -> Spot:
    line = text.count("\n") + 1
    return Spot(line, len(text) - (text.rfind("\n") + 1) + 1)
