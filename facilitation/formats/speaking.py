"""An answer that an example says in a word, as a phone would send it."""

from facilitation.domain.format import Question
from facilitation.domain.members import member_key, others_of
from facilitation.domain.session import AnswerValue, Planned, Session
from facilitation.formats.reading.values import exact
from facilitation.formats.schema.patterns import TRUTHS


def spoken(session: Session, planned: Planned, question: Question, person: str, said: str) -> AnswerValue:
    """The answer of one person; one number alone, for a question about each other member, is for each of them."""
    if question.people:
        other = list(session.people)[int(said) - 1 :][:1] if said.strip().isdecimal() and int(said) else []
        return member_key(session, planned, other[0]) if other else said
    if question.kind != "amounts":
        return typed(question, said)
    others = sorted(others_of(session, planned, person), key=list(session.people).index)
    parts = [part.strip() for part in said.split(",")]
    numbers = parts * len(others) if len(parts) == 1 else parts
    if len(numbers) != len(others):
        return said
    return tuple((member_key(session, planned, p), number) for p, number in zip(others, numbers, strict=True))


def _by_item(question: Question, said: str) -> AnswerValue:
    """`3, 4`: one value for each item, in the order of the items."""
    values = [part.strip() for part in said.split(",")]
    if len(values) != len(question.items):
        return said
    if question.each == "yes-no":
        truths = [TRUTHS.get(value.casefold()) for value in values]
        values = [
            value if truth is None else ("yes" if truth else "no") for value, truth in zip(values, truths, strict=True)
        ]
    return tuple((item.id, value) for item, value in zip(question.items, values, strict=True))


def typed(question: Question, said: str) -> AnswerValue:
    """An answer of any other kind; several picks are written with commas between them."""
    if question.kind in ("whole number", "number", "scale"):
        number = exact(said)
        return said if number is None else number
    if question.kind == "items":
        return _by_item(question, said)
    if question.kind == "yes-no":
        return TRUTHS.get(said.casefold(), said)
    if question.kind in ("choices", "ranking"):
        return tuple(_picked(question, pick) for pick in said.split(","))
    return _picked(question, said) if question.kind == "choice" else said


def _picked(question: Question, said: str) -> str:
    """The option of that name; one in a plain list, which gave it none, is called by its words."""
    word = said.strip()
    named = any(option.id == word for option in question.options)
    written = (option.id for option in question.options if word in (option.label.fr, option.label.en))
    return word if named else next(written, word)
