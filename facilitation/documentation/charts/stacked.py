"""Bars in parts: how a room was divided on each thing it was asked about."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from facilitation.documentation.charts.drawing import DEEP, INK, OCHRE, SOFT, WIDTH, label, rect, svg

FILLS = {2: (DEEP, OCHRE), 3: (DEEP, SOFT, OCHRE)}
"""The colours of the parts, by how many there are: for, in between, against."""


@dataclass(frozen=True, slots=True)
class Parted:
    """One bar: what it stands for, and how many are in each of its parts."""

    name: str
    counts: tuple[int, ...]


def stacked(title: str, names: Sequence[str], rows: Sequence[Parted]) -> Markup:
    """Bars of one length, parted; the key stands above them."""
    fills = FILLS.get(len(names), FILLS[3])
    parts = list(_key(names, fills))
    left, top = 70.0, 24.0
    room = WIDTH - left - 10
    for place, row in enumerate(rows):
        y, x, all_of_it = top + place * 22, left, max(1, sum(row.counts))
        parts.append(label(left - 8, y + 12, row.name, anchor="end"))
        for fill, count in zip(fills, row.counts, strict=False):
            width = room * count / all_of_it
            if count:
                parts.append(rect(x, y, width - 1, 16, fill))
                colour = INK if fill == SOFT else "#ffffff"
                parts.append(label(x + width / 2, y + 12, str(count), anchor="middle", colour=colour, bold=True))
            x += width
    return svg(title, top + len(rows) * 22 + 4, parts)


def _key(names: Sequence[str], fills: Sequence[str]) -> list[Markup]:
    parts: list[Markup] = []
    x = 70.0
    for name, fill in zip(names, fills, strict=False):
        parts += [rect(x, 4, 10, 10, fill), label(x + 15, 13, name)]
        x += 30 + 6.2 * len(name)
    return parts
