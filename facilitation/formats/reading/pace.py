"""What ends a stage, as it is written: known words and a formula, with `or` between them."""

import re

from facilitation.formats.reading.spelling import spelled

WORDS = ("facilitator", "everyone answered", "timer ends")
ALSO = {"the timer ends": "timer ends", "everyone has spoken": "everyone answered"}
PLAIN = re.compile(r"[a-zA-Z][a-zA-Z ]*")


def paces(text: str) -> tuple[tuple[str, ...], str | None]:
    """The words among what ends a stage, and the formula of what is left."""
    parts = re.split(r"\s+or\s+", text.strip())
    known = {part: ALSO.get(spelled(part), spelled(part)) for part in parts}
    words = tuple(known[part] for part in parts if known[part] in WORDS)
    rest = " or ".join(part for part in parts if known[part] not in WORDS)
    return words, rest or None


def unknown_word(text: str) -> str | None:
    """The part that is neither a word known here nor a calculation."""
    _, formula = paces(text)
    return formula if formula and PLAIN.fullmatch(formula) else None
