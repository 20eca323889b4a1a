"""A moving debate: where people stood before, where they stand now, and how many went from each to each."""

from facilitation.domain.format import Text
from facilitation.projections.pictures.material import Moves
from facilitation.projections.pictures.shapes import Area, Box, Picture, Shape, Table, Tone, Words, wrapped

HIGH = 640
TOP, DEEP = 64, 570
LEFT, RIGHT, WIDE = 430, 1110, 60
TONES: tuple[Tone, ...] = ("deep", "mist", "warm")


def moves(found: Moves) -> Picture:
    """Two bars in parts, and a band for each way people went."""
    shapes: list[Shape] = [
        Words(LEFT + WIDE // 2, 44, Text("Avant", "Before"), size=36, bold=True),
        Words(RIGHT + WIDE // 2, 44, Text("Après", "After"), size=36, bold=True),
        *_flows(found),
        *_bar(found, found.before, LEFT, True),
        *_bar(found, found.after, RIGHT, False),
    ]
    about = Text(
        "Deux barres, une par moment ; les bandes entre elles sont les personnes qui ont répondu deux fois.",
        "Two bars, one for each moment; the bands between them are the people who answered twice.",
    )
    return Picture("moves", found.title, _reading(found), about, HIGH, tuple(shapes), _tables(found))


def _tops(counts: tuple[int, ...]) -> list[tuple[int, int]]:
    whole, y, found = max(1, sum(counts)), TOP, []
    for count in counts:
        high = round(DEEP * count / whole)
        found.append((y, high))
        y += high
    return found


def _bar(found: Moves, counts: tuple[int, ...], x: int, left: bool) -> list[Shape]:
    shapes: list[Shape] = []
    for at, (y, high) in enumerate(_tops(counts)):
        if not counts[at]:
            continue
        shapes.append(Box(x, y, WIDE, max(2, high - 4), TONES[at % 3], "rule"))
        name = found.options[at]
        lines = wrapped(Text(f"{name.fr} · {counts[at]}", f"{name.en} · {counts[at]}"), 24, 2)
        middle = y + high // 2
        for line, words in enumerate(lines):
            base = middle + 12 + 36 * line - 18 * (len(lines) - 1)
            shapes.append(
                Words(x - 20 if left else x + WIDE + 20, base, words, "end" if left else "start", size=32, bold=True)
            )
    return shapes


def _flows(found: Moves) -> list[Shape]:
    if not found.flows:
        return []
    twice = max(1, sum(map(sum, found.flows)))
    leaving = [y for y, _ in _tops(tuple(map(sum, found.flows)))]
    coming = [y for y, _ in _tops(tuple(sum(row[at] for row in found.flows) for at in range(len(found.options))))]
    shapes: list[Shape] = []
    said: list[Shape] = []
    for a, row in enumerate(found.flows):
        for b, count in enumerate(row):
            if not count:
                continue
            high = round(DEEP * count / twice)
            (y1, y2), (x1, x2) = (leaving[a], coming[b]), (LEFT + WIDE, RIGHT)
            shapes.append(
                Area(((x1, y1), (x2, y2), (x2, y2 + high - 6), (x1, y1 + high - 6)), "pale" if a == b else TONES[a % 3])
            )
            if a != b:
                x = x1 + (x2 - x1) * (2 + 3 * a % 5) // 8
                y = y1 + (y2 - y1) * (x - x1) // (x2 - x1) + high // 2
                said += [Box(x - 22, y - 24, 44, 44, "paper", "ink"), Words(x, y + 9, Text.same(str(count)), bold=True)]
            leaving[a] += high
            coming[b] += high
    return [*shapes, *said]


def _reading(found: Moves) -> Text:
    if not found.flows:
        return Text("Trop peu de réponses pour dire qui a bougé.", "Too few answers to say who moved.")
    twice = sum(map(sum, found.flows))
    stayed = sum(found.flows[at][at] for at in range(len(found.options)))
    return Text(
        f"{twice - stayed} sur {twice} ont changé de position.", f"{twice - stayed} of {twice} changed position."
    )


def _tables(found: Moves) -> tuple[Table, ...]:
    head = (Text("Position", "Position"), Text("Avant", "Before"), Text("Après", "After"))
    counts = tuple(
        (name, Text.same(str(found.before[at])), Text.same(str(found.after[at])))
        for at, name in enumerate(found.options)
    )
    first = Table(found.title, head, counts)
    if not found.flows:
        return (first,)
    ways = tuple((name, *(Text.same(str(count)) for count in found.flows[at])) for at, name in enumerate(found.options))
    whence = Text("D'où (lignes) vers où (colonnes)", "From (rows) to (columns)")
    return (first, Table(whence, (Text("Avant", "Before"), *found.options), ways))
