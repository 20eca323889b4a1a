"""Words that name a row by its number, as `learning:12` or `learning 12` on a line: they follow it to another house."""

import re
from collections.abc import Mapping

REFERRING = frozenset({("objections", "about"), ("hypotheses", "verdict_evidence")})
"""The columns in which such words stand."""

TABLES = {"learning": "learnings", "hypothesis": "hypotheses"}
"""The table of each word."""

_NAMED = re.compile(rf"^({'|'.join(TABLES)})([: ])(\d+)$", re.MULTILINE)


def learning_ref(number: int) -> str:
    """What names a learning as something that a verdict rests on."""
    return f"learning {number}"


def number_in(ref: str) -> int | None:
    """The number of the learning that is named so; nothing for any other reference."""
    found = re.fullmatch(r"learning (\d{1,9})", ref)
    return int(found[1]) if found else None


def renumbered(words: str, numbers: Mapping[tuple[str, int], int]) -> str:
    """The same words by the numbers of this house; what was nowhere there is nowhere here."""

    def here(found: re.Match[str]) -> str:
        return f"{found[1]}{found[2]}{numbers.get((TABLES[found[1]], int(found[3])), 0)}"

    return _NAMED.sub(here, words)
