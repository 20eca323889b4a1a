"""The spread of numbers: every answer as a dot, the middle half as a box, the median as a stroke."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from facilitation.documentation.charts.drawing import DEEP, INK, RULE, SOFT, dot, label, rect, stroke, svg

LEFT, RIGHT = 74.0, 464.0
ROW = 44.0
STEP, TALLEST = 5.0, 26.0


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of dots with its name; quartiles as numbers."""

    name: str
    values: tuple[Fraction, ...]
    lower: Fraction
    median: Fraction
    upper: Fraction


def strips(title: str, rows: Sequence[Strip], least: str, most: str) -> Markup:
    """One strip above the other on one scale, whose ends are written `least` and `most`."""
    every = [value for row in rows for value in row.values]
    low, high = min(every, default=Fraction(0)), max(every, default=Fraction(1))
    parts: list[Markup] = []
    for place, row in enumerate(rows):
        middle = place * ROW + 28
        parts += _strip(row, middle, low, high)
    bottom = len(rows) * ROW + 6
    parts += [stroke(LEFT, bottom, RIGHT, bottom, RULE), label(LEFT, bottom + 14, least)]
    parts.append(label(RIGHT, bottom + 14, most, anchor="end"))
    return svg(title, bottom + 20, parts)


def _strip(row: Strip, middle: float, low: Fraction, high: Fraction) -> list[Markup]:
    def across(value: Fraction) -> float:
        return LEFT + (float((value - low) / (high - low)) if high > low else 0.5) * (RIGHT - LEFT)

    parts = [label(LEFT - 14, middle + 4, row.name, anchor="end")]
    parts.append(rect(across(row.lower), middle - 11, across(row.upper) - across(row.lower), 22, SOFT, stroke=RULE))
    parts.append(stroke(across(row.median), middle - 15, across(row.median), middle + 15, INK, 2.4))
    together = Counter(row.values)
    seen = Counter[Fraction]()
    for value in row.values:
        # Equal numbers stand above each other, closer where there are many: none hides behind another.
        lift = seen[value] * min(STEP, TALLEST / max(1, together[value] - 1))
        seen[value] += 1
        parts.append(dot(across(value), middle + 8 - lift, 3.4, "#ffffff", DEEP))
    return parts
