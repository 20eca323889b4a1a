"""What is asked again weeks after a session, as a form: few questions, each answered by a number or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flask_babel import gettext, lazy_gettext
from wtforms import DateField, Form, HiddenField, StringField

from facilitation.domain.format import Question, Text
from facilitation.domain.scopes import whole_limit
from facilitation.domain.session import Session
from facilitation.projections.scales import steps_of_scale
from facilitation.web.forms.fields import tidy

YES, NO = Text("Oui", "Yes"), Text("Non", "No")
LONGEST_NUMBER = 12


class UntilForm(Form):
    """Until which day a link opens."""

    until = DateField(lazy_gettext("Open until the evening of"))

    def day(self, today: date) -> date | None:
        """The day, if it is one to come; otherwise the form says what to do."""
        chosen: date | None = self.until.data if self.validate() else None
        if chosen is None or chosen < today:
            self.until.errors = [gettext("Choose a day that is not over.")]
            return None
        return chosen


class LaterForm(Form):
    """Who answers, if they like to say so. The questions are read apart: each session has its own."""

    visit = HiddenField()
    code = StringField(lazy_gettext("Your withdrawal code of that session"), filters=[tidy])
    summary = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as the page asks it: its steps with their words, or the limits of a number."""

    question: Question
    steps: tuple[tuple[str, Text], ...]
    low: int | None = None
    high: int | None = None


def questions_of(state: Session) -> tuple[Asked, ...]:
    """Every question of the page."""
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
    try:
        number = Fraction(typed) if len(typed) <= LONGEST_NUMBER and "/" not in typed else None
    except ValueError:
        return False
    if number is None or (asked.question.kind != "number" and number.denominator != 1):
        return False
    return (asked.low is None or number >= asked.low) and (asked.high is None or number <= asked.high)
