"""Raised hands, as answers among others."""

from collections.abc import Mapping
from fractions import Fraction

from facilitation.domain.format import Question
from facilitation.domain.session import AnswerValue


def raised(question: Question, hands: Mapping[str, int]) -> list[AnswerValue]:
    """One answer for each raised hand: nobody's, but as good as any other in a count."""
    found: list[AnswerValue] = []
    for place, number in hands.items():
        value: AnswerValue = place
        if question.kind == "scale":
            value = Fraction(place)
        elif question.kind == "yes-no":
            value = place == "yes"
        found += [value] * number
    return found
