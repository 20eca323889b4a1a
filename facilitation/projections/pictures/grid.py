"""Each thing and how many gave each value: a grid of discs, with gaps and overlaps named."""

from facilitation.domain.format import Text
from facilitation.projections.pictures.material import Grid
from facilitation.projections.pictures.shapes import (
    Box,
    Disc,
    Picture,
    Shape,
    Stroke,
    Table,
    Tone,
    Words,
    joined,
    short,
    wrapped,
)

LEFT, TOP = 760, 76
RIGHT = 1580


def grid(found: Grid) -> Picture:
    """A row for each thing; the number stands in its disc, and an empty last column is said aloud."""
    step = max(44, min(92, 560 // max(1, len(found.names))))
    across = (RIGHT - LEFT) // max(1, len(found.values))
    shapes: list[Shape] = []
    for column, value in enumerate(found.values):
        middle = LEFT + across * column + across // 2
        lines = wrapped(value, max(8, across // 16), 2)
        shapes += [Words(middle, 34 + 34 * at, line, tone="deep", bold=True) for at, line in enumerate(lines)]
    most = max((count for counts in found.counts for count in counts), default=1) or 1
    for row, name in enumerate(found.names):
        y = TOP + row * step
        gap = not any(found.counts[row][len(found.values) // 2 :])
        shapes.append(Box(10, y, RIGHT - 10, step - 6, "pale" if row % 2 else "paper"))
        shapes.append(Words(24, y + step // 2 + 6, short(name, 46), "start", bold=gap))
        if gap:
            shapes.append(Stroke(((12, y), (12, y + step - 6)), "warm", 10))
        for column, count in enumerate(found.counts[row]):
            middle = LEFT + across * column + across // 2
            radius = round(14 + (step / 2 - 20) * (count / most))
            filled = column >= len(found.values) // 2
            if count:
                shapes.append(Disc(middle, y + step // 2 - 3, radius, "deep" if filled else "mist", "deep"))
            tone: Tone = "quiet" if not count else "paper" if filled else "ink"
            shapes.append(Words(middle, y + step // 2 + 7, Text.same(str(count)), tone=tone, bold=bool(count)))
    head = (Text("Élément", "Thing"), *found.values)
    rows = tuple(
        (name, *(Text.same(str(count)) for count in found.counts[row])) for row, name in enumerate(found.names)
    )
    return Picture(
        "matrix",
        found.title,
        _reading(found),
        ABOUT,
        TOP + step * len(found.names) + 10,
        tuple(shapes),
        (Table(found.title, head, rows),),
    )


ABOUT = Text(
    "Pour chaque élément, combien ont donné chaque valeur ; un trait à gauche marque ceux auxquels personne n'a donné "
    "une valeur de la moitié haute.",
    "For each thing, how many gave each value; a bar on the left marks those to which nobody gave a value of the "
    "upper half.",
)


def _reading(found: Grid) -> Text:
    half = len(found.values) // 2
    gaps = [short(name, 40) for row, name in enumerate(found.names) if not any(found.counts[row][half:])]
    overlaps = sum(found.counts[row][-1] > 1 for row in range(len(found.names))) if found.values else 0
    named = joined(gaps[:3])
    french = f"Sans réponse : {len(gaps)} sur {len(found.names)}" + (
        f" ({named.fr}{'…' if len(gaps) > 3 else ''})" if gaps else ""
    )
    english = f"Unanswered: {len(gaps)} of {len(found.names)}" + (
        f" ({named.en}{'…' if len(gaps) > 3 else ''})" if gaps else ""
    )
    return Text(
        f"{french} ; plusieurs fois au plus haut : {overlaps}.", f"{english}; several times at the highest: {overlaps}."
    )
