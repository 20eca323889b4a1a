"""The picture of a comparison: which way people went, and the answers at both moments beside each other."""

from fractions import Fraction

from facilitation.domain.format import Text
from facilitation.projections.filling import number
from facilitation.projections.paired.shapes import Comparison, Side
from facilitation.projections.paired.small import Directions
from facilitation.projections.paired.words import (
    ANSWER,
    either,
    many,
    median_said,
    reading,
    share,
    ways_of,
)
from facilitation.projections.pictures.shapes import (
    Box,
    Disc,
    Picture,
    Shape,
    Stroke,
    Table,
    Tone,
    Words,
    block,
    wrapped,
)

LEFT, RIGHT = 30, 1570
WAYS_TOP, WAYS_HIGH = 20, 92
SIDES_TOP, FLOOR, HIGH = 176, 500, 600
PANELS = ((30, 740), (860, 1570))
TONES: tuple[Tone, ...] = ("deep", "pale", "warm")
PAPER: dict[Tone, Tone] = {"deep": "paper", "pale": "ink", "warm": "paper", "mist": "ink"}

ABOUT = Text(
    "En haut, une part pour chaque sens, aussi large que le nombre de personnes ; en bas, les réponses à chaque "
    "moment, le repère sous l'axe est la médiane.",
    "Above, a part for each way, as wide as the number of people; below, the answers at each moment, the mark under "
    "the axis is the median.",
)


def drawn(found: Comparison, title: Text | None = None) -> Picture:
    """The picture, its sentence, and the same numbers as tables."""
    shapes = [*_ways(found), *(_sides(found) if found.sides else [])]
    return Picture(
        "change",
        title or found.label,
        reading(found),
        ABOUT,
        (HIGH if found.sides else SIDES_TOP - 40) if shapes else 0,
        tuple(shapes),
        tuple(table for table in (_people(found), _table_of_sides(found)) if table.rows),
    )


def _parts(found: Comparison) -> list[tuple[Text, int, Tone]]:
    told = found.directions
    if told is None:
        return []
    names = ways_of(found)
    parts = [(name, cell, tone) for name, cell, tone in zip(names, told.cells, TONES, strict=True) if cell]
    if told.together:
        parts.append((_kept_back(found, told), told.together, "mist"))
    return parts


def _ways(found: Comparison) -> list[Shape]:
    shapes: list[Shape] = []
    parts = _parts(found)
    whole, x = sum(count for _, count, _ in parts), LEFT
    for at, (name, count, tone) in enumerate(parts):
        end = RIGHT if at == len(parts) - 1 else x + round((RIGHT - LEFT) * Fraction(count, whole))
        shapes.append(Box(x, WAYS_TOP, end - x - 4, WAYS_HIGH, tone, "ink"))
        lines = wrapped(Text(f"{count} {name.fr}", f"{count} {name.en}"), max(4, (end - x) // 19), 3)
        shapes += block((x + end) // 2, WAYS_TOP + WAYS_HIGH // 2, lines, size=28, tone=PAPER[tone], bold=True)
        x = end
    return shapes


def _sides(found: Comparison) -> list[Shape]:
    assert found.sides is not None, "asked for only where the answers may be told"
    most = max((count for side in found.sides for count in side.counts), default=0)
    shapes: list[Shape] = []
    for (left, right), side, moment in zip(PANELS, found.sides, found.moments, strict=True):
        middle = (left + right) // 2
        title = Text(f"{moment.fr} · n = {side.n}", f"{moment.en} · n = {side.n}")
        shapes.append(Words(middle, SIDES_TOP, title, size=34, bold=True))
        shapes += _bars(found, side, left, right, most) if found.steps else _middle_half(found, side, left, right)
    return shapes


def _bars(found: Comparison, side: Side, left: int, right: int, most: int) -> list[Shape]:
    step = (right - left) // len(found.steps)
    shapes: list[Shape] = [Stroke(((left, FLOOR), (right, FLOOR)), "ink", 3)]
    for at, (name, count) in enumerate(zip(found.steps, side.counts, strict=True)):
        x = left + at * step
        high = round((FLOOR - SIDES_TOP - 76) * Fraction(count, max(1, most)))
        if count:
            shapes.append(Box(x + 6, FLOOR - high, step - 12, high, "mist", "deep"))
        shapes.append(Words(x + step // 2, FLOOR - high - 12, Text.same(str(count)), tone="ink" if count else "quiet"))
        shapes.append(Words(x + step // 2, FLOOR + 36, name, size=28))
    return [*shapes, *_median(found, side, left, step)]


def _median(found: Comparison, side: Side, left: int, step: int) -> list[Shape]:
    """A mark under the step of the median, or between two; of yes and no there is none."""
    if found.yes_no:
        return []
    first = Fraction(found.steps[0].en.replace("−", "-"))  # noqa: RUF001 - the true minus sign is what people read
    x = left + step // 2 + round((side.median - first) * step)
    said = median_said(side.median)
    return [Disc(x, FLOOR + 62, 11, "warm", "ink"), Words(x + 22, FLOOR + 72, said, "start", size=26)]


def _middle_half(found: Comparison, side: Side, left: int, right: int) -> list[Shape]:
    """Where the middle half of any numbers lies, on one scale for both moments."""
    assert found.sides is not None, "asked for only where the answers may be told"
    ends = [end for each in found.sides for end in (each.lower, each.upper)]
    low, reach = min(ends), (max(ends) - min(ends)) or Fraction(1)

    def x(value: Fraction) -> int:
        return left + 60 + round((right - left - 120) * (value - low) / reach)

    y = (SIDES_TOP + FLOOR) // 2
    shapes: list[Shape] = [Stroke(((left, y), (right, y)), "rule", 3)]
    shapes.append(Box(x(side.lower) - 2, y - 30, max(4, x(side.upper) - x(side.lower)), 60, "mist", "deep"))
    shapes.append(Stroke(((x(side.median), y - 44), (x(side.median), y + 44)), "deep", 9))
    return [*shapes, Words((left + right) // 2, y + 96, median_said(side.median), size=30)]


def _people(found: Comparison) -> Table:
    """Which way those went who answered twice; and those who did not."""
    told = found.directions
    named = zip(ways_of(found), told.cells, strict=True) if told else ()
    whole = found.both or 0
    rows = [(name, share(cell, whole)) for name, cell in named if cell is not None]
    if told and told.together:
        rows.append((_kept_back(found, told), share(told.together, whole)))
    one, two = found.moments
    for name, count in (
        (Text("deux réponses en tout", "two answers, in all"), found.both),
        (Text(f"une seule : {one.fr.lower()}", f"one only: {one.en.lower()}"), found.only_first),
        (Text(f"une seule : {two.fr.lower()}", f"one only: {two.en.lower()}"), found.only_second),
        (Text("aucune", "none"), found.neither),
    ):
        rows.append((name, many(count)))
    head = (Text("Réponses", "Answers"), Text("Personnes", "People"))
    return Table(Text("Qui a répondu, et dans quel sens", "Who answered, and which way"), head, tuple(rows))


def _kept_back(found: Comparison, told: Directions) -> Text:
    """« pareil ou plus bas »."""
    if told.together == found.both:
        return Text("sens non donné\u00a0: trop peu dans l'un d'eux", "way not given: too few in one of them")
    return either([name for name, cell in zip(ways_of(found), told.cells, strict=True) if cell is None])


def _table_of_sides(found: Comparison) -> Table:
    caption = Text("Les réponses aux deux moments", "The answers at both moments")
    if found.of_all:
        caption = Text("Les réponses de tous, à chaque moment", "The answers of all, at each moment")
    if found.sides is None:
        return Table(caption, (ANSWER,), ())
    one, two = found.sides
    counts = zip(one.counts, two.counts, strict=True)
    rows = [(name, many(first), many(second)) for name, (first, second) in zip(found.steps, counts, strict=False)]
    rows.append((Text("Réponses", "Answers"), many(one.n), many(two.n)))
    if not found.yes_no:
        rows.append((Text("Médiane", "Median"), _said(one.median), _said(two.median)))
        rows.append((Text("Moitié centrale", "Middle half"), _half(one), _half(two)))
    return Table(caption, (ANSWER, *found.moments), tuple(rows))


def _half(side: Side) -> Text:
    low, high = _said(side.lower), _said(side.upper)
    return Text(f"{low.fr}–{high.fr}", f"{low.en}–{high.en}")


def _said(value: Fraction) -> Text:
    return Text(number(value, "fr"), number(value, "en"))
