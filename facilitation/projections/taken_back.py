"""What a batch of events takes back: for which reason, and which words that nobody else still says."""

from collections.abc import Iterable, Iterator
from typing import Literal

from facilitation.domain import events as e
from facilitation.domain.session import AnswerValue, Session
from facilitation.projections.outcome.register import WORDED

Reason = Literal["withdrawal", "consent", "erased"]


def reason_of(events: Iterable[e.Event], erases: Iterable[bool]) -> Reason | None:
    """Why documents that were made before may not be kept: the weightiest reason, if there is one."""
    found: Reason | None = None
    for event, gone in zip(events, erases, strict=True):
        if isinstance(event, e.CardWithdrawn | e.AnswerWithdrawn):
            return "withdrawal"
        if isinstance(event, e.ConsentsGiven):
            found = "consent"
        elif gone and found is None:
            found = "erased"
    return found


def words_taken_back(before: Session, events: Iterable[e.Event], after: Session) -> tuple[str, ...]:
    """The words of cards and answers that these events withdrew, unless they still stand somewhere in the session."""
    gone = [words for event in events for words in _words(before, event)]
    standing = frozenset(_standing(after)) if gone else frozenset()
    return tuple(dict.fromkeys(words for words in gone if words.strip() and words not in standing))


def _words(before: Session, event: e.Event) -> Iterator[str]:
    match event:
        case e.CardWithdrawn(card=id) if id in before.cards:
            yield before.cards[id].text
        case e.AnswerWithdrawn(step=step, question=question, holder=holder):
            answer = before.answers.get(step, {}).get(question, {}).get(holder)
            if answer is not None and _is_worded(before, step, question):
                yield from _said(answer.value)


def _is_worded(session: Session, step: str, question: str) -> bool:
    """Whether people answered in words of their own: numbers and choices are nobody's."""
    planned = session.planned(step)
    return planned is not None and any(one.name == question and one.kind in WORDED for one in planned.stage.ask)


def _standing(after: Session) -> Iterator[str]:
    yield from (card.text for card in after.cards.values() if not card.withdrawn)
    for of_step in after.answers.values():
        for of_question in of_step.values():
            for answer in of_question.values():
                if not answer.withdrawn:
                    yield from _said(answer.value)


def _said(value: AnswerValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for row in value:
            yield from row if isinstance(row, tuple) else (row,)
