"""Whether an answer has the form and the limits that its question asks for."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

from facilitation.domain.commands import Refused
from facilitation.domain.expressions import parse
from facilitation.domain.format import Question
from facilitation.domain.item_values import in_all, values_by_item, written_value
from facilitation.domain.members import amounts, member_key, others_here, others_of
from facilitation.domain.progress import holder
from facilitation.domain.rules.tasks import items_for
from facilitation.domain.rules.words import tidy
from facilitation.domain.scopes import limit, settings_at
from facilitation.domain.session import AnswerValue, Planned, Session
from facilitation.domain.worths import together

MOST_ROWS = 50
DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
"""The 31st of December as it is written by hand: 31/12/2026, or 31.12.2026."""
LONGEST_LINK = 500
LINK = re.compile(r"https://[^\s/@:]+\.[^\s/@:]{2,}(:\d+)?(/\S*)?")
"""No name or password before the host, no other scheme: it is shown as text, and never fetched."""


def checked(
    session: Session, planned: Planned, question: Question, value: AnswerValue, person: str
) -> AnswerValue | Refused:
    """The answer as it is kept, or why it cannot be."""
    first = _asked_before(session, planned, question, person)
    if first is not None:
        return Refused("answer-first", {"question": first.label.said_in(session.locale)})
    match question.kind, value:
        case "short text", str() if question.day:
            return _day(value)
        case (("short text" | "long text"), str()):
            return tidy(value, question.longest)
        case (("whole number" | "number" | "scale"), Fraction()):
            return _number(session, planned, question, value, person)
        case (("whole number" | "number" | "scale"), _):
            return Refused("not-a-number")
        case "choice", str() if question.people:
            others = others_here(session, planned, person)
            return (
                value
                if value in [member_key(session, planned, other) for other in others]
                else Refused("not-an-option")
            )
        case "choice", str():
            return value if value in _ids(question) else Refused("not-an-option")
        case "choices", tuple():
            return _picks(session, planned, question, value, person)
        case "ranking", tuple():
            whole = all(isinstance(item, str) for item in value) and sorted(map(str, value)) == sorted(_ids(question))
            return value if whole else Refused("not-an-option")
        case "amounts", tuple():
            return _amounts(session, planned, question, value, person)
        case "items", tuple():
            return _items(session, planned, question, value, person)
        case "link", str():
            return _link(value, question.longest)
        case "list", tuple():
            return _rows(question, value)
        case "yes-no", bool():
            return value
    return Refused("wrong-type")


def _asked_before(session: Session, planned: Planned, question: Question, person: str) -> Question | None:
    """A question of the same step that the limits of this one depend on, and that has no answer yet."""
    formulas = (question.minimum, question.maximum, question.total)
    names = {name for formula in formulas if formula for name in parse(formula).names}
    beside = (other for other in planned.stage.ask if other.name in names and other.name != question.name)
    given = session.answers.get(planned.key, {})
    for other in beside:
        answer = given.get(other.name, {}).get(holder(session, other, person))
        if answer is None or answer.withdrawn:
            return other
    return None


def breaks_another(session: Session, planned: Planned, question: Question, person: str) -> bool:
    """Whether, in `session` where `question` has its new answer, another answer of this person is out of its limits."""
    for other in planned.stage.ask:
        answer = session.answers.get(planned.key, {}).get(other.name, {}).get(holder(session, other, person))
        if answer is None or answer.withdrawn or other.name == question.name:
            continue
        formulas = (other.minimum, other.maximum, other.total)
        depends = any(question.name in parse(formula).names for formula in formulas if formula)
        if depends and isinstance(checked(session, planned, other, answer.value, person), Refused):
            return True
    return False


def _day(value: str) -> AnswerValue | Refused:
    """A day of the calendar, kept in the one spelling that sorts and that both languages read alike."""
    words = value.strip()
    written = DAY.fullmatch(words)
    try:
        found = date(int(written[3]), int(written[2]), int(written[1])) if written else date.fromisoformat(words)
    except ValueError:
        return Refused("not-a-date")
    return found.isoformat()


def _ids(question: Question) -> tuple[str, ...]:
    return tuple(option.id for option in question.options)


def _number(
    session: Session, planned: Planned, question: Question, value: Fraction, person: str
) -> AnswerValue | Refused:
    if question.kind != "number" and value.denominator != 1:
        return Refused("not-whole")
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > 100:
        return Refused("not-a-number")
    fewest = limit(session, planned, question.minimum, person)
    most = limit(session, planned, question.maximum, person)
    if fewest is not None and value < fewest:
        return Refused("too-small", {"fewest": str(fewest)})
    if most is not None and value > most:
        return Refused("too-large", {"most": str(most)})
    return value


def _picks(
    session: Session, planned: Planned, question: Question, value: tuple[object, ...], person: str
) -> AnswerValue | Refused:
    picks = tuple(item for item in value if isinstance(item, str))
    if len(picks) != len(value) or len(set(picks)) != len(picks) or not set(picks) <= set(_ids(question)):
        return Refused("not-an-option")
    fewest = limit(session, planned, question.minimum, person)
    most = limit(session, planned, question.maximum, person)
    if fewest is not None and len(picks) < fewest:
        return Refused("too-few-picks", {"fewest": str(fewest)})
    if most is not None and len(picks) > most:
        return Refused("too-many-picks", {"most": str(most)})
    whole = limit(session, planned, question.total, person)
    if whole is not None and together(question.options, picks, settings_at(session, planned)) > whole:
        return Refused("too-large", {"most": str(whole)})
    return picks


def _amounts(
    session: Session, planned: Planned, question: Question, value: tuple[object, ...], person: str
) -> AnswerValue | Refused:
    known = [member_key(session, planned, other) for other in others_of(session, planned, person)]
    rows = tuple(row for row in value if isinstance(row, tuple) and len(row) == 2)
    found = amounts(rows)
    if len(rows) != len(value) or len(found) != len(rows):
        return Refused("not-whole")
    if not found.keys() <= set(known):
        return Refused("not-an-option")
    for amount in found.values():
        kept = _number(session, planned, question, amount, person)
        if isinstance(kept, Refused):
            return kept
    most = limit(session, planned, question.total, person)
    if most is not None and sum(found.values()) > most:
        return Refused("too-large", {"most": str(most)})
    return tuple((key, str(found.get(key, Fraction(0)))) for key in known)


def _items(
    session: Session, planned: Planned, question: Question, value: tuple[object, ...], person: str
) -> AnswerValue | Refused:
    known = [item.id for item in items_for(session, planned, question, person)]
    rows = tuple(row for row in value if isinstance(row, tuple) and len(row) == 2)
    found = values_by_item(question, rows)
    if len(rows) != len(value) or len(found) != len(rows):
        return Refused("not-a-number" if question.each != "yes-no" else "not-an-option")
    if not found.keys() <= set(known):
        return Refused("not-an-option")
    if question.required and len(found) < len(known):
        return Refused("items-missing")
    for one in found.values():
        asked = replace(question, kind=question.each)
        kept = _number(session, planned, asked, one, person) if isinstance(one, Fraction) else one
        if isinstance(kept, Refused):
            return kept
    most = limit(session, planned, question.total, person)
    if most is not None and in_all(found) > most:
        return Refused("too-large", {"most": str(most)})
    return tuple((key, written_value(found[key])) for key in known if key in found) or Refused("empty")


def _link(value: str, longest: int) -> AnswerValue | Refused:
    kept = tidy(value, min(longest, LONGEST_LINK))
    return kept if isinstance(kept, Refused) or LINK.fullmatch(kept) else Refused("not-a-link")


def _rows(question: Question, value: tuple[object, ...]) -> AnswerValue | Refused:
    rows: list[tuple[str, ...]] = []
    for row in value[: MOST_ROWS + 1]:
        if not isinstance(row, tuple) or len(row) != len(question.columns):
            return Refused("wrong-type")
        cells = tuple(tidy(str(cell), question.longest, may_be_empty=True) for cell in row)
        fault = next((cell for cell in cells if isinstance(cell, Refused)), None)
        if fault is not None:
            return fault
        if any(cells):
            rows.append(tuple(str(cell) for cell in cells))
    if len(rows) > MOST_ROWS:
        return Refused("too-many-picks", {"most": str(MOST_ROWS)})
    return tuple(rows) if rows else Refused("empty")
