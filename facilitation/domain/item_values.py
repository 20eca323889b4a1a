"""One value for each item of a list: how it is kept, and what formulas read of it."""

import re
from collections.abc import Mapping
from fractions import Fraction

from facilitation.domain.format import Question
from facilitation.domain.session import AnswerValue

NUMBER = re.compile(r"-?\d{1,15}(/\d{1,15}|\.\d{1,15})?", re.ASCII)

MOST_VALUES = 8
"""A picture with a column for each value has room for so many."""

ItemValue = Fraction | bool


def values_by_item(question: Question, value: AnswerValue) -> dict[str, ItemValue]:
    """The values of an answer by the id of their item; what cannot be read is left out."""
    rows = value if isinstance(value, tuple) else ()
    pairs = (row for row in rows if isinstance(row, tuple) and len(row) == 2)
    found = ((item, read_value(question, words)) for item, words in pairs)
    return {item: one for item, one in found if one is not None}


def read_value(question: Question, words: str) -> ItemValue | None:
    """One value as it travels: an exact number, or `yes` and `no`."""
    if question.each == "yes-no":
        return {"yes": True, "no": False}.get(words)
    if not NUMBER.fullmatch(words) or re.search(r"/0+$", words):
        return None
    return Fraction(words)


def written_value(value: ItemValue) -> str:
    """The same, written."""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def in_all(values: Mapping[str, ItemValue]) -> Fraction:
    """All values together: the sum of the numbers, or how many times yes."""
    return sum((Fraction(int(v)) if isinstance(v, bool) else v for v in values.values()), Fraction(0))
