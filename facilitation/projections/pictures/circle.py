"""Things around a circle and the links between them: where each stands, its name beside it, an arrow for each link."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from facilitation.domain.format import Text
from facilitation.projections.pictures.links import kept, strongest
from facilitation.projections.pictures.material import Link, Links
from facilitation.projections.pictures.shapes import (
    LETTERS,
    Anchor,
    Disc,
    Shape,
    Spot,
    Stroke,
    Table,
    Tone,
    Words,
    arrow,
    block,
    wrapped,
)

LEAST = 640
"""The height of a picture of few things."""
FOOT = 80
"""Below the circle, for the key."""
DRAWN = 40
"""Things around a circle, the most linked ones: with more of them the links cover each other."""
TALL = 22
"""Things of which each has room for a name on two lines on a wall twice as wide as high; of more, on one."""
SIGNS = (Text("dans le même sens (+)", "the same way (+)"), Text("en sens contraire (−)", "the other way (−)"))  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Round:
    """How far a circle of things reaches to the sides, and how many letters of a name stand on a line beside it."""

    middle: int
    reach: int
    letters: int


def busiest(found: Links) -> Links:
    """The same with the most linked things alone, where there are too many; equals as they came."""
    if len(found.names) <= DRAWN:
        return found
    degree = Counter(place for link in strongest(found) for place in (link.start, link.end))
    first = sorted(range(len(found.names)), key=lambda place: (-degree[place], place))[:DRAWN]
    return kept(found, first)


def drawn_of(found: Links) -> Text:
    """A sentence for what is not drawn, where there is something."""
    if len(found.names) <= DRAWN:
        return Text("", "")
    return Text(
        f" Le dessin montre les {DRAWN} éléments les plus reliés sur {len(found.names)} ; le tableau a tous les liens.",
        f" The drawing shows the {DRAWN} most linked things of {len(found.names)}; the table has every link.",
    )


def circle(found: Links, about: Round) -> tuple[list[Shape], int]:
    """The things, their names and the links between them; and how high the picture is, with its key."""
    count = len(found.names)
    lines = 2 if count <= TALL else 1
    high = max(LEAST, ((count + 1) // 2) * round(LETTERS * (1.2 * lines + 0.1)) + FOOT + 20)
    spots = _spots(count, about, high)
    middle = (about.middle, (high - FOOT) // 2)
    shapes: list[Shape] = []
    for link in strongest(found):
        shapes += _arrow(found, link, spots, middle)
    for (x, y), name in zip(spots, found.names, strict=True):
        right = x >= about.middle
        anchor: Anchor = "start" if right else "end"
        shapes += [Disc(x, y, 16), *block(x + (30 if right else -30), y, wrapped(name, about.letters, lines), anchor)]
    return shapes, high


def _spots(count: int, about: Round, high: int) -> list[Spot]:
    """Down on the right and up on the left, each in a row of its own: no name can come to lie on another."""
    down = (count + 1) // 2
    return [
        _spot(at, down, about, high, 1) if at < down else _spot(count - 1 - at, count - down, about, high, -1)
        for at in range(count)
    ]


def _spot(row: int, rows: int, about: Round, high: int, side: int) -> Spot:
    part = (2 * row + 1) / rows - 1
    wide = about.reach * sqrt(1 - part * part)
    return round(about.middle + side * wide), round((high - FOOT) / 2 * (1 + part))


def _arrow(found: Links, link: Link, spots: Sequence[Spot], middle: Spot) -> list[Shape]:
    start, end = spots[link.start], spots[link.end]
    far = max(1.0, hypot(end[0] - start[0], end[1] - start[1]))
    # Both ways between two things are two curves: each leans to its own side.
    lean = 0.1 * far
    via = (
        round((start[0] + end[0]) / 2 * 0.8 + middle[0] * 0.2 - (end[1] - start[1]) / far * lean),
        round((start[1] + end[1]) / 2 * 0.8 + middle[1] * 0.2 + (end[0] - start[0]) / far * lean),
    )
    away = max(1.0, hypot(end[0] - via[0], end[1] - via[1]))
    short_of = (round(end[0] - (end[0] - via[0]) / away * 20), round(end[1] - (end[1] - via[1]) / away * 20))
    tone, dashed = _look(link.sort, found.signs)
    shapes = arrow(start, via, short_of, tone, 2 + 2 * min(link.count, 4), dashed)
    if found.signs and link.sort:
        at = (round(via[0] * 0.5 + (start[0] + end[0]) * 0.25), round(via[1] * 0.5 + (start[1] + end[1]) * 0.25))
        sign = Text.same("+" if link.sort == 1 else "\u2212")
        shapes += [Disc(*at, 18, "paper", tone), Words(at[0], at[1] + 11, sign, tone=tone, bold=True)]
    return shapes


def _look(sort: int, signs: bool) -> tuple[Tone, bool]:
    if signs:
        return ("warm", True) if sort == 2 else ("deep", False)
    return (("deep", False), ("deep", False), ("warm", True), ("quiet", True))[min(sort, 3)]


def key(sorts: Sequence[tuple[Text, int]], signs: bool, high: int) -> list[Shape]:
    """What each kind of stroke says."""
    shapes: list[Shape] = []
    x = 40
    for name, sort in sorts:
        tone, dashed = _look(sort, signs)
        shapes += [
            Stroke(((x, high - 30), (x + 90, high - 30)), tone, 6, dashed),
            Words(x + 105, high - 20, name, "start"),
        ]
        x += 105 + 50 + 16 * max(len(name.fr), len(name.en))
    return shapes


def links_table(found: Links) -> Table:
    """Every link with what it was named as, and how often."""
    sorts = SIGNS if found.signs and not found.sorts else found.sorts
    head = (Text("De", "From"), Text("Vers", "To"), *((Text("Sorte", "Kind"),) if sorts else ()), Text("Cité", "Named"))
    rows = tuple(
        (
            found.names[link.start],
            found.names[link.end],
            *(((sorts[link.sort - 1] if link.sort else Text.same("–")),) if sorts else ()),
            Text.same(str(link.count)),
        )
        for link in found.links
    )
    return Table(Text("Les liens cités", "The links named"), head, rows)
