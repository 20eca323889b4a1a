"""An iceberg: what can be seen above the water, what holds it up in bands below."""

from facilitation.domain.format import Text
from facilitation.projections.pictures.material import UNSAID, Bands
from facilitation.projections.pictures.shapes import (
    Area,
    Box,
    Picture,
    Shape,
    Stroke,
    Table,
    Tone,
    Words,
    joined,
    short,
)

HIGH = 640
TIP = 10
WORDS_AT = 560


def iceberg(found: Bands) -> Picture:
    """The berg to the left, wider below; beside each band its first cards, and how many more there are."""
    count = max(1, len(found.bands))
    step = (HIGH - TIP) // count
    shapes: list[Shape] = [Box(0, TIP + step, 1600, HIGH - TIP - step, "pale")]
    # Two thirds of a width to each side of the middle: inside the paper and clear of the words.
    widths = [min(110 + 110 * at, 400) for at in range(count + 1)]
    for at, (label, cards) in enumerate(found.bands):
        top, low = TIP + at * step, TIP + (at + 1) * step
        a, b = (0 if at == 0 else widths[at]), widths[at + 1] if at < count - 1 else widths[at] * 3 // 4
        middle = 280
        tone: Tone = "mist" if at % 2 == 0 else "paper"
        shapes += [
            Area(
                (
                    (middle - a * 2 // 3, top),
                    (middle + a * 2 // 3, top),
                    (middle + b * 2 // 3, low),
                    (middle - b * 2 // 3, low),
                ),
                tone,
            ),
            Words(middle, (top + low) // 2 + 18, Text.same(str(len(cards))), size=64, bold=True, tone="deep"),
            Words(WORDS_AT, top + 38, label, "start", "deep", 32, True),
        ]
        room = max(1, (step - 46) // 40)
        readable = sorted(cards, key=UNSAID.__eq__)
        shown = readable if len(readable) <= room else readable[: room - 1]
        for line, card in enumerate(shown):
            shapes.append(Words(WORDS_AT, top + 78 + line * 40, short(card, 62), "start", size=30))
        if len(shown) < len(cards):
            more = len(cards) - len(shown)
            words = Text(f"et {more} autres", f"and {more} more")
            shapes.append(Words(WORDS_AT, top + 78 + len(shown) * 40, words, "start", "quiet"))
        if at:
            shapes.append(Stroke(((0, top), (1600, top)), "deep" if at == 1 else "rule", 6 if at == 1 else 2, at != 1))
    shapes.append(Words(20, TIP + step + 34, Text("la surface de l'eau", "the waterline"), "start", "deep"))
    told = [Text(f"{label.fr} : {len(cards)}", f"{label.en}: {len(cards)}") for label, cards in found.bands]
    seen, below = (len(found.bands[0][1]) if found.bands else 0), sum(len(cards) for _, cards in found.bands[1:])
    reading = Text(
        f"Au-dessus de l'eau : {seen} ; en dessous : {below} ({joined(told[1:]).fr}).",
        f"Above the water: {seen}; below: {below} ({joined(told[1:]).en}).",
    )
    about = Text(
        "Des bandes l'une sous l'autre ; la première est ce que tout le monde voit.",
        "Bands one under another; the first is what everyone sees.",
    )
    rows = tuple((label, Text.same(str(len(cards)))) for label, cards in found.bands)
    table = Table(found.title, (Text("Niveau", "Level"), Text("Cartes", "Cards")), rows)
    return Picture("iceberg", found.title, reading, about, HIGH, tuple(shapes), (table,))
