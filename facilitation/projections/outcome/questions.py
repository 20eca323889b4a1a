"""The answers to the questions of one stage: words, numbers, counts; missing ones said, never taken for zero."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction

from facilitation.domain.format import Question, Text
from facilitation.domain.item_values import ItemValue, values_by_item
from facilitation.domain.members import amounts
from facilitation.domain.scopes import people_of
from facilitation.domain.session import Answer, AnswerValue, Planned, Session
from facilitation.projections.hands import raised
from facilitation.projections.outcome.consent import (
    is_left_out,
    room_saw_answers,
    unprinted,
)
from facilitation.projections.outcome.contributions import rows_shown, words_shown
from facilitation.projections.outcome.numbers import quantile, spread
from facilitation.projections.outcome.register import WORDED, Register, steps_of
from facilitation.projections.outcome.shapes import (
    AnswersOfRound,
    ItemTold,
    OptionCount,
    QuestionMaterial,
    Ranked,
)
from facilitation.projections.outcome.words import (
    NO,
    YES,
    filled,
    number_said,
    round_of,
)
from facilitation.projections.paired.which import root_of
from facilitation.projections.scales import steps_of_scale


def questions_of(session: Session, known: Register, stage: str) -> tuple[QuestionMaterial, ...]:
    """Every question of a stage, with its answers turn by turn."""
    asked = {question.name: question for step in steps_of(session, stage) for question in step.stage.ask}
    # Words left out are counted; but a count of answers would say what they were.
    told = [name for name, one in asked.items() if one.kind in WORDED or not is_left_out(session.format, name)]
    return tuple(question_material(session, known, stage, name) for name in told)


def question_material(session: Session, known: Register, stage: str, name: str) -> QuestionMaterial:
    """One question of a stage over all its turns that were reached."""
    steps = [
        (step, question) for step in steps_of(session, stage) for question in step.stage.ask if question.name == name
    ]
    question = steps[0][1]
    reached = [(s, q) for s, q in steps if (at := session.steps.get(s.key)) and at.started_at is not None]
    return QuestionMaterial(
        name=name,
        label=filled(session, question.label, steps[0][0]),
        sort="person" if question.people else question.kind,
        rounds=tuple(_round(session, known, step, asked) for step, asked in reached),
        columns=tuple(filled(session, column, steps[0][0]) for column in question.columns),
        per_group=question.answered_by == "group",
        anonymous=question.anonymous,
        asked_of=_role(session, question),
        compared=not known.may_spread(name),
        root=root_of({q.name: (step, q) for step in session.plan for q in step.stage.ask}, name),
    )


def _role(session: Session, question: Question) -> Text | None:
    roles = session.format.roles if session.format else ()
    return next((role.label for role in roles if role.name == question.asked_of), None)


def _round(session: Session, known: Register, planned: Planned, question: Question) -> AnswersOfRound:
    given = session.answers.get(planned.key, {}).get(question.name, {})
    kept = {holder: answer for holder, answer in given.items() if not answer.withdrawn}
    missing = session.values[planned.key].missing if planned.key in session.values else {}
    told = AnswersOfRound(
        round=round_of(planned),
        expected=max(len(kept), _expected(session, planned, question)),
        answered=len(kept),
        stood_in=sum(question.name in names for names in missing.values()) if _stands_in(planned, question) else 0,
    )
    if question.kind in WORDED:
        return _worded(session, known, planned, question, told)
    return _counted(session, known, planned, question, told, list(kept.values()))


def _stands_in(planned: Planned, question: Question) -> bool:
    return question.name in planned.stage.if_no_answer


def _expected(session: Session, planned: Planned, question: Question) -> int:
    # A role may have gone round since: who held it then was asked.
    people = [p for p in people_of(session, planned) if session.holds(p, question.asked_of, planned.key)]
    if question.answered_by == "person":
        return len(people)
    rows = session.groups.get(planned.key, ())
    return sum(any(person in row for person in people) for row in rows) if rows else len(people)


def _worded(
    session: Session, known: Register, planned: Planned, question: Question, told: AnswersOfRound
) -> AnswersOfRound:
    given = [one for one in known.answers if one.planned.key == planned.key and one.question.name == question.name]
    return replace(
        told,
        texts=words_shown(session, known, given),
        rows=rows_shown(session, known, given),
        unprinted=unprinted(one.ruling for one in given),
    )


def _counted(
    session: Session,
    known: Register,
    planned: Planned,
    question: Question,
    told: AnswersOfRound,
    answers: list[Answer],
) -> AnswersOfRound:
    if question.people:
        # Who was named, and how often, is nobody's business but that of the role it gives.
        return told
    hands = session.hand_counts.get(planned.key, {}).get(question.name, {})
    told = replace(told, hands=sum(hands.values()))
    values = [*(answer.value for answer in answers), *raised(question, hands)]
    secret = question.anonymous or not room_saw_answers(session, planned)
    if not known.may_spread(question.name) or len(values) < (known.rendering.threshold if secret else known.fewest):
        return replace(told, withheld=bool(values))
    numbers = [value for value in values if isinstance(value, Fraction)]
    apart = (
        [] if planned.stage.answers_seen_by.totals else [a for a in answers if known.may_tell_of(session, a.writers)]
    )
    told_apart = [answer.value for answer in apart if isinstance(answer.value, Fraction)]
    match question.kind:
        case "whole number" | "number":
            return replace(told, spread=spread(numbers, told_apart))
        case "scale":
            return replace(
                told,
                spread=spread(numbers, told_apart),
                counts=_scale(session, planned, question, numbers),
            )
        case "yes-no":
            yes, no = values.count(True), values.count(False)
            return replace(told, counts=(OptionCount("yes", YES, yes), OptionCount("no", NO, no)))
        case "amounts":
            sums = [sum(amounts(value).values(), Fraction(0)) for value in values]
            return replace(told, spread=spread(sums))
        case "items":
            return replace(told, items=_items(session, known, planned, question, values))
        case "ranking":
            return replace(told, ranking=_ranking(session, planned, question, values))
        case _:
            return replace(told, counts=_options(session, planned, question, values))


def _items(
    session: Session, known: Register, planned: Planned, question: Question, values: list[AnswerValue]
) -> tuple[ItemTold, ...]:
    given = [values_by_item(question, value) for value in values]
    ids = dict.fromkeys([item.id for item in question.items] + [id for answer in given for id in answer])
    labels = {item.id: filled(session, item.label, planned) for item in question.items}
    labels |= {id: Text.same(session.cards[id].text) for id in known.card_numbers if id in session.cards}
    return tuple(_item(id, labels.get(id), [answer[id] for answer in given if id in answer]) for id in ids)


def _item(id: str, label: Text | None, values: list[ItemValue]) -> ItemTold:
    numbers = [value for value in values if isinstance(value, Fraction)]
    yes = None if numbers or not values else sum(value is True for value in values)
    return ItemTold(id, label, len(values), spread(numbers, []), yes)


def _options(
    session: Session, planned: Planned, question: Question, values: list[AnswerValue]
) -> tuple[OptionCount, ...]:
    picked = Counter(pick for value in values for pick in (value if isinstance(value, tuple) else (value,)))
    return tuple(
        OptionCount(option.id, filled(session, option.label, planned), picked[option.id]) for option in question.options
    )


def _scale(session: Session, planned: Planned, question: Question, numbers: list[Fraction]) -> tuple[OptionCount, ...]:
    said = Counter(int(number) for number in numbers)
    places = steps_of_scale(session, planned, question) or sorted(said)
    return tuple(OptionCount(str(place), number_said(Fraction(place)), said[place]) for place in places)


def _ranking(session: Session, planned: Planned, question: Question, values: list[AnswerValue]) -> tuple[Ranked, ...]:
    orders = [value for value in values if isinstance(value, tuple)]
    if not orders:
        return ()
    found = []
    for option in question.options:
        places = sorted(Fraction(order.index(option.id) + 1) for order in orders if option.id in order)
        if places:
            label = filled(session, option.label, planned)
            found.append(
                Ranked(
                    option.id,
                    label,
                    quantile(places, Fraction(1, 2)),
                    places.count(Fraction(1)),
                )
            )
    return tuple(sorted(found, key=lambda ranked: (ranked.median, -ranked.first)))
