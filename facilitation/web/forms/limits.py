"""Limits on what is typed as a number or a length of time."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from flask_babel import gettext
from wtforms import ValidationError

LONGEST_STAGE = 480
PLAIN = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)(?:\s+to\s+(\d{1,6}(?:\.\d{1,6})?))?(?:\s+per person)?")


def pattern(wanted: re.Pattern[str], wrong: Any) -> Callable[[Any, Any], None]:
    """Exactly of this shape."""

    def check(_form: Any, field: Any) -> None:
        if not wanted.fullmatch(field.data or ""):
            raise ValidationError(str(wrong))

    return check


def number_of_minutes(before: str) -> Callable[[Any, Any], None]:
    """A number of minutes or a range of them; where a calculation stood before, another may stand."""

    def check(_form: Any, field: Any) -> None:
        plain = PLAIN.fullmatch(field.data or "")
        if plain is None and PLAIN.fullmatch(before):
            raise ValidationError(gettext("Write the minutes as a number, such as 10 or 7.5, or as a range: 5 to 10."))
        low, high = plain.groups() if plain else ("1", None)
        if not 0 < Fraction(low) <= Fraction(high or low) <= LONGEST_STAGE:
            raise ValidationError(
                gettext("From 1 to %(max)s minutes; in a range, the shorter time comes first.", max=LONGEST_STAGE)
            )

    return check
