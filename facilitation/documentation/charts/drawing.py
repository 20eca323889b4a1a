"""The few shapes every chart is made of."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

INK = "#1d2a33"
DEEP = "#0f5c63"
SOFT = "#c9dcdc"
PALE = "#edf3f2"
RULE = "#8a9a9c"
OCHRE = "#a65a12"

WIDTH = 480
COLUMN = 128
"""Millimetres: the width of the text."""
SMALL = 11
FAMILY = "Record Sans, Record Sans More, DejaVu Sans"

_SIZE = re.compile(r'width="([\d.]+)mm" height="([\d.]+)mm"')


def svg(title: str, height: float, parts: Iterable[Markup], wide: float = WIDTH, paper: int = COLUMN) -> Markup:
    """A drawing with its alternative text; `wide` is its width in its own units, `paper` in millimetres."""
    look = "chart" if paper == COLUMN else "chart wide"
    start = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="{look}" '
        'viewBox="0 0 {w} {h}" width="{w_mm}mm" height="{h_mm}mm">'
    )
    head = start.format(w=_n(wide), h=_n(height), w_mm=paper, h_mm=_n(height * paper / wide), look=look)
    return head + Markup("<title>{}</title>").format(title) + Markup("").join(parts) + Markup("</svg>")


def fitted(drawing: Markup, width: float, height: float) -> Markup:
    """The same drawing as large as it can be within so many millimetres."""
    found = _SIZE.search(drawing)
    if found is None:
        return drawing
    wide, high = map(float, found.groups())
    scale = min(width / wide, height / high)
    size = f'width="{_n(wide * scale)}mm" height="{_n(high * scale)}mm"'
    return Markup(_SIZE.sub(size, drawing, count=1))  # the drawing was built of escaped parts


def rect(x: float, y: float, width: float, height: float, fill: str, stroke: str = "none") -> Markup:
    """A rectangle."""
    return shape("rect", x=x, y=y, width=max(0.0, width), height=height, fill=fill, stroke=stroke)


def stroke(x1: float, y1: float, x2: float, y2: float, colour: str = RULE, width: float = 0.8) -> Markup:
    """A straight line."""
    return shape("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=width)


def path(points: Iterable[tuple[float, float]], colour: str, width: float = 2) -> Markup:
    """A broken line."""
    return shape(
        "polyline",
        points=" ".join(f"{_n(x)},{_n(y)}" for x, y in points),
        fill="none",
        stroke=colour,
        stroke_width=width,
    )


def dot(x: float, y: float, radius: float, fill: str, colour: str = DEEP) -> Markup:
    """A small circle."""
    return shape("circle", cx=x, cy=y, r=radius, fill=fill, stroke=colour, stroke_width=1.4)


def label(x: float, y: float, words: str, anchor: str = "start", colour: str = INK, bold: bool = False) -> Markup:
    """A few words; `anchor` is start, middle or end."""
    weight = 600 if bold else 400
    start = opening(
        "text", x=x, y=y, text_anchor=anchor, fill=colour, font_size=SMALL, font_weight=weight, font_family=FAMILY
    )
    return start + Markup(">") + escape(words) + Markup("</text>")


def shortened(words: str, most: int) -> str:
    """The beginning of a long label; the table beside the drawing has it whole."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "\u2026"


def shape(name: str, **attributes: str | float) -> Markup:
    """An element without content; an underscore in a name becomes a hyphen."""
    return opening(name, **attributes) + Markup("/>")


def opening(name: str, **attributes: str | float) -> Markup:
    """The beginning of an element, not closed yet."""
    written = Markup("").join(
        Markup(' {}="{}"').format(key.replace("_", "-"), value if isinstance(value, str) else _n(value))
        for key, value in attributes.items()
    )
    return Markup("<") + name + written


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
