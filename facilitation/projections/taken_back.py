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
    left = frozenset(contributed(after)) if gone else frozenset()
    return tuple(dict.fromkeys(words for words in gone if words.strip() and words not in left))


def words_gone(before: Session, after: Session) -> tuple[str, ...]:
    """Whatever was written before, by those who took part or by the team, and is not there any more."""
    left = frozenset(words_left(after))
    return tuple(words for words in dict.fromkeys(words_left(before)) if words not in left)


def words_left(session: Session) -> Iterator[str]:
    """Whatever stands written in a session: contributions, and what was noted beside them."""
    yield from contributed(session)
    yield from (note.text for note in session.notes.values() if note.text and not note.erased)
    yield from (seen.excerpt for seen in session.notebook.notes.values() if seen.excerpt and not seen.withdrawn)


def contributed(session: Session) -> Iterator[str]:
    """What people who took part wrote in words of their own."""
    yield from (words for words, _ in contributed_by(session))


def contributed_by(session: Session) -> Iterator[tuple[str, frozenset[str]]]:
    """The same, each with all who wrote it."""
    for card in session.cards.values():
        if card.text and not card.withdrawn:
            yield card.text, card.writers
    for step, of_step in session.answers.items():
        for question, of_question in of_step.items():
            if _is_worded(session, step, question):
                for answer in of_question.values():
                    if not answer.withdrawn:
                        yield from ((words, answer.writers) for words in _said(answer.value))


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


def _said(value: AnswerValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for row in value:
            yield from row if isinstance(row, tuple) else (row,)
