"""Exact statistics for small numbers: quartiles, never a mean alone."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from facilitation.projections.outcome.shapes import Spread


def spread(values: Iterable[Fraction], told: Iterable[Fraction] | None = None) -> Spread | None:
    """The spread of some numbers, or none of no numbers. Quartiles by linear interpolation between ranks.

    `told` are those that may be listed one by one: of the others only the aggregates speak.
    """
    ranked = sorted(values)
    if not ranked:
        return None
    return Spread(
        n=len(ranked),
        minimum=ranked[0],
        lower=quantile(ranked, Fraction(1, 4)),
        median=quantile(ranked, Fraction(1, 2)),
        upper=quantile(ranked, Fraction(3, 4)),
        maximum=ranked[-1],
        average=sum(ranked, Fraction(0)) / len(ranked),
        values=tuple(ranked if told is None else sorted(told)),
    )


def quantile(ranked: Sequence[Fraction], part: Fraction) -> Fraction:
    """The value below which `part` (0 to 1) of some sorted numbers lie."""
    place = part * (len(ranked) - 1)
    below = int(place)
    above = min(below + 1, len(ranked) - 1)
    return ranked[below] + (ranked[above] - ranked[below]) * (place - below)
