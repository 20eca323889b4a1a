"""A line over the turns of a session, every value written beside its point."""

from collections.abc import Sequence
from fractions import Fraction

from markupsafe import Markup

from facilitation.documentation.charts.bars import Bar
from facilitation.documentation.charts.drawing import DEEP, PALE, RULE, dot, label, path, rect, stroke, svg

HEIGHT = 190.0
TOP, BOTTOM, LEFT, RIGHT = 26.0, 160.0, 44.0, 462.0
MOST_LABELS = 12


def line(title: str, points: Sequence[Bar | None]) -> Markup:
    """One line from zero up. A turn without a value (`None`) breaks it: missing is not zero."""
    known = [point.value for point in points if point]
    most, least = max([*known, Fraction(0)]), min([*known, Fraction(0)])
    reach = float(most - least) or 1.0
    xs = [_across(place, len(points)) for place in range(len(points))]
    ys = [None if p is None else BOTTOM - float(p.value - least) / reach * (BOTTOM - TOP) for p in points]
    zero = BOTTOM - float(-least) / reach * (BOTTOM - TOP)
    parts = [
        rect(LEFT, TOP - 24, RIGHT - LEFT + 14, BOTTOM - TOP + 24, PALE),
        stroke(LEFT, zero, RIGHT + 14, zero, RULE),
    ]
    parts += [path(piece, DEEP) for piece in _pieces(xs, ys) if len(piece) > 1]
    every = max(1, -(-len(points) // MOST_LABELS))
    for place, (point, x, y) in enumerate(zip(points, xs, ys, strict=True)):
        if point is None or y is None:
            continue
        parts.append(dot(x, y, 4, "#ffffff"))
        if place % every == 0 or place == len(points) - 1:
            parts.append(label(x, y - 9, point.written, anchor="middle", bold=True))
            parts.append(label(x, BOTTOM + 18, point.name, anchor="middle"))
    return svg(title, HEIGHT, parts)


def _across(place: int, of: int) -> float:
    inner = LEFT + 26
    return (inner + RIGHT - 12) / 2 if of < 2 else inner + place * (RIGHT - 12 - inner) / (of - 1)


def _pieces(xs: Sequence[float], ys: Sequence[float | None]) -> list[list[tuple[float, float]]]:
    pieces: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(xs, ys, strict=True):
        if y is None:
            pieces.append([])
        else:
            pieces[-1].append((x, y))
    return pieces
