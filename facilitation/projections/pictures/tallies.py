"""Answers as pictures: how numbers are spread, how often each option was picked, where a ranking put each thing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from facilitation.domain.format import Text
from facilitation.projections.filling import number
from facilitation.projections.pictures.shapes import (
    Box,
    Disc,
    Picture,
    Shape,
    Stroke,
    Table,
    Words,
    count_said,
    joined,
    short,
    wrapped,
)

HIGH = 560
LEFT, RIGHT = 90, 1510
FLOOR = 440
MOST_DOTS = 14
"""Dots on one value; higher than that, a column stands for them."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """How often each number was given; only the middle of them where no more may be told."""

    title: Text
    counts: tuple[tuple[Fraction, int], ...]
    n: int
    lower: Fraction
    median: Fraction
    upper: Fraction
    ends: tuple[Fraction, Fraction]
    whole: bool
    """Whether every whole number between the ends has its place."""


@dataclass(frozen=True, slots=True)
class Options:
    """How often each option was picked, by how many people in all."""

    title: Text
    counts: tuple[tuple[Text, int], ...]
    n: int


@dataclass(frozen=True, slots=True)
class Ranks:
    """For each thing: its median place, the middle half of its places, how often it came first."""

    title: Text
    rows: tuple[tuple[Text, Fraction, Fraction, Fraction, int], ...]
    n: int


def numbers(found: Numbers) -> Picture:
    """A dot for each answer above its number, the middle half as a field, the median as a stroke with its value."""
    shapes: list[Shape] = []
    low, high = _x(found, found.lower), _x(found, found.upper)
    if low != high:
        shapes.append(Box(low, 60, high - low, FLOOR - 60, "pale"))
    shapes.append(Stroke(((LEFT - 40, FLOOR), (RIGHT + 40, FLOOR)), "rule", 4))
    for value in _marks(found):
        shapes.append(Words(_x(found, value), FLOOR + 50, _said(value), size=34))
    middle = _x(found, found.median)
    shapes += [
        Stroke(((middle, 44), (middle, FLOOR)), "warm", 7),
        Words(
            middle,
            34,
            Text(f"médiane {number(found.median, 'fr')}", f"median {number(found.median, 'en')}"),
            bold=True,
            tone="warm",
            size=34,
        ),
    ]
    for value, count in found.counts:
        shapes += _column(_x(found, value), count)
    many = count_said(found.n, ("réponse", "answer"), ("réponses", "answers"))
    reading = Text(
        f"Médiane : {number(found.median, 'fr')} ; la moitié centrale va de {number(found.lower, 'fr')} à "
        f"{number(found.upper, 'fr')} ; {many.fr}.",
        f"Median: {number(found.median, 'en')}; the middle half goes from {number(found.lower, 'en')} to "
        f"{number(found.upper, 'en')}; {many.en}.",
    )
    about = Text(
        "Chaque point est une réponse ; le trait est la médiane, le fond clair la moitié centrale.",
        "Each dot is an answer; the stroke is the median, the pale field the middle half.",
    )
    rows = tuple((_said(value), Text.same(str(count))) for value, count in found.counts)
    table = Table(found.title, (Text("Valeur", "Value"), Text("Réponses", "Answers")), rows)
    return Picture("numbers", found.title, reading, about, HIGH, tuple(shapes), (table,))


def _x(found: Numbers, value: Fraction) -> int:
    reach = found.ends[1] - found.ends[0]
    return (LEFT + RIGHT) // 2 if not reach else LEFT + round((value - found.ends[0]) / reach * (RIGHT - LEFT))


def _marks(found: Numbers) -> list[Fraction]:
    low, high = found.ends
    if found.whole and high - low <= 12:
        return [low + step for step in range(int(high - low) + 1)]
    return sorted({low, high})


def _column(x: int, count: int) -> list[Shape]:
    words = Words(x + 24, FLOOR - 6 - 26 * min(count, MOST_DOTS), Text.same(str(count)), "start", bold=True)
    if count > MOST_DOTS:
        return [Box(x - 26, FLOOR - 26 * MOST_DOTS, 52, 26 * MOST_DOTS, "deep"), words]
    dots: list[Shape] = [Disc(x, FLOOR - 16 - 26 * at, 12) for at in range(count)]
    return [*dots, words] if count > 2 else dots


def options(found: Options) -> Picture:
    """A bar for each option, its number at its end."""
    step = min(110, 600 // max(1, len(found.counts)))
    most = max((count for _, count in found.counts), default=0)
    shapes: list[Shape] = []
    for at, (label, count) in enumerate(found.counts):
        y = 10 + at * step
        lines = wrapped(label, 34, 2 if step >= 84 else 1)
        for line, words in enumerate(lines):
            base = y + step // 2 + 10 + 34 * line - 17 * (len(lines) - 1)
            shapes.append(Words(600, base, words, "end", size=32, bold=bool(count) and count == most))
        wide = round(820 * count / max(1, most))
        shapes += [Box(630, y + 8, max(6, wide), step - 20, "deep" if count == most and count else "mist", "deep")]
        shapes.append(Words(650 + max(6, wide), y + step // 2 + 12, Text.same(str(count)), "start", size=38, bold=True))
    first = joined([label for label, count in found.counts if count == most and most])
    reading = Text("Pas encore de réponse.", "No answer yet.")
    if most:
        reading = Text(
            f"Le plus choisi : {first.fr} ({most} sur {found.n}).", f"Most picked: {first.en} ({most} of {found.n})."
        )
    about = Text(
        "Une barre par option, aussi longue qu'elle a été choisie.", "A bar for each option, as long as it was picked."
    )
    rows = tuple((label, Text.same(str(count))) for label, count in found.counts)
    table = Table(found.title, (Text("Option", "Option"), Text("Personnes", "People")), rows)
    return Picture("options", found.title, reading, about, 20 + step * len(found.counts), tuple(shapes), (table,))


def ranks(found: Ranks) -> Picture:
    """A row for each thing, the best median first: its median place, and how far opinions reach."""
    count = len(found.rows)
    step = min(90, 540 // max(1, count))
    shapes: list[Shape] = []
    for place in range(1, count + 1):
        x = _place(Fraction(place), count)
        shapes += [
            Stroke(((x, 50), (x, 60 + step * count)), "rule", 2, True),
            Words(x, 36, Text.same(str(place)), size=32),
        ]
    for at, (label, median, lower, upper, _) in enumerate(found.rows):
        y = 60 + at * step + step // 2
        shapes.append(Words(600, y + 11, short(label, 36), "end", size=32, bold=at == 0))
        if lower != upper:
            shapes.append(Stroke(((_place(lower, count), y), (_place(upper, count), y)), "mist", 22))
        shapes += [Disc(_place(median, count), y, 20, "deep", "paper")]
    first = found.rows[0] if found.rows else None
    reading = Text("Pas encore de réponse.", "No answer yet.")
    if first:
        told = (number(first[1], "fr"), number(first[1], "en"))
        reading = Text(
            f"En tête : {first[0].fr}, place médiane {told[0]}, premier pour {first[4]} sur {found.n}.",
            f"First: {first[0].en}, median place {told[1]}, put first by {first[4]} of {found.n}.",
        )
    about = Text(
        "Le point est la place médiane ; le trait clair couvre la moitié centrale des avis.",
        "The dot is the median place; the pale stroke covers the middle half of opinions.",
    )
    head = (
        Text("Élément", "Thing"),
        Text("Place médiane", "Median place"),
        Text("Moitié centrale", "Middle half"),
        Text("Premier", "First"),
    )
    rows = tuple(
        (
            label,
            _said(median),
            Text(f"{_said(lower).fr}–{_said(upper).fr}", f"{_said(lower).en}–{_said(upper).en}"),
            Text.same(str(times)),
        )
        for label, median, lower, upper, times in found.rows
    )
    return Picture(
        "ranks", found.title, reading, about, 70 + step * count, tuple(shapes), (Table(found.title, head, rows),)
    )


def _place(value: Fraction, count: int) -> int:
    return 660 + round((value - 1) / max(1, count - 1) * 860)


def _said(value: Fraction) -> Text:
    return Text(number(value, "fr"), number(value, "en"))


def counted(values: Sequence[Fraction]) -> tuple[tuple[Fraction, int], ...]:
    """How often each number occurs, in order."""
    return tuple(sorted(Counter(values).items()))
