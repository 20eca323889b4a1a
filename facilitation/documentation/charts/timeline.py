"""Planned time above, actual time below, the same step joined by slanting lines."""

from collections.abc import Sequence

from markupsafe import Markup

from facilitation.documentation.charts.drawing import DEEP, INK, PALE, RULE, SOFT, WIDTH, label, rect, stroke, svg
from facilitation.projections.timeline import TimelineStep

HEIGHT = 108.0
LEFT = 54.0
UPPER, LOWER, BAND = 2.0, 56.0, 26.0
Span = tuple[float, float]


def timeline_chart(
    title: str, planned_word: str, actual_word: str, steps: Sequence[TimelineStep], every: str
) -> Markup:
    """Two bands on one scale. Steps carry the numbers of the table; `every` names the unit under the scale."""
    planned, actual = _planned(steps), _actual(steps)
    end = max([60.0, *(span[1] for span in (*planned.values(), *actual.values()))])
    scale = (WIDTH - LEFT) / end
    parts = [
        label(LEFT - 8, top + BAND / 2 + 4, words, anchor="end", bold=True)
        for top, words in ((UPPER, planned_word), (LOWER, actual_word))
    ]
    for place in planned.keys() & actual.keys():
        for side in (0, 1):
            ends = (LEFT + planned[place][side] * scale, LEFT + actual[place][side] * scale)
            parts.append(stroke(ends[0], UPPER + BAND, ends[1], LOWER, RULE, 0.5))
    for place, span in sorted(planned.items()):
        parts += _block(place, span, UPPER, scale, PALE, INK)
    for place, span in sorted(actual.items()):
        parts += _block(place, span, LOWER, scale, DEEP if place % 2 else "#2c7a80", "#ffffff")
    return svg(title, HEIGHT, parts + _scale(end, scale, every))


def _block(place: int, span: Span, top: float, scale: float, fill: str, ink: str) -> list[Markup]:
    x, width = LEFT + span[0] * scale, (span[1] - span[0]) * scale
    parts = [rect(x, top, width, BAND, fill, stroke=RULE if fill == PALE else SOFT)]
    if width >= 12:
        parts.append(label(x + width / 2, top + BAND / 2 + 4, str(place), anchor="middle", colour=ink, bold=True))
    return parts


def _planned(steps: Sequence[TimelineStep]) -> dict[int, Span]:
    spans, at = {}, 0.0
    for place, step in enumerate(steps, 1):
        if step.planned:
            spans[place] = (at, at + step.planned)
            at += step.planned
    return spans


def _actual(steps: Sequence[TimelineStep]) -> dict[int, Span]:
    return {
        place: (float(step.after), float(step.after + step.actual))
        for place, step in enumerate(steps, 1)
        if step.after is not None and step.actual
    }


def _scale(end: float, scale: float, every: str) -> list[Markup]:
    minutes = next(n for n in (1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440, 10**9) if end / 60 / n <= 10)
    parts = []
    for turn in range(int(end // (minutes * 60)) + 1):
        x = LEFT + turn * minutes * 60 * scale
        parts.append(stroke(x, LOWER + BAND, x, LOWER + BAND + 5))
        anchor = "start" if turn == 0 else "end" if x > WIDTH - 14 else "middle"
        parts.append(
            label(x, LOWER + BAND + 18, f"{turn * minutes}\u00a0{every}" if turn == 0 else str(turn * minutes), anchor)
        )
    return parts
