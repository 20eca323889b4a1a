"""Two networks of the same organisations at two moments: the grid of what changed, and the measures of both."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from facilitation.domain.format import Text
from facilitation.projections.filling import number
from facilitation.projections.pictures.links import same
from facilitation.projections.pictures.material import UNSAID, Ties, TiesTwice
from facilitation.projections.pictures.shapes import WIDE, Box, Picture, Shape, Spot, Table, Tone, Words, short
from facilitation.projections.pictures.ties import DASH, answered_said, measures, strong

HIGH, LEFT, TOP, SIDE, KEY = 700, 420, 84, 600, 1090
ROOM, LINE = 84, 36
"""The side of a box that holds two levels, and of one that holds none: letters keep their height."""
KEY_HIGH = 280
HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class NetworkMeasures:
    """What is told of one network beside another one: counts and shares, and no name."""

    organisations: int
    answered: int
    ties: int
    density: Fraction | None
    reciprocity: Fraction | None
    alone: int
    apart: int


def in_common(one: Ties, other: Ties) -> tuple[Ties, Ties]:
    """Both networks between those that are in both, in the order of the first."""
    first, second = _places(one), _places(other)
    kept = [name for name in first if name in second]
    return _among(one, [first[name] for name in kept]), _among(other, [second[name] for name in kept])


def _places(found: Ties) -> dict[str, int]:
    places: dict[str, int] = {}
    for at, name in enumerate(found.names):
        if name != UNSAID:
            places.setdefault(same(name.fr), at)
    return places


def _among(found: Ties, places: Sequence[int]) -> Ties:
    levels = tuple(tuple(found.levels[row][column] for column in places) for row in places)
    return Ties(found.title, tuple(found.names[at] for at in places), levels, found.highest)


def told_of(found: Ties) -> NetworkMeasures:
    """The measures of one network."""
    density, reciprocity, alone, apart = measures(found)
    names, said = len(found.names), len(found.answered)
    return NetworkMeasures(names, said, len(strong(found)), density, reciprocity, len(alone), len(apart))


def two_networks(found: TiesTwice) -> Picture:
    """The picture: a box for each tie, with both levels; beside it how many grew, stayed, shrank."""
    one, other = in_common(found.first, found.second)
    both = told_of(one), told_of(other)
    count = max(1, len(one.names))
    side = max(SIDE // count, ROOM if ROOM * count <= WIDE - LEFT else LINE)
    foot = TOP + side * count + 20
    # A wide grid leaves no room beside it: the key comes under it.
    key = (KEY, TOP) if LEFT + side * count <= KEY - 40 else (LEFT, foot)
    high = max(HIGH, foot, key[1] + KEY_HIGH)
    shapes = [*_grid(one, other, side), *_key(found, one, other, key)]
    tables = (_measures(found, one, other), _levels(found, one, other))
    return Picture("networks", found.title, _reading(found, *both), _about(one), high, tuple(shapes), tables)


def steps(one: Ties, other: Ties) -> tuple[int, int, int]:
    """How many ties are stronger, as strong, weaker the second time, of those told of both times."""
    told = [
        (before, after)
        for row in range(len(one.names))
        for column in range(len(one.names))
        if row != column
        and (before := one.levels[row][column]) is not None
        and (after := other.levels[row][column]) is not None
    ]
    return sum(b > a for a, b in told), sum(a == b for a, b in told), sum(b < a for a, b in told)


def _grid(one: Ties, other: Ties, side: int) -> list[Shape]:
    middle = LEFT + side * len(one.names) // 2
    shapes: list[Shape] = [Words(middle, 30, Text("avec…", "with…"), tone="quiet")]
    for row, name in enumerate(one.names):
        y = TOP + row * side
        said = short(Text(f"{row + 1} · {name.fr}", f"{row + 1} · {name.en}"), 24)
        base = y + side // 2 + 10
        shapes.append(Words(LEFT - 14, base, said, "end"))
        shapes.append(Words(LEFT + row * side + side // 2, TOP - 14, Text.same(str(row + 1)), bold=True))
        for column in range(len(one.names)):
            x = LEFT + column * side
            if row == column:
                shapes.append(Box(x, y, side - 4, side - 4, "pale"))
                continue
            before, after = one.levels[row][column], other.levels[row][column]
            tone, ink = _shade(before, after)
            shapes.append(Box(x, y, side - 4, side - 4, tone, "rule"))
            if side >= ROOM:
                shapes.append(Words(x + side // 2 - 2, base, _cell(before, after), tone=ink))
    return shapes


def _shade(before: Fraction | None, after: Fraction | None) -> tuple[Tone, Tone]:
    if before is None or after is None or before == after:
        return "paper", "ink"
    return ("deep", "paper") if after > before else ("warm", "paper")


def _cell(before: Fraction | None, after: Fraction | None) -> Text:
    if before is None and after is None:
        return DASH
    if before == after and before is not None:
        return _said(before)
    a, b = (DASH if level is None else _said(level) for level in (before, after))
    return Text(f"{a.fr}→{b.fr}", f"{a.en}→{b.en}")


def _key(found: TiesTwice, one: Ties, other: Ties, at: Spot) -> list[Shape]:
    up, still, down = steps(one, other)
    lines: tuple[tuple[Tone, Text], ...] = (
        ("deep", Text(f"plus étroit : {up}", f"closer: {up}")),
        ("paper", Text(f"pareil : {still}", f"the same: {still}")),
        ("warm", Text(f"moins étroit : {down}", f"less close: {down}")),
    )
    (a, b), (left, top) = found.moments, at
    shapes: list[Shape] = [Words(left, top + 20, Text(f"{a.fr} → {b.fr}", f"{a.en} → {b.en}"), "start")]
    for line, (tone, words) in enumerate(lines):
        y = top + 70 + line * 64
        shapes += [Box(left, y, 44, 44, tone, "ink"), Words(left + 62, y + 33, words, "start")]
    return shapes


def _reading(found: TiesTwice, one: NetworkMeasures, other: NetworkMeasures) -> Text:
    a, b = found.moments
    pairs = [
        (Text("liens", "ties"), Text.same(str(one.ties)), Text.same(str(other.ties))),
        (Text("densité", "density"), _share(one.density), _share(other.density)),
        (Text("réciprocité", "reciprocity"), _share(one.reciprocity), _share(other.reciprocity)),
        (Text("sans lien", "without a tie"), Text.same(str(one.alone)), Text.same(str(other.alone))),
    ]
    if min(one.answered, other.answered) < one.organisations:
        pairs.append((Text("ont répondu", "answered"), Text.same(str(one.answered)), Text.same(str(other.answered))))
    french = " ; ".join(f"{name.fr} : {x.fr} → {y.fr}" for name, x, y in pairs)
    english = "; ".join(f"{name.en}: {x.en} → {y.en}" for name, x, y in pairs)
    count = one.organisations
    return Text(
        f"{a.fr} → {b.fr}, pour {count} présentes les deux fois ; {french}.",
        f"{a.en} → {b.en}, for the {count} there both times; {english}.",
    )


def _about(found: Ties) -> Text:
    least = found.highest * HALF
    fr, en = (number(found.highest, code) for code in ("fr", "en"))
    return Text(
        f"Chaque ligne est ce qu'une structure dit de ses liens, de 0 à {fr}, aux deux moments. Un lien compte à "
        f"partir de {number(least, 'fr')}. Densité : liens / liens que celles qui ont répondu pouvaient dire. "
        "Réciprocité : liens rendus / liens entre deux qui ont répondu. Sans lien : a répondu, n'en dit aucun, et "
        "aucune autre n'en dit avec elle. Un lien que l'autre voit autrement est un sujet de discussion, pas une "
        "erreur.",
        f"Each row is what one organisation says of its ties, from 0 to {en}, at both moments. A tie counts from "
        f"{number(least, 'en')} upwards. Density: ties / ties that those who answered could tell of. Reciprocity: ties "
        "returned / ties between two that answered. Without a tie: answered, tells of none, and no other tells of one "
        "with it. A tie that the other one sees differently is something to talk about, no mistake.",
    )


def _measures(found: TiesTwice, first: Ties, second: Ties) -> Table:
    one, other = told_of(first), told_of(second)
    rows = [
        (Text("Ont répondu", "Answered"), answered_said(first), answered_said(second)),
        (Text("Liens qui comptent", "Ties that count"), Text.same(str(one.ties)), Text.same(str(other.ties))),
        (Text("Densité", "Density"), _share(one.density), _share(other.density)),
        (Text("Réciprocité", "Reciprocity"), _share(one.reciprocity), _share(other.reciprocity)),
        (Text("Sans aucun lien", "Without any tie"), Text.same(str(one.alone)), Text.same(str(other.alone))),
        (
            Text("Liens vus différemment", "Ties seen differently"),
            Text.same(str(one.apart)),
            Text.same(str(other.apart)),
        ),
        (
            Text("En tout, avec celles d'une seule fois", "In all, with those there once"),
            Text.same(str(len(found.first.names))),
            Text.same(str(len(found.second.names))),
        ),
    ]
    return Table(Text("Mesures", "Measures"), (Text("Mesure", "Measure"), *found.moments), tuple(rows))


def _levels(found: TiesTwice, one: Ties, other: Ties) -> Table:
    head = (Text("Dit par", "Said by"), *(Text.same(str(at)) for at in range(1, len(one.names) + 1)))
    rows = tuple(
        (
            Text(f"{row + 1} · {name.fr}", f"{row + 1} · {name.en}"),
            *(
                Text.same("") if row == column else _cell(one.levels[row][column], other.levels[row][column])
                for column in range(len(one.names))
            ),
        )
        for row, name in enumerate(one.names)
    )
    return Table(found.title, head, rows)


def _share(part: Fraction | None) -> Text:
    return DASH if part is None else _said(part)


def _said(value: Fraction) -> Text:
    return Text(number(value, "fr"), number(value, "en"))
