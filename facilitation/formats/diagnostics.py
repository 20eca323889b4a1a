"""What is wrong with a file, where, and what to do about it: remarks, and the list they are gathered in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from facilitation.domain.format import Text
from facilitation.formats.reading.tree import Spot
from facilitation.formats.words import PHRASES

MOST = 100
"""More remarks than this help nobody; the rest of them come back once these are dealt with."""

Said = str | int | Text


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One remark: `line` and `column` count from 1; `code` is stable, the words are for people."""

    file: str
    line: int
    column: int
    level: Literal["error", "warning"]
    code: str
    message: Text
    remedy: Text


class Report:
    """The remarks on one file, in the order of its lines."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: list[Diagnostic] = []

    def add(self, code: str, spot: Spot, **fields: Said) -> None:
        """Keep a remark; `code` names a phrase, `fields` fill its blanks."""
        phrase = PHRASES[code]
        message, remedy = (
            _filled(phrase.message, fields),
            _filled(phrase.remedy, fields),
        )
        found = Diagnostic(self.file, spot.line, spot.column, phrase.level, code, message, remedy)
        if not self.full and found not in self._found:
            self._found.append(found)

    @property
    def full(self) -> bool:
        """Whether there is room for no more remarks."""
        return len(self._found) >= MOST

    @property
    def failed(self) -> bool:
        """Whether anything found so far forbids using the file."""
        return any(found.level == "error" for found in self._found)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All remarks, from the top of the file to its end."""
        return tuple(sorted(self._found, key=lambda found: (found.line, found.column)))


def _filled(text: Text, fields: Mapping[str, Said]) -> Text:
    fr = {name: _spoken(value, "fr") for name, value in fields.items()}
    en = {name: _spoken(value, "en") for name, value in fields.items()}
    return Text(fr=text.fr.format(**fr), en=text.en.format(**en))


def _spoken(value: Said, locale: str) -> str:
    return value.said_in(locale) if isinstance(value, Text) else shortened(str(value))


def shortened(words: str, most: int = 60) -> str:
    """Words from a file, on one line, printable, and short enough to be quoted in a sentence."""
    line = " ".join("".join(c if c.isprintable() else " " for c in words[: most * 4]).split())
    return line if len(line) <= most else line[: most - 1] + "…"
