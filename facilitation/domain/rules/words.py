"""Whether words can be kept: tidied, not empty, not too long, storable."""

import unicodedata

from facilitation.domain.commands import Refused


def tidy(text: str, longest: int, *, may_be_empty: bool = False) -> str | Refused:
    """The text as it is kept (NFC, no control signs, no space around), or why it cannot be."""
    if any("\ud800" <= letter <= "\udfff" or letter == "\x00" for letter in text):
        return Refused("unreadable-text")
    if len(text) > longest * 2 + 100:
        return Refused("too-long", {"longest": str(longest)})
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(letter for letter in lines if letter in "\n\t" or unicodedata.category(letter) != "Cc").strip()
    if not kept and not may_be_empty:
        return Refused("empty")
    return Refused("too-long", {"longest": str(longest)}) if len(kept) > longest else kept
