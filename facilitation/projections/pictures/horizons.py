"""Three horizons: three curves over time, and what was written about each."""

from math import exp

from facilitation.domain.format import Text
from facilitation.projections.pictures.material import Horizons
from facilitation.projections.pictures.shapes import Picture, Shape, Stroke, Table, Tone, Words, short

HIGH = 640
FOOT, PEAK = 230, 30
NAMES = (
    Text("Horizon 1 · aujourd'hui", "Horizon 1 · today"),
    Text("Horizon 2 · le passage", "Horizon 2 · the way over"),
    Text("Horizon 3 · l'avenir", "Horizon 3 · the future"),
)
LOOKS: tuple[tuple[Tone, bool], ...] = (("quiet", False), ("warm", True), ("deep", False))


def horizons(found: Horizons) -> Picture:
    """The first falls, the third rises, the second swells between; under each, its columns."""
    shapes: list[Shape] = [Stroke(((20, FOOT), (1580, FOOT)), "rule", 2)]
    for at, (tone, dashed) in enumerate(LOOKS):
        shapes.append(Stroke(tuple((x, _height(at, x)) for x in range(20, 1581, 40)), tone, 8, dashed))
    for at, (x, y) in enumerate(((40, 34), (800, 34), (1560, 34))):
        anchor = ("start", "middle", "end")[at]
        shapes.append(Words(x, y, NAMES[at], anchor, LOOKS[at][0] if at else "ink", 32, True))  # type: ignore[arg-type]
    for at, columns in enumerate(found.horizons):
        shapes += _columns(20 + at * 530, columns)
    counts = [sum(len(cards) for _, cards in columns) for columns in found.horizons]
    reading = Text(
        ", ".join(f"{name.fr.partition(' · ')[0]} : {count}" for name, count in zip(NAMES, counts, strict=False))
        + " (cartes).",
        ", ".join(f"{name.en.partition(' · ')[0]}: {count}" for name, count in zip(NAMES, counts, strict=False))
        + " (cards).",
    )
    about = Text(
        "Le premier horizon s'efface, le troisième monte, le deuxième fait le passage.",
        "The first horizon fades, the third rises, the second leads over.",
    )
    rows = tuple(
        (NAMES[at], label, Text.same(str(len(cards))))
        for at, columns in enumerate(found.horizons)
        for label, cards in columns
    )
    table = Table(found.title, (Text("Horizon", "Horizon"), Text("Colonne", "Column"), Text("Cartes", "Cards")), rows)
    return Picture("horizons", found.title, reading, about, HIGH, tuple(shapes), (table,))


def _height(at: int, x: int) -> int:
    part = (x - 20) / 1560
    rise = 1 / (1 + exp(-8 * (part - 0.6)))
    share = (1 - rise * 0.85, 0.15 + 0.6 * exp(-(((part - 0.5) / 0.22) ** 2)), 0.1 + rise * 0.85)[at]
    return FOOT - round(share * (FOOT - PEAK - 40))


def _columns(left: int, columns: tuple[tuple[Text, tuple[Text, ...]], ...]) -> list[Shape]:
    shapes: list[Shape] = []
    y = FOOT + 40
    room = (HIGH - FOOT - 20) // max(1, len(columns))
    for label, cards in columns:
        shapes.append(
            Words(left, y, Text(f"{label.fr} · {len(cards)}", f"{label.en} · {len(cards)}"), "start", "deep", 30, True)
        )
        lines = max(1, (room - 44) // 38)
        shown = cards if len(cards) <= lines else cards[: lines - 1]
        for line, card in enumerate(shown):
            shapes.append(Words(left, y + 38 + line * 38, short(card, 33), "start"))
        if len(shown) < len(cards):
            more = len(cards) - len(shown)
            shapes.append(
                Words(left, y + 38 + len(shown) * 38, Text(f"et {more} autres", f"and {more} more"), "start", "quiet")
            )
        y += room
    return shapes
