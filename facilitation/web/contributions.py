"""What one participant wrote in a session, as their own page shows it."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from facilitation.domain.decimals import decimal
from facilitation.domain.format import Question, Text
from facilitation.domain.rules import tasks
from facilitation.domain.session import AnswerValue, Card, Planned, Session
from facilitation.projections.wording import worded
from facilitation.web.language import current_locale, said

How = Literal["words", "number", "choice", "yes-no", "elsewhere"]
"""How it can be changed here; lists and rankings are changed on the phone page."""

HOWS: dict[str, How] = {
    "short text": "words",
    "long text": "words",
    "whole number": "number",
    "number": "number",
    "scale": "number",
    "choice": "choice",
    "yes-no": "yes-no",
}


@dataclass(frozen=True, slots=True)
class Mine:
    """A card or an answer. `name` stands for it in addresses; `rows` is filled for lists and picks."""

    name: str
    step: str
    label: Text | None
    words: str
    rows: tuple[tuple[str, ...], ...] = ()
    card: str = ""
    question: str | None = None
    how: How = "words"
    options: tuple[tuple[str, str], ...] = ()
    open: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class MyStage:
    """What was written in one step."""

    title: Text
    round: int | None
    items: tuple[Mine, ...]


def mine_of(session: Session, person: str) -> tuple[MyStage, ...]:
    """Everything that is not withdrawn, in the order of the stages."""
    written = ((step, _items(session, step, person)) for step in session.plan)
    return tuple(
        MyStage(worded(session, step, step.stage.title, person), _round(step), items)
        for step, items in written
        if items
    )


def find_mine(session: Session, person: str, name: str) -> Mine | None:
    """The contribution called `name`, if this person wrote it and has not withdrawn it."""
    return next((item for stage in mine_of(session, person) for item in stage.items if item.name == name), None)


def read_value(mine: Mine, typed: str) -> AnswerValue | None:
    """What was typed, as an answer; None where it cannot be one."""
    match mine.how:
        case "words" | "choice":
            return typed
        case "yes-no":
            return {"yes": True, "no": False}.get(typed)
        case "number":
            return decimal(typed)
    return None


def _round(step: Planned) -> int | None:
    return step.round if step.rounds else None


def _items(session: Session, step: Planned, person: str) -> tuple[Mine, ...]:
    return (*_cards(session, step, person), *_answers(session, step, person))


def _cards(session: Session, step: Planned, person: str) -> tuple[Mine, ...]:
    now = session.now_playing if session.inputs_open else None
    return tuple(
        Mine(
            name=f"card/{card.id}",
            # A card is changed in the step that is open now, which may be a later one than where it was written.
            step=now.key if now else card.step,
            label=_prompt(session, step, card.board, person) if card.about is None else _under(card),
            words=card.text,
            card=card.id,
            open=now is not None and tasks.may_edit(session, now, card, person),
            hidden=card.hidden,
        )
        for card in session.cards.values()
        if person in card.writers and card.step == step.key and not card.withdrawn
    )


def _answers(session: Session, step: Planned, person: str) -> tuple[Mine, ...]:
    given = session.answers.get(step.key, {})
    return tuple(
        _answer(session, step, question, answer.value, person)
        for question in step.stage.ask
        for answer in given.get(question.name, {}).values()
        if person in answer.writers and not answer.withdrawn
    )


def _answer(session: Session, step: Planned, question: Question, value: AnswerValue, person: str) -> Mine:
    is_on = session.inputs_open and session.current == step.key
    words, rows = _shown(question, value)
    return Mine(
        name=f"answer/{step.key}/{question.name}",
        step=step.key,
        label=worded(session, step, question.label, person),
        words=words,
        rows=rows,
        question=question.name,
        how=HOWS.get(question.kind, "elsewhere"),
        options=tuple((option.id, said(option.label)) for option in question.options),
        open=is_on and question in tasks.questions_for(session, step, person),
    )


def _under(card: Card) -> Text:
    """What words under another card are; that card's own words may be somebody else's, and stay where they are."""
    if card.reason:
        return Text(fr="Votre raison, donnée avec votre vote", en="Your reason, given with your vote")
    return Text(fr="Votre commentaire sur une carte", en="Your comment on a card")


def _prompt(session: Session, step: Planned, board: str, person: str) -> Text | None:
    used = tasks.board_of(step, board)
    return worded(session, step, used.prompt, person) if used and used.prompt else None


def _shown(question: Question, value: AnswerValue) -> tuple[str, tuple[tuple[str, ...], ...]]:
    match value:
        case bool():
            return ("yes" if value else "no"), ()
        case Fraction():
            return _written(value), ()
        case str():
            # The phone alone says who was named: here it would be read over a shoulder.
            return ("" if question.people else value), ()
    if question.kind == "amounts":
        # Who each amount went to is known to nobody but the formulas.
        return "", tuple((f"{place}.", row[1]) for place, row in enumerate(value, 1) if isinstance(row, tuple))
    labels = {option.id: said(option.label) for option in question.options}
    return "", tuple(row if isinstance(row, tuple) else (labels.get(row, row),) for row in value)


def _written(number: Fraction) -> str:
    if number.denominator == 1:
        return str(number)
    shown = f"{float(number):g}"
    exact = shown if Fraction(shown) == number else str(number)
    return exact.replace(".", ",") if current_locale() == "fr" else exact
