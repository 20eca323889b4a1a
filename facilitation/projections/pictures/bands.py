"""An iceberg: what can be seen above the water, what holds it up in bands below."""

from collections.abc import Iterator

from facilitation.domain.format import Text
from facilitation.projections.pictures.material import UNSAID, Bands
from facilitation.projections.pictures.shapes import (
    Area,
    Box,
    Picture,
    Shape,
    Stroke,
    Table,
    Words,
    joined,
    short,
)

HIGH = 640
TIP = 10
MIDDLE = 280
WORDS_AT = 560
LINE = 40


def iceberg(found: Bands) -> Picture:
    """The berg to the left, wider below; beside each band its first cards, and how many more there are."""
    step = (HIGH - TIP) // max(1, len(found.bands))
    shapes: list[Shape] = [Box(0, TIP + step, 1600, HIGH - TIP - step, "pale")]
    for at, (label, cards) in enumerate(found.bands):
        top = TIP + at * step
        shapes += [
            _slice(at, len(found.bands), top, step),
            Words(MIDDLE, top + step // 2 + 18, Text.same(str(len(cards))), size=64, bold=True, tone="deep"),
            Words(WORDS_AT, top + 38, label, "start", "deep", 32, True),
            *_beside(cards, top, step),
        ]
        if at:
            shapes.append(Stroke(((0, top), (1600, top)), "deep" if at == 1 else "rule", 6 if at == 1 else 2, at != 1))
    shapes.append(Words(20, TIP + step + 34, Text("la surface de l'eau", "the waterline"), "start", "deep"))
    about = Text(
        "Des bandes l'une sous l'autre ; la première est ce que tout le monde voit.",
        "Bands one under another; the first is what everyone sees.",
    )
    rows = tuple((label, Text.same(str(len(cards)))) for label, cards in found.bands)
    table = Table(found.title, (Text("Niveau", "Level"), Text("Cartes", "Cards")), rows)
    return Picture("iceberg", found.title, _reading(found), about, HIGH, tuple(shapes), (table,))


def _slice(at: int, count: int, top: int, step: int) -> Area:
    """The berg within one band: the tip comes to a point, the foot is narrower than what it carries."""
    above, below = (0 if at == 0 else _width(at)), (_width(at + 1) if at < count - 1 else _width(at) * 3 // 4)
    # Two thirds of a width to each side of the middle: inside the paper and clear of the words.
    a, b = above * 2 // 3, below * 2 // 3
    corners = ((MIDDLE - a, top), (MIDDLE + a, top), (MIDDLE + b, top + step), (MIDDLE - b, top + step))
    return Area(corners, "mist" if at % 2 == 0 else "paper")


def _width(at: int) -> int:
    return min(110 + 110 * at, 400)


def _beside(cards: tuple[Text, ...], top: int, step: int) -> Iterator[Words]:
    """As many cards as there is room for, those that may be read first."""
    room = max(1, (step - 46) // LINE)
    readable = sorted(cards, key=UNSAID.__eq__)
    shown = readable if len(readable) <= room else readable[: room - 1]
    for line, card in enumerate(shown):
        yield Words(WORDS_AT, top + 78 + line * LINE, short(card, 62), "start", size=30)
    more = len(cards) - len(shown)
    if more:
        words = Text(f"et {more} autres", f"and {more} more")
        yield Words(WORDS_AT, top + 78 + len(shown) * LINE, words, "start", "quiet")


def _reading(found: Bands) -> Text:
    told = [Text(f"{label.fr} : {len(cards)}", f"{label.en}: {len(cards)}") for label, cards in found.bands]
    seen, below = (len(found.bands[0][1]) if found.bands else 0), sum(len(cards) for _, cards in found.bands[1:])
    return Text(
        f"Au-dessus de l'eau : {seen} ; en dessous : {below} ({joined(told[1:]).fr}).",
        f"Above the water: {seen}; below: {below} ({joined(told[1:]).en}).",
    )
