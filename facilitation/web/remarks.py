"""A comment that quotes the passage it is about: the passage apart from the words, and whether it still stands."""

from collections.abc import Iterable
from dataclasses import dataclass

SIGN = ">"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in its two parts; without a passage it is about the whole part."""

    passage: str
    words: str


def quoting(passage: str, words: str) -> str:
    """A comment as it is kept: the passage before it as a quotation, so that it travels and is taken back with it."""
    quoted = "\n".join(f"{SIGN} {line.strip()}" for line in passage.splitlines() if line.strip())
    return f"{quoted}\n\n{words}" if quoted else words


def remark_in(kept: str) -> Remark:
    """The two parts of a comment that was kept."""
    lines = kept.splitlines()
    end = next((at for at, line in enumerate(lines) if not line.startswith(SIGN)), len(lines))
    passage = "\n".join(line.removeprefix(SIGN).strip() for line in lines[:end])
    return Remark(passage, "\n".join(lines[end:]).strip())


def stands(passage: str, bodies: Iterable[str]) -> bool:
    """Whether a passage is still in one of the texts, wherever their lines break."""
    wanted = " ".join(passage.split())
    return any(wanted in " ".join(body.split()) for body in bodies)
