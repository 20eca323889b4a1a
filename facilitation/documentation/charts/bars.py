"""Horizontal bars: votes, options, values of groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from facilitation.documentation.charts.drawing import DEEP, RULE, WIDTH, label, rect, shortened, stroke, svg

BESIDE = 14
"""Longer labels stand above their bar instead of beside it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it stands for, its length, and the number as written at its end."""

    name: str
    value: Fraction
    written: str


def bars(title: str, rows: Sequence[Bar]) -> Markup:
    """Bars from zero, longest label deciding whether labels stand beside or above."""
    above = max((len(row.name) for row in rows), default=0) > BESIDE
    left, step = (0.0, 34.0) if above else (88.0, 22.0)
    longest = max((row.value for row in rows), default=Fraction(0)) or Fraction(1)
    room = WIDTH - left - 60
    parts: list[Markup] = []
    for place, row in enumerate(rows):
        top = place * step + 4
        length = float(max(Fraction(0), row.value) / longest) * room
        y = top + 14 if above else top
        parts.append(
            label(0, top + 9, shortened(row.name, 84)) if above else label(left - 8, top + 11, row.name, anchor="end")
        )
        parts.append(rect(left, y, length, 14, DEEP))
        parts.append(label(left + length + 6, y + 11, row.written, bold=True))
    height = len(rows) * step + 6
    parts.append(stroke(left, 0, left, height, RULE))
    return svg(title, height, parts)
