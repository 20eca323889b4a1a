"""What is asked again weeks after a session, as whoever answers sees it; and the answers that can be read."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitation.domain.decimals import decimal
from facilitation.domain.format import Question, Text
from facilitation.domain.scopes import whole_limit
from facilitation.domain.session import Session
from facilitation.projections.scales import steps_of_scale

YES, NO = Text("Oui", "Yes"), Text("Non", "No")
LONGEST_NUMBER = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it is asked: its steps with their words, or the limits of a number."""

    question: Question
    steps: tuple[tuple[str, Text], ...]
    low: int | None = None
    high: int | None = None


def asks_again(state: Session) -> bool:
    """Whether a session has questions whose answers may be held against those of another session."""
    asked = any(planned.stage.survey in ("before", "after") for planned in state.plan)
    return asked or state.asked_later is not None


def questions_of(state: Session) -> tuple[Asked, ...]:
    """Every question that is asked again."""
    stage = state.asked_later
    return tuple(_asked(state, question) for question in (stage.ask if stage else ()))


def _asked(state: Session, question: Question) -> Asked:
    if question.kind == "yes-no":
        return Asked(question, (("1", YES), ("0", NO)))
    planned = state.plan[0]
    steps = steps_of_scale(state, planned, question)
    low, high = (whole_limit(state, planned, end, None) for end in (question.minimum, question.maximum))
    return Asked(question, tuple((str(step), Text.same(str(step))) for step in steps), low, high)


def numbers_of(state: Session, given: Mapping[str, str]) -> tuple[dict[str, str], frozenset[str]]:
    """The answers that can be read, and the questions whose answer cannot."""
    values: dict[str, str] = {}
    wrong = set()
    for asked in questions_of(state):
        typed = str(given.get(f"q-{asked.question.name}", "")).strip().replace(",", ".")
        if not typed:
            continue
        if _fits(asked, typed):
            values[asked.question.name] = typed
        else:
            wrong.add(asked.question.name)
    return values, frozenset(wrong)


def _fits(asked: Asked, typed: str) -> bool:
    if asked.steps:
        return typed in dict(asked.steps)
    number = decimal(typed) if len(typed) <= LONGEST_NUMBER else None
    if number is None or (asked.question.kind != "number" and number.denominator != 1):
        return False
    return (asked.low is None or number >= asked.low) and (asked.high is None or number <= asked.high)
