"""Words with formulas in them: `{points}` is a formula, `{{` and `}}` are braces meant as such."""

import re
from dataclasses import dataclass

PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Hole:
    """A formula inside words; `position` is that of its first character in the words, from 0."""

    source: str
    position: int


def pieces(words: str) -> tuple[str | Hole, ...]:
    """The words and the formulas between them, in order. A brace left alone stays a brace."""
    found: list[str | Hole] = []
    end = 0
    for match in PIECE.finditer(words):
        found.append(words[end : match.start()])
        end = match.end()
        source = match.group(1)
        found.append(match.group(0)[0] if source is None else Hole(source, match.start(1)))
    found.append(words[end:])
    return tuple(piece for piece in found if piece != "")


def holes(words: str) -> tuple[Hole, ...]:
    """The formulas inside words."""
    return tuple(piece for piece in pieces(words) if isinstance(piece, Hole))
