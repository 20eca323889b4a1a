"""Answers that everyone may read, drawn: numbers, options, rankings; only totals where only totals may be told."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from facilitation.domain.format import Question, Text
from facilitation.domain.scopes import whole_limit
from facilitation.domain.session import AnswerValue, Planned
from facilitation.projections.outcome.numbers import quantile
from facilitation.projections.outcome.words import NO, YES
from facilitation.projections.pictures.draw import spaced
from facilitation.projections.pictures.shapes import Picture
from facilitation.projections.pictures.tallies import Numbers, Options, Ranks, counted, numbers, options, ranks
from facilitation.projections.totals import totals_of
from facilitation.projections.view import View

HALF = (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4))


def answers_drawn(view: View) -> dict[str, Picture]:
    """A picture for each question of the step whose answers, or their totals, everyone sees."""
    found: dict[str, Picture] = {}
    for step, question, opened in view.shown_questions:
        given = [answer for _, answer in view.answers(step, question)]
        told = [answer.value for answer in given if "everyone" in view.channels(opened, answer.by)]
        pooled = bool(totals_of(view, step, question).get("counts") or totals_of(view, step, question).get("median"))
        values = told or ([answer.value for answer in given] if pooled else [])
        picture = _drawn(view, step, question, values, not told) if values else None
        if picture is not None:
            found[question.name] = spaced(picture)
    return found


def _drawn(
    view: View, step: Planned, question: Question, values: Sequence[AnswerValue], pooled: bool
) -> Picture | None:
    match question.kind:
        case "scale" | "whole number" | "number":
            return _numbers(view, step, question, [v for v in values if isinstance(v, Fraction)], pooled)
        case "choice" | "choices":
            picked = Counter(one for v in values for one in (v if isinstance(v, tuple) else (v,)))
            counts = tuple((option.label, picked[option.id]) for option in question.options)
            return options(Options(question.label, counts, len(values)))
        case "yes-no":
            told = ((YES, True), (NO, False))
            return options(
                Options(question.label, tuple((w, sum(v is one for v in values)) for w, one in told), len(values))
            )
        case "ranking":
            return _ranks(question, [v for v in values if isinstance(v, tuple)])
    return None


def _numbers(view: View, step: Planned, question: Question, values: list[Fraction], pooled: bool) -> Picture | None:
    if not values:
        return None
    ranked = sorted(values)
    lower, median, upper = (quantile(ranked, part) for part in HALF)
    asked = [whole_limit(view.session, step, end, None) for end in (question.minimum, question.maximum)]
    scale = question.kind == "scale" and None not in asked
    ends = (Fraction(asked[0] or 0), Fraction(asked[1] or 0)) if scale else (ranked[0], ranked[-1])
    # Of numbers given in secret only the middle is told: the smallest and the largest are one person's each.
    counts = () if pooled and not scale else counted(ranked)
    if pooled and not scale:
        ends = (lower, upper)
    return numbers(Numbers(question.label, counts, len(values), lower, median, upper, ends, scale or _whole(ranked)))


def _whole(values: Sequence[Fraction]) -> bool:
    return all(value.denominator == 1 for value in values)


def _ranks(question: Question, orders: Sequence[tuple[object, ...]]) -> Picture | None:
    rows: list[tuple[Text, Fraction, Fraction, Fraction, int]] = []
    for option in question.options:
        places = sorted(Fraction(order.index(option.id) + 1) for order in orders if option.id in order)
        if places:
            lower, median, upper = (quantile(places, part) for part in HALF)
            rows.append((option.label, median, lower, upper, places.count(Fraction(1))))
    rows.sort(key=lambda row: (row[1], -row[4]))
    return ranks(Ranks(question.label, tuple(rows), len(orders))) if rows else None
