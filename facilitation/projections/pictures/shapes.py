"""The few shapes a picture is made of, on a field of 1600 units across; tones are named, never coloured."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Literal

from facilitation.domain.format import Text

Tone = Literal["ink", "quiet", "rule", "deep", "warm", "pale", "mist", "paper", "none"]
"""ink and quiet for words; rule for lines behind; deep and warm for what matters; mist and pale for fields."""

Anchor = Literal["start", "middle", "end"]
Spot = tuple[int, int]

WIDE = 1600
LETTERS = 30
"""The height of letters, and the least: readable from ten metres on a wall, eight and a half points on paper."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A broken line; with `bend`, a curve from the first point to the last that leans towards the middle one."""

    points: tuple[Spot, ...]
    tone: Tone = "rule"
    width: int = 3
    dashed: bool = False
    bend: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A filled outline."""

    points: tuple[Spot, ...]
    tone: Tone


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle, filled with one tone and edged with another."""

    x: int
    y: int
    r: int
    tone: Tone = "deep"
    edge: Tone = "none"
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: int
    y: int
    w: int
    h: int
    tone: Tone = "mist"
    edge: Tone = "none"


@dataclass(frozen=True, slots=True)
class Words:
    """A few words; `y` is their base line."""

    x: int
    y: int
    text: Text
    anchor: Anchor = "middle"
    tone: Tone = "ink"
    size: int = LETTERS
    bold: bool = False


Shape = Stroke | Area | Disc | Box | Words


@dataclass(frozen=True, slots=True)
class Table:
    """The same as a table: the first cell of a row names it."""

    caption: Text
    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, what can be read from it in one sentence, how it is drawn, and its numbers again as tables."""

    kind: str
    title: Text
    reading: Text
    about: Text
    height: int
    shapes: tuple[Shape, ...]
    tables: tuple[Table, ...]
    of: tuple[str, ...] = ()
    """In a document, the questions, boards or stages that it is drawn from."""


def short(text: Text, most: int) -> Text:
    """The beginning of long words; the table has them whole."""
    return Text(*(_cut(words, most) for words in (text.fr, text.en)))


def _cut(words: str, most: int) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "\u2026"


def wrapped(text: Text, most: int, lines: int = 2) -> tuple[Text, ...]:
    """Words on a few lines of so many letters."""
    french, english = _lines(text.fr, most, lines), _lines(text.en, most, lines)
    count = max(len(french), len(english))
    pad = [[*found, *[""] * (count - len(found))] for found in (french, english)]
    return tuple(Text(a, b) for a, b in zip(*pad, strict=True))


def _lines(words: str, most: int, lines: int) -> list[str]:
    found = [""]
    for word in words.split():
        if found[-1] and len(found[-1]) + 1 + len(word) > most:
            if len(found) == lines:
                found[-1] = _cut(found[-1] + " " + word + " \u2026", most)
                return found
            found.append("")
        found[-1] = _cut((found[-1] + " " + word).strip(), most)
    return found


def block(
    x: int, y: int, lines: Sequence[Text], anchor: Anchor = "middle", size: int = LETTERS, **look: object
) -> list[Shape]:
    """Lines of words whose middle is at `y`."""
    top = y - round((len(lines) - 1) * size * 0.6) + round(size * 0.35)
    return [Words(x, top + round(at * size * 1.2), line, anchor, size=size, **look) for at, line in enumerate(lines)]  # type: ignore[arg-type]


def arrow(start: Spot, via: Spot, end: Spot, tone: Tone, width: int = 4, dashed: bool = False) -> list[Shape]:
    """A curve with its head; `via` is where it leans."""
    away = max(1.0, hypot(end[0] - via[0], end[1] - via[1]))
    dx, dy = (end[0] - via[0]) / away, (end[1] - via[1]) / away
    size = 12 + 2 * width
    foot = (end[0] - dx * size, end[1] - dy * size)
    wings = [(round(foot[0] + side * dy * size / 2), round(foot[1] - side * dx * size / 2)) for side in (1, -1)]
    neck = (round(foot[0]), round(foot[1]))
    return [Stroke((start, via, neck), tone, width, dashed, bend=True), Area((end, wings[0], wings[1]), tone)]


def count_said(number: int, one: tuple[str, str], many: tuple[str, str]) -> Text:
    """A number with its word; French counts zero as one."""
    return Text(f"{number}\u00a0{one[0] if number < 2 else many[0]}", f"{number} {one[1] if number == 1 else many[1]}")


def joined(texts: Sequence[Text], between: str = ", ") -> Text:
    """Texts in a row."""
    return Text(between.join(text.fr for text in texts), between.join(text.en for text in texts))
