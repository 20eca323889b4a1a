"""`if a then b else c`, as people say it, turned into the order that the reader of formulas knows."""

import re
from collections.abc import Sequence

TOKEN = re.compile(r"\s+|[A-Za-z_][A-Za-z0-9_]*|\d+\.?\d*|\"[^\"]*\"|'[^']*'|.", re.DOTALL)
DEEPEST = 20

Piece = tuple[str, int]
"""A piece of text and the place where it stood before."""


def reordered(text: str) -> tuple[str, Sequence[int]]:
    """The formula in the known order, and for each of its characters (and its end) the place where it stood."""
    pieces = [(found[0], found.start()) for found in TOKEN.finditer(text)]
    if not any(word == "then" for word, _ in pieces):
        return text, range(len(text) + 1)
    turned = _turned(pieces, 0)
    origin = [at + (n if len(word) > 1 else 0) for word, at in turned for n in range(len(word))]
    return "".join(word for word, _ in turned), [*origin, len(text)]


def _turned(pieces: list[Piece], depth: int) -> list[Piece]:
    """Turn what stands between two brackets, part by part, inner brackets first."""
    if depth >= DEEPEST:
        return pieces
    parts: list[list[Piece]] = [[]]
    level, inner = 0, list[Piece]()
    for piece in pieces:
        opens, closes = piece[0] in "([{", piece[0] in ")]}"
        level -= closes
        if level == 0 and closes:
            parts[-1] += _turned(inner, depth + 1)
            inner = []
        if level <= 0 and piece[0] == ",":
            parts += [[piece], []]
        else:
            (inner if level > 0 else parts[-1]).append(piece)
        level += opens
    parts[-1] += inner
    return [piece for part in parts for piece in _said(part, depth)]


def _said(part: list[Piece], depth: int) -> list[Piece]:
    words = [word for word, _ in part]
    start = next((n for n, word in enumerate(words) if word == "if"), -1)
    middle = _match(words, start, "then")
    end = _match(words, middle, "else")
    if min(start, middle, end) < 0 or depth >= DEEPEST:
        return part
    test = _said(part[start + 1 : middle], depth + 1)
    yes, no = _said(part[middle + 1 : end], depth + 1), _said(part[end + 1 :], depth + 1)
    at = part[start][1]
    opened, closed = ("(", at), (")", at)
    whole = [opened, opened, *yes, closed, (" if ", at), opened, *test, closed]
    return [*part[:start], *whole, (" else ", part[end][1]), opened, *no, closed, closed]


def _match(words: list[str], start: int, wanted: str) -> int:
    """Where the `then` of this `if` (or the `else` of this `then`) stands; -1 if it is nowhere."""
    nested = 0
    for n in range(start + 1, len(words)) if start >= 0 else ():
        if words[n] == wanted and nested == 0:
            return n
        nested += {"if": 1, "else": -1}.get(words[n], 0)
    return -1
