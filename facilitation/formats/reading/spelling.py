"""How keys are compared: spaces or underscores, capitals or not, and the nearest word to a misspelt one."""

from collections.abc import Iterable
from difflib import get_close_matches


def spelled(key: str) -> str:
    """The key as the schema writes it: `Seen_by` and `seen  by` are both `seen by`."""
    return " ".join(key.replace("_", " ").split()).casefold()


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, if any."""
    choices = sorted(set(known))
    by_spelling = {spelled(choice): choice for choice in choices}
    close = get_close_matches(spelled(word[:80]), list(by_spelling), n=1, cutoff=0.6)
    return by_spelling[close[0]] if close else None
