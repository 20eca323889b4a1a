"""The picture of a system on paper: the shapes of `projections/pictures`, in the colours of the documents."""

from collections.abc import Callable
from typing import assert_never

from markupsafe import Markup

from facilitation.documentation.charts.drawing import (
    DEEP,
    FAMILY,
    INK,
    OCHRE,
    PALE,
    RULE,
    SOFT,
    opening,
    shape,
    svg,
)
from facilitation.domain.format import Text
from facilitation.projections.pictures import Picture
from facilitation.projections.pictures.shapes import WIDE, Area, Box, Disc, Shape, Stroke, Words

TONES = {
    "ink": INK,
    "quiet": "#4a5a62",
    "rule": RULE,
    "deep": DEEP,
    "warm": OCHRE,
    "pale": PALE,
    "mist": SOFT,
    "paper": "#ffffff",
    "none": "none",
}
Say = Callable[[Text], str]
ON_PAPER = 160
"""Millimetres across, of which the margin gives a part: with them the letters of a picture are of 8.5 points."""


def picture(drawn: Picture, title: str, say: Say) -> Markup:
    """The whole of it, wider than the text: letters must be read; `say` gives words in the language of the document."""
    return svg(title, drawn.height, [_one(each, say) for each in drawn.shapes], WIDE, ON_PAPER)


def _one(each: Shape, say: Say) -> Markup:
    match each:
        case Stroke():
            return _stroke(each)
        case Area(points=points, tone=tone):
            return shape("polygon", points=_spots(points), fill=TONES[tone])
        case Disc(x=x, y=y, r=r, tone=tone, edge=edge):
            return shape("circle", cx=x, cy=y, r=r, fill=TONES[tone], stroke=TONES[edge], stroke_width=3)
        case Box(x=x, y=y, w=w, h=h, tone=tone, edge=edge):
            return shape(
                "rect", x=x, y=y, width=w, height=max(0, h), fill=TONES[tone], stroke=TONES[edge], stroke_width=2
            )
        case Words():
            return _words(each, say)
    assert_never(each)


def _stroke(each: Stroke) -> Markup:
    look: dict[str, str | float] = {"fill": "none", "stroke": TONES[each.tone], "stroke_width": each.width}
    if each.dashed:
        look["stroke_dasharray"] = f"{each.width * 3} {each.width * 2}"
    if each.bend:
        (a, b), (c, d), (e, f) = each.points
        return shape("path", d=f"M{a} {b} Q{c} {d} {e} {f}", **look)
    return shape("polyline", points=_spots(each.points), **look)


def _words(each: Words, say: Say) -> Markup:
    start = opening(
        "text",
        x=each.x,
        y=each.y,
        text_anchor=each.anchor,
        fill=TONES[each.tone],
        font_size=each.size,
        font_weight=600 if each.bold else 400,
        font_family=FAMILY,
    )
    return start + Markup(">{}</text>").format(say(each.text))


def _spots(points: tuple[tuple[int, int], ...]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)
