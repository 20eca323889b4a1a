"""Answers shown back as totals alone: the middle, the spread, the counts; never whose they are."""

from collections import Counter
from fractions import Fraction
from typing import Any

from facilitation.domain.format import Option, Question
from facilitation.domain.item_values import values_by_item
from facilitation.domain.session import AnswerValue, Planned
from facilitation.projections.hands import raised
from facilitation.projections.outcome.consent import THRESHOLD
from facilitation.projections.outcome.numbers import spread
from facilitation.projections.scales import answers_to_count
from facilitation.projections.view import View

FEWEST = 3
"""With fewer answers, each who gave one could tell another's from the total."""


def totals_of(view: View, step: Planned, question: Question) -> dict[str, Any]:
    """The totals of a question, once its step is closed: before that, each newcomer's answer could be worked out."""
    known = view.session.steps.get(step.key)
    if not step.stage.answers_seen_by.totals or known is None or known.closed_at is None:
        return {}
    hands = view.session.hand_counts.get(step.key, {}).get(question.name, {})
    given, counted = [answer.value for _, answer in view.answers(step, question)], raised(question, hands)
    values, fewest = [*given, *counted], THRESHOLD if question.anonymous else FEWEST
    # Hands are counted aloud: whoever heard it takes them off, and is left with the few who wrote.
    if len(values) < fewest or 0 < len(given) < fewest:
        return {"n": len(values)}
    numbers = spread(value for value in values if isinstance(value, Fraction))
    found: dict[str, Any] = {"n": len(values)}
    if numbers is not None:
        found |= {name: str(getattr(numbers, name)) for name in ("median", "lower", "upper", "average")}
    if question.kind in ("choice", "choices", "scale", "yes-no"):
        found["counts"] = _counts(question, values, answers_to_count(view.session, step, question))
    if question.kind == "items":
        found["items"] = _items(question, values, fewest)
    return found


def _items(question: Question, values: list[AnswerValue], fewest: int) -> dict[str, Any]:
    """The middle of what each thing was given, where enough gave it something."""
    given: dict[str, list[Fraction]] = {}
    for value in values:
        for thing, number in values_by_item(question, value).items():
            given.setdefault(thing, []).append(Fraction(number))
    spreads = {thing: spread(numbers) for thing, numbers in given.items() if len(numbers) >= fewest}
    names = ("n", "median", "lower", "upper")
    return {
        thing: {name: getattr(one, name) if name == "n" else str(getattr(one, name)) for name in names}
        for thing, one in spreads.items()
    }


def _counts(question: Question, values: list[AnswerValue], options: tuple[Option, ...]) -> dict[str, int]:
    """How often each answer was given, by the option's id, the number, or `true` and `false`."""
    picks = (pick for value in values for pick in (value if isinstance(value, tuple) else (value,)))
    counts = Counter(str(pick).lower() if isinstance(pick, bool) else str(pick) for pick in picks)
    known = ("true", "false") if question.kind == "yes-no" else tuple(option.id for option in options)
    order = [*known, *sorted((id for id in counts if id not in known), key=lambda id: Fraction(id))]
    return {id: counts[id] for id in order}
