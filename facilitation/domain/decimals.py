"""Decimal numbers as people type them, bounded: few letters, such as `1e999999999`, may mean a number without end."""

import re
from fractions import Fraction

_DECIMAL = re.compile(r"[-\u2212]?\d{1,15}(\.\d{1,15})?", re.ASCII)


def decimal(typed: str) -> Fraction | None:
    """The number, of at most fifteen digits before the point and fifteen after it; None for anything else.

    A comma is a point, a space between digits is nothing, a minus sign may be the true one.
    """
    plain = re.sub(r"[ \u00a0\u202f]", "", typed).replace(",", ".")
    return Fraction(plain.replace("\u2212", "-")) if _DECIMAL.fullmatch(plain) else None
