"""How closely some work with each other: a grid with its numbers, and the same as a network beside it."""

from fractions import Fraction
from math import cos, pi, sin

from facilitation.domain.format import Text
from facilitation.projections.filling import number
from facilitation.projections.pictures.material import Ties
from facilitation.projections.pictures.shapes import (
    WIDE,
    Box,
    Disc,
    Picture,
    Shape,
    Spot,
    Stroke,
    Table,
    Tone,
    Words,
    count_said,
    joined,
    short,
)

HIGH = 640
GRID = (360, 84)
SIDE = 550
SMALLEST = 36
"""The side of a cell that holds a number of two figures."""
MIDDLE = (1280, 270)
REACH = (270, 215)
HALF = Fraction(1, 2)
DASH = Text.same("–")
NAMED = 6
"""Pairs of organisations that are named in full."""

Pair = tuple[int, int]


def ties(found: Ties) -> Picture:
    """The grid to the left, the network to the right; a tie counts from half of the highest level upwards."""
    side = max(SMALLEST, SIDE // max(1, len(found.names)))
    foot = GRID[1] + side * len(found.names) + 20
    # A grid of many comes to stand above the network: no letter may be too small to be read.
    beside = GRID[0] + side * len(found.names) <= MIDDLE[0] - REACH[0] - 40
    high = max(HIGH, foot) if beside else foot + 2 * REACH[1] + 110
    middle = MIDDLE if beside else (WIDE // 2, foot + REACH[1] + 50)
    shapes = [*_grid(found, side), *_network(found, middle), *_key(970 if beside else 1130, high - 64)]
    tables = (_table(found), _measures(found))
    return Picture("ties", found.title, _reading(found), _about(found), high, tuple(shapes), tables)


def strong(found: Ties) -> frozenset[Pair]:
    """The directed ties that count: at least half of the highest level."""
    return frozenset(
        (row, column)
        for row, cells in enumerate(found.levels)
        for column, level in enumerate(cells)
        if row != column and level is not None and level >= found.highest * HALF
    )


def measures(found: Ties) -> tuple[Fraction | None, Fraction | None, tuple[int, ...], tuple[Pair, ...]]:
    """Density, reciprocity, who has no tie in or out, and the pairs that see their link two levels apart or more.

    Who did not answer refused nothing: a tie to them is neither returned nor unreturned, and nobody knows whether they
    are without one.
    """
    possible = found.possible
    counted = strong(found)
    told = [(one, two) for one, two in counted if found.levels[two][one] is not None]
    returned = [pair for pair in told if (pair[1], pair[0]) in counted]
    alone = tuple(at for at in found.answered if not any(at in pair for pair in counted))
    apart = tuple(
        (one, two)
        for one in range(len(found.names))
        for two in range(one + 1, len(found.names))
        if (a := found.levels[one][two]) is not None and (b := found.levels[two][one]) is not None and abs(a - b) >= 2
    )
    density = Fraction(len(counted), possible) if possible else None
    return density, Fraction(len(returned), len(told)) if told else None, alone, apart


def answered_said(found: Ties) -> Text:
    """« 5 sur 6 »."""
    return Text(f"{len(found.answered)} sur {len(found.names)}", f"{len(found.answered)} of {len(found.names)}")


def _grid(found: Ties, side: int) -> list[Shape]:
    left, top = GRID
    middle = left + side * len(found.names) // 2
    shapes: list[Shape] = [Words(middle, 30, Text("avec…", "with…"), tone="quiet")]
    for row, name in enumerate(found.names):
        y = top + row * side
        base = y + side // 2 + 10
        shapes.append(Words(left - 14, base, short(_numbered(row, name), 20), "end"))
        shapes.append(Words(left + row * side + side // 2, top - 14, Text.same(str(row + 1)), bold=True))
        for column, level in enumerate(found.levels[row]):
            x = left + column * side
            if row == column:
                shapes.append(Box(x, y, side - 4, side - 4, "pale"))
                continue
            tone, ink = _shade(level, found.highest)
            shapes.append(Box(x, y, side - 4, side - 4, tone, "rule"))
            said = DASH if level is None else Text(number(level, "fr"), number(level, "en"))
            shapes.append(Words(x + side // 2 - 2, base, said, tone=ink, bold=level is not None))
    return shapes


def _shade(level: Fraction | None, highest: Fraction) -> tuple[Tone, Tone]:
    if level is None:
        return "paper", "quiet"
    return (
        ("deep", "paper")
        if level >= highest * Fraction(4, 5)
        else ("mist", "ink")
        if level >= highest * HALF
        else ("paper", "ink")
    )


def _network(found: Ties, middle: Spot) -> list[Shape]:
    count = len(found.names)
    spots = [
        (
            round(middle[0] + REACH[0] * cos(2 * pi * at / max(1, count) - pi / 2)),
            round(middle[1] + REACH[1] * sin(2 * pi * at / max(1, count) - pi / 2)),
        )
        for at in range(count)
    ]
    counted = strong(found)
    shapes: list[Shape] = []
    for one, two in sorted({(min(pair), max(pair)) for pair in counted}):
        both = (one, two) in counted and (two, one) in counted
        shapes.append(Stroke((spots[one], spots[two]), "deep" if both else "warm", 7 if both else 4, not both))
    for at, (x, y) in enumerate(spots):
        shapes += [
            Disc(x, y, 26, "deep", "paper"),
            Words(x, y + 11, Text.same(str(at + 1)), tone="paper", bold=True),
        ]
    return shapes


def _key(x: int, y: int) -> list[Shape]:
    shapes: list[Shape] = []
    for at, (tone, width, dashed, words) in enumerate(KEY):
        base = y + at * 40
        shapes += [Stroke(((x, base), (x + 80, base)), tone, width, dashed), Words(x + 96, base + 10, words, "start")]
    return shapes


KEY: tuple[tuple[Tone, int, bool, Text], ...] = (
    ("deep", 7, False, Text("dit des deux côtés", "said by both sides")),
    ("warm", 4, True, Text("dit d'un seul côté", "said by one side")),
)


def _reading(found: Ties) -> Text:
    _, _, alone, apart = measures(found)
    counted = count_said(len(strong(found)), ("lien", "tie"), ("liens", "ties"))
    fr, en = [counted.fr], [counted.en]
    if found.possible:
        # A share in hundredths of so few organisations would look finer than it is.
        fr = [f"{counted.fr} sur {found.possible} possibles"]
        en = [f"{counted.en} of {found.possible} possible"]
    for names, words in (
        (alone, ("sans lien", "without a tie")),
        (apart, ("liens vus différemment", "ties seen differently")),
    ):
        fr.append(f"{words[0]} : {len(names)}")
        en.append(f"{words[1]}: {len(names)}")
    if len(found.answered) < len(found.names):
        said = answered_said(found)
        fr.append(f"ont répondu : {said.fr}")
        en.append(f"answered: {said.en}")
    return Text(" ; ".join(fr) + ".", "; ".join(en) + ".")


def _about(found: Ties) -> Text:
    least = found.highest * HALF
    return Text(
        f"Chaque ligne est ce qu'une structure dit de ses liens, de 0 à {number(found.highest, 'fr')} ; un lien compte "
        f"à partir de {number(least, 'fr')}. Densité : liens / liens que celles qui ont répondu pouvaient dire. "
        "Réciprocité : liens rendus / liens entre deux qui ont répondu. Sans lien : a répondu, n'en dit aucun, et "
        "aucune autre n'en dit avec elle.",
        f"Each row is what one organisation says of its ties, from 0 to {number(found.highest, 'en')}; a tie counts "
        f"from {number(least, 'en')} upwards. Density: ties / ties that those who answered could tell of. Reciprocity: "
        "ties returned / ties between two that answered. Without a tie: answered, tells of none, and no other tells of "
        "one with it.",
    )


def _table(found: Ties) -> Table:
    head = (Text("Dit par", "Said by"), *(Text.same(str(at)) for at in range(1, len(found.names) + 1)))
    rows = tuple(
        (_numbered(row, name), *(_cell(row, column, level) for column, level in enumerate(found.levels[row])))
        for row, name in enumerate(found.names)
    )
    return Table(found.title, head, rows)


def _numbered(row: int, name: Text) -> Text:
    return Text(f"{row + 1} · {name.fr}", f"{row + 1} · {name.en}")


def _cell(row: int, column: int, level: Fraction | None) -> Text:
    return Text.same("") if row == column else DASH if level is None else Text(number(level, "fr"), number(level, "en"))


def _measures(found: Ties) -> Table:
    density, reciprocity, alone, apart = measures(found)
    # In full while they are few; beyond that by the numbers that stand in the matrix, or the names would fill pages.
    named = len(apart) <= NAMED
    pairs = [
        joined([found.names[a], found.names[b]] if named else [Text.same(str(a + 1)), Text.same(str(b + 1))], " – ")
        for a, b in apart
    ]
    label = Text("Liens vus différemment", "Ties seen differently")
    if not named:
        label = Text(f"{label.fr} (numéros du tableau)", f"{label.en} (numbers of the table)")
    rows = (
        (Text("Ont répondu", "Answered"), answered_said(found)),
        (Text("Densité", "Density"), _share(density)),
        (Text("Réciprocité", "Reciprocity"), _share(reciprocity)),
        # Who has no tie is for those who organise: the others are told how many.
        (Text("Sans lien", "Without a tie"), Text.same(str(len(alone)))),
        (label, joined(pairs, "; " if named else ", ") if pairs else DASH),
    )
    return Table(Text("Mesures", "Measures"), (Text("Mesure", "Measure"), Text("Valeur", "Value")), rows)


def _share(part: Fraction | None) -> Text:
    return DASH if part is None else Text(number(part, "fr"), number(part, "en"))
