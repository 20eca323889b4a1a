"""Things around a middle: a ring for each column of a board; an arc of each is drawn, so that names stand straight."""

from math import cos, pi, sin

from facilitation.domain.format import Text
from facilitation.projections.pictures.material import Rings
from facilitation.projections.pictures.shapes import (
    Disc,
    Picture,
    Shape,
    Stroke,
    Table,
    Words,
    count_said,
    joined,
    short,
)

HIGH = 640
MIDDLE = (10, HIGH // 2)
FIRST, LAST = 130, 1570
LINE = 44


def rings(found: Rings) -> Picture:
    """Each ring with what stands on it; the farthest is dashed."""
    count = max(1, len(found.rings))
    step = (LAST - FIRST) // count
    shapes: list[Shape] = [Disc(*MIDDLE, 80)]
    for at, (label, names) in enumerate(found.rings):
        shapes += _arc(FIRST + (at + 1) * step - 16, at == count - 1 and count > 1)
        shapes += _band(FIRST + at * step, step, label, names)
    told = [Text(f"{label.fr} : {len(names)}", f"{label.en}: {len(names)}") for label, names in found.rings]
    many = count_said(sum(len(names) for _, names in found.rings), ("élément", "thing"), ("éléments", "things"))
    reading = Text(f"{many.fr} ; {joined(told).fr}.", f"{many.en}; {joined(told).en}.")
    about = Text(
        "Des anneaux autour de ce qui est au centre, à gauche ; plus c'est à droite, plus c'est loin.",
        "Rings around what stands in the middle, on the left; the farther right, the farther away.",
    )
    rows = tuple((label, joined(names) if names else Text.same("–")) for label, names in found.rings)
    table = Table(found.title, (Text("Anneau", "Ring"), Text("Qui s'y trouve", "Who stands there")), rows)
    return Picture("rings", found.title, reading, about, HIGH, tuple(shapes), (table,))


def _arc(reach: int, dashed: bool) -> list[Shape]:
    """The part of a ring that is seen: flat enough to leave room for lines of words."""
    spots = tuple(
        (
            round(reach - 60 + 60 * cos(pi * at / 48 - pi / 2)),
            round(MIDDLE[1] + (HIGH // 2 - 6) * sin(pi * at / 48 - pi / 2)),
        )
        for at in range(49)
    )
    return [Stroke(spots, "rule", 4, dashed)]


def _band(left: int, step: int, label: Text, names: tuple[Text, ...]) -> list[Shape]:
    shapes: list[Shape] = [Words(left, 40, short(label, step // 20), "start", "deep", 30, True)]
    room = (HIGH - 70) // LINE
    shown = names if len(names) <= room else names[: room - 1]
    top = 40 + max(LINE, (HIGH - 60 - LINE * (len(shown) + (len(shown) < len(names)))) // 2)
    for at, name in enumerate(shown):
        shapes.append(Words(left, top + LINE * (at + 1) - 10, short(name, (step - 50) // 15), "start"))
    if len(shown) < len(names):
        more = len(names) - len(shown)
        words = Text(f"et {more} autres", f"and {more} more")
        shapes.append(Words(left, top + LINE * (len(shown) + 1) - 10, words, "start", "quiet"))
    return shapes
