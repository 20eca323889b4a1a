"""A map of two axes: each card a numbered dot, with the middle half of where people put it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from facilitation.documentation.charts.drawing import DEEP, PALE, RULE, SOFT, dot, label, rect, shortened, stroke, svg

SIDE = 300.0
LEFT = 90.0
TOP = 24.0


@dataclass(frozen=True, slots=True)
class Placed:
    """One dot: what it is called, where it is, and how far the middle half reaches; 1 to 5 each way."""

    name: str
    across: Fraction
    up: Fraction
    across_half: tuple[Fraction, Fraction]
    up_half: tuple[Fraction, Fraction]


def map_chart(title: str, ends: tuple[str, str, str, str], points: Sequence[Placed]) -> Markup:
    """The field, the words at the ends of its axes (left, right, bottom, top), and the dots."""
    left, right, bottom, top = ends
    parts = [rect(LEFT, TOP, SIDE, SIDE, PALE, stroke=RULE)]
    middle = (LEFT + SIDE / 2, TOP + SIDE / 2)
    parts += [stroke(LEFT, middle[1], LEFT + SIDE, middle[1]), stroke(middle[0], TOP, middle[0], TOP + SIDE)]
    parts += [
        label(middle[0], TOP - 8, shortened(top, 50), "middle"),
        label(middle[0], TOP + SIDE + 16, shortened(bottom, 50), "middle"),
    ]
    parts += [
        label(LEFT - 6, middle[1] + 4, shortened(left, 15), "end"),
        label(LEFT + SIDE + 6, middle[1] + 4, shortened(right, 15)),
    ]
    for point in points:
        parts += _half(point)
    taken: dict[tuple[Fraction, Fraction], int] = {}
    for point in points:
        at = (point.across, point.up)
        parts += _dot(point, taken.get(at, 0))
        taken[at] = taken.get(at, 0) + 1
    return svg(title, TOP + SIDE + 24, parts)


def _x(value: Fraction) -> float:
    return LEFT + float((value - 1) / 4) * (SIDE - 40) + 20


def _y(value: Fraction) -> float:
    return TOP + SIDE - float((value - 1) / 4) * (SIDE - 40) - 20


def _half(point: Placed) -> list[Markup]:
    (a, b), (c, d) = point.across_half, point.up_half
    if a == b and c == d:
        return []
    return [
        stroke(_x(a), _y(point.up), _x(b), _y(point.up), SOFT, 5),
        stroke(_x(point.across), _y(c), _x(point.across), _y(d), SOFT, 5),
    ]


def _dot(point: Placed, before: int) -> list[Markup]:
    # Cards in the same place stand beside each other: none hides another.
    x, y = _x(point.across) + 17 * (before % 3), _y(point.up) + 17 * (before // 3)
    return [dot(x, y, 8.5, DEEP), label(x, y + 4, point.name, "middle", "#ffffff", bold=True)]
