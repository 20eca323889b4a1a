"""A picture as it travels to a screen."""

from typing import Any

from facilitation.domain.format import Text
from facilitation.projections.pictures.shapes import Area, Box, Disc, Picture, Shape, Stroke, Table, Words

Json = dict[str, Any]


def plain(picture: Picture) -> Json:
    """Shapes, words and tables as plain values."""
    return {
        "kind": picture.kind,
        "title": _text(picture.title),
        "reading": _text(picture.reading),
        "about": _text(picture.about),
        "height": picture.height,
        "shapes": [_shape(shape) for shape in picture.shapes],
        "tables": [_table(table) for table in picture.tables],
    }


def _text(text: Text) -> Json:
    return {"fr": text.fr, "en": text.en}


def _table(table: Table) -> Json:
    return {
        "caption": _text(table.caption),
        "head": [_text(cell) for cell in table.head],
        "rows": [[_text(cell) for cell in row] for row in table.rows],
    }


def _shape(shape: Shape) -> Json:
    match shape:
        case Stroke(points=points, tone=tone, width=width, dashed=dashed, bend=bend):
            found: Json = {"stroke": [list(point) for point in points], "tone": tone, "width": width}
            return found | ({"dashed": True} if dashed else {}) | ({"bend": True} if bend else {})
        case Area(points=points, tone=tone):
            return {"area": [list(point) for point in points], "tone": tone}
        case Disc(x=x, y=y, r=r, tone=tone, edge=edge):
            return {"disc": [x, y, r], "tone": tone, "edge": edge}
        case Box(x=x, y=y, w=w, h=h, tone=tone, edge=edge):
            return {"box": [x, y, w, h], "tone": tone, "edge": edge}
        case Words(x=x, y=y, text=text, anchor=anchor, tone=tone, size=size, bold=bold):
            found = {"words": _text(text), "at": [x, y], "anchor": anchor, "tone": tone, "size": size}
            return found | ({"bold": True} if bold else {})
