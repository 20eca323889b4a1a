"""A theory of change, read from top to bottom: a band for each step, an arrow to the next, hypotheses on the arrow."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup

from facilitation.documentation.charts.drawing import DEEP, PALE, RULE, WIDTH, label, path, rect, stroke, svg

LINE = 15.0
ROOM = 9.0
GAP = 20.0
HEAD = 118.0
"""How far in the things of a step begin, beside its name."""
LETTERS, OF_NAME = 58, 17
"""So many letters fit beside each other."""


@dataclass(frozen=True, slots=True)
class ChangeStep:
    """A step: its name, what it holds, and what is written on the arrow that leads to it."""

    name: str
    items: tuple[str, ...]
    because: str = ""


def change_chart(title: str, steps: Sequence[ChangeStep]) -> Markup:
    """The bands below each other, each as high as its words."""
    parts: list[Markup] = []
    top = 1.0
    for place, step in enumerate(steps):
        if place:
            parts += _arrow(top, step.because)
            top += GAP
        lines = [line for item in step.items for line in _lines(item)]
        names = wrap(step.name, OF_NAME)
        height = max(len(lines), len(names)) * LINE + 2 * ROOM - 4
        parts += [rect(0.5, top, WIDTH - 1, height, PALE, stroke=RULE), rect(0.5, top, 4, height, DEEP)]
        parts += [label(14, top + ROOM + 9 + at * LINE, name, bold=True) for at, name in enumerate(names)]
        parts += [label(HEAD, top + ROOM + 9 + at * LINE, line) for at, line in enumerate(lines)]
        top += height
    return svg(title, top + 1, parts)


def _lines(item: str) -> list[str]:
    first, *others = wrap(item, LETTERS) or [""]
    return [f"• {first}", *(f"   {other}" for other in others)]


def _arrow(top: float, because: str) -> list[Markup]:
    x, tip = HEAD + 4, top + GAP - 3
    drawn = [stroke(x, top + 3, x, tip, DEEP, 1.6), path([(x - 4, tip - 5), (x, tip), (x + 4, tip - 5)], DEEP, 1.6)]
    return [*drawn, label(x + 12, top + GAP / 2 + 4, because, colour=DEEP, bold=True)] if because else drawn
