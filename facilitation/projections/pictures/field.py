"""Things on a field of two axes: the median as a numbered dot, the middle half of opinions as a cross."""

from fractions import Fraction

from facilitation.domain.format import Text
from facilitation.projections.filling import number
from facilitation.projections.pictures.material import Field, Placed
from facilitation.projections.pictures.shapes import Box, Disc, Picture, Shape, Stroke, Table, Words, short

LEFT, TOP, SIDE, DEEP = 20, 6, 940, 580
INSET = 56
HIGH = 640
LINE = 38


def field(found: Field) -> Picture:
    """The field to the left, what each number is to the right."""
    middle = (LEFT + SIDE // 2, TOP + DEEP // 2)
    shapes: list[Shape] = [
        Box(LEFT, TOP, SIDE, DEEP, "paper", "rule"),
        Box(middle[0], TOP, SIDE // 2, DEEP // 2, "pale"),
        Stroke(((middle[0], TOP), (middle[0], TOP + DEEP)), "rule", 2, True),
        Stroke(((LEFT, middle[1]), (LEFT + SIDE, middle[1])), "rule", 2, True),
        Words(LEFT + SIDE, HIGH - 14, Text(f"{found.across.fr} →", f"{found.across.en} →"), "end", "deep", bold=True),
        Words(LEFT + 12, TOP + 36, Text(f"↑ {found.up.fr}", f"↑ {found.up.en}"), "start", "deep", bold=True),
    ]
    for point in found.points:
        shapes += _half(found, point)
    taken: dict[tuple[int, int], int] = {}
    for at, point in enumerate(found.points, 1):
        x, y = _x(found, point.across), _y(found, point.up)
        # What stands in one place stands beside each other: nothing hides.
        before = taken.get((x, y), 0)
        taken[x, y] = before + 1
        x, y = x + 50 * (before % 3), y + 50 * (before // 3)
        shapes += [
            Disc(x, y, 26, "deep", "paper"),
            Words(x, y + 11, Text.same(str(at)), tone="paper", bold=True),
        ]
    step = max(LINE, min(62, 610 // max(1, len(found.points))))
    for at, point in enumerate(found.points, 1):
        words = short(Text(f"{at} · {point.name.fr}", f"{at} · {point.name.en}"), 34)
        shapes.append(Words(LEFT + SIDE + 40, TOP + 24 + (at - 1) * step, words, "start"))
    high = max(HIGH, TOP + 40 + step * len(found.points))
    return Picture("map", found.title, _reading(found), ABOUT, high, tuple(shapes), (_table(found),))


ABOUT = Text(
    "Chaque numéro est à la médiane des avis ; le trait clair couvre la moitié centrale : plus il est long, moins la "
    "salle est d'accord.",
    "Each number is at the median of opinions; the pale stroke covers the middle half: the longer it is, the less the "
    "room agrees.",
)


def _x(found: Field, value: Fraction) -> int:
    reach = (found.high[0] - found.low[0]) or Fraction(1)
    return LEFT + INSET + round((value - found.low[0]) / reach * (SIDE - 2 * INSET))


def _y(found: Field, value: Fraction) -> int:
    reach = (found.high[1] - found.low[1]) or Fraction(1)
    return TOP + DEEP - INSET - round((value - found.low[1]) / reach * (DEEP - 2 * INSET))


def _half(found: Field, point: Placed) -> list[Shape]:
    (a, b), (c, d) = point.across_half, point.up_half
    x, y = _x(found, point.across), _y(found, point.up)
    flat = [Stroke(((_x(found, a), y), (_x(found, b), y)), "mist", 14)] if a != b else []
    return [*flat, *([Stroke(((x, _y(found, c)), (x, _y(found, d))), "mist", 14)] if c != d else [])]


def _reading(found: Field) -> Text:
    middle = [(low + high) / 2 for low, high in zip(found.low, found.high, strict=True)]
    both = sum(point.across > middle[0] and point.up > middle[1] for point in found.points)
    french = f"En haut à droite : {both} sur {len(found.points)}"
    english = f"Upper right: {both} of {len(found.points)}"
    if wide := _widest(found):
        french, english = f"{french} ; le plus discuté : {wide.fr}", f"{english}; opinions differ most on: {wide.en}"
    if found.too_few:
        french, english = (
            f"{french} ; trop peu d'avis : {found.too_few}",
            f"{english}; too few opinions: {found.too_few}",
        )
    return Text(french + ".", english + ".")


def _widest(found: Field) -> Text | None:
    def spread(point: Placed) -> Fraction:
        return point.across_half[1] - point.across_half[0] + point.up_half[1] - point.up_half[0]

    widest = max(found.points, key=spread, default=None)
    return short(widest.name, 40) if widest and spread(widest) else None


def _table(found: Field) -> Table:
    head = (Text("Élément", "Thing"), found.across, found.up, Text("Avis", "Opinions"))
    rows = tuple(
        (
            Text(f"{at} · {point.name.fr}", f"{at} · {point.name.en}"),
            _said(point.across, point.across_half),
            _said(point.up, point.up_half),
            Text.same(str(point.n)),
        )
        for at, point in enumerate(found.points, 1)
    )
    return Table(found.title, head, rows)


def _said(middle: Fraction, half: tuple[Fraction, Fraction]) -> Text:
    french, english = ((number(middle, code), *(number(one, code) for one in half)) for code in ("fr", "en"))
    if half[0] == half[1]:
        return Text(french[0], english[0])
    return Text(f"{french[0]} ({french[1]}–{french[2]})", f"{english[0]} ({english[1]}–{english[2]})")
