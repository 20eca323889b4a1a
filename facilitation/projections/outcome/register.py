"""Which contributions may be reproduced, and the number that names each of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from facilitation.domain.format import Question
from facilitation.domain.session import Answer, Card, Planned, Session
from facilitation.projections.outcome.consent import (
    Ruling,
    all_agreed,
    all_published,
    ruling_on_answer,
    ruling_on_card,
)
from facilitation.projections.outcome.consent import unprinted as count_unprinted
from facilitation.projections.outcome.rendering import RESTITUTION, Rendering
from facilitation.projections.outcome.shapes import Unprinted
from facilitation.projections.paired.told import kept_back

WORDED = frozenset({"short text", "long text", "list", "link"})
"""Kinds of question answered in one's own words: each such answer is a contribution like a card."""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One worded answer, with the ruling on it."""

    planned: Planned
    question: Question
    holder: str
    answer: Answer
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class Register:
    """The ruling on every card and worded answer, and a number for each that may be reproduced.

    The numbers are those of the restitution: what is not published leaves a gap, so that one number names the same
    words in every document.
    """

    cards: dict[str, Ruling]
    answers: tuple[GivenAnswer, ...]
    card_numbers: dict[str, int]
    answer_numbers: dict[tuple[str, str, str], int]
    rendering: Rendering = RESTITUTION
    kept_back: frozenset[frozenset[str]] = frozenset()
    """Questions that, taken together, would say how few people changed their answer which way."""

    def number_of(self, given: GivenAnswer) -> int:
        """The number of a reproducible answer."""
        return self.answer_numbers[(given.planned.key, given.question.name, given.holder)]

    def may_tell_of(self, session: Session, people: Iterable[str]) -> bool:
        """Whether what these people said may be told apart from what the others said."""
        agreed = all_published if self.rendering.published else all_agreed
        return agreed(session, people)

    def may_spread(self, question: str) -> bool:
        """Whether the answers to a question may be spread out."""
        return frozenset({question}) not in self.kept_back

    @property
    def fewest(self) -> int:
        """How many have to stand behind any figure: what the room saw is no secret to it, but is to readers outside."""
        return self.rendering.threshold if self.rendering.published else 0

    @property
    def made(self) -> int:
        """How many contributions there are, without those withdrawn."""
        rulings = [*self.cards.values(), *(given.ruling for given in self.answers)]
        return sum(ruling != "withdrawn" for ruling in rulings)

    @property
    def unprinted(self) -> Unprinted:
        """How many of them are not reproduced."""
        return count_unprinted([*self.cards.values(), *(given.ruling for given in self.answers)])


def register(session: Session, rendering: Rendering = RESTITUTION) -> Register:
    """Number what may be reproduced: stage after stage, cards in the order written, then worded answers."""
    whole = replace(_restituted(session), kept_back=kept_back(session, rendering.threshold))
    return _published(session, replace(whole, rendering=rendering)) if rendering.published else whole


def _published(session: Session, whole: Register) -> Register:
    """Without the words that some of those who wrote them keep for the people who took part."""
    cards = {
        id: "not published" if ruling == "printed" and not all_published(session, session.cards[id].writers) else ruling
        for id, ruling in whole.cards.items()
    }
    answers = tuple(
        replace(one, ruling="not published")
        if one.ruling == "printed" and not all_published(session, one.answer.writers)
        else one
        for one in whole.answers
    )
    kept = {(one.planned.key, one.question.name, one.holder) for one in answers if one.ruling == "printed"}
    return replace(
        whole,
        cards=cards,
        answers=answers,
        card_numbers={id: number for id, number in whole.card_numbers.items() if cards[id] == "printed"},
        answer_numbers={key: number for key, number in whole.answer_numbers.items() if key in kept},
    )


def reference(session: Session, *what: str) -> str:
    """The name of a contribution in every document, from which nobody who lacks the seed can tell whose it is."""
    return sha256("/".join((session.id, str(session.seed), "reference", *what)).encode()).hexdigest()[:12]


def card_reference(session: Session, card: str) -> str:
    """The same of a card."""
    return reference(session, "card", card)


def reference_of(session: Session, given: GivenAnswer) -> str:
    """The same of a worded answer."""
    return reference(session, "answer", given.planned.key, given.question.name, given.holder)


def _restituted(session: Session) -> Register:
    cards = {card.id: ruling_on_card(session, card) for card in session.cards.values()}
    answers = tuple(_worded(session))
    card_numbers: dict[str, int] = {}
    answer_numbers: dict[tuple[str, str, str], int] = {}
    for stage in stages_of(session):
        for card in cards_written_in(session, stage):
            if cards[card.id] == "printed":
                card_numbers[card.id] = len(card_numbers) + len(answer_numbers) + 1
        for given in answers:
            if given.planned.stage.id == stage and given.ruling == "printed":
                key = (given.planned.key, given.question.name, given.holder)
                answer_numbers[key] = len(card_numbers) + len(answer_numbers) + 1
    return Register(cards, answers, card_numbers, answer_numbers)


def stages_of(session: Session) -> tuple[str, ...]:
    """The ids of the stages, each once, in the order first planned."""
    return tuple(dict.fromkeys(planned.stage.id for planned in session.plan))


def steps_of(session: Session, stage: str) -> tuple[Planned, ...]:
    """The steps of a stage, turn after turn."""
    return tuple(planned for planned in session.plan if planned.stage.id == stage)


def cards_written_in(session: Session, stage: str) -> Iterator[Card]:
    """The cards first posted in a stage, by board and turn, in the order written."""
    for board in dict.fromkeys(board.name for step in steps_of(session, stage) for board in step.stage.boards):
        for step in steps_of(session, stage):
            yield from (c for c in session.cards.values() if c.step == step.key and c.board == board)


def _worded(session: Session) -> Iterator[GivenAnswer]:
    for planned in session.plan:
        for question in planned.stage.ask:
            if question.kind in WORDED:
                given = session.answers.get(planned.key, {}).get(question.name, {})
                for holder in _shuffled(session, planned, question, tuple(given)):
                    answer = given[holder]
                    yield GivenAnswer(
                        planned,
                        question,
                        holder,
                        answer,
                        ruling_on_answer(session, planned, question.name, answer),
                    )


def _shuffled(session: Session, planned: Planned, question: Question, holders: tuple[str, ...]) -> list[str]:
    # In one order for every question, the third answer here and the third there would be known for one person's.
    def drawn(holder: str) -> bytes:
        return sha256(f"{session.seed}/{planned.key}/{question.name}/{holder}".encode()).digest()

    return sorted(holders, key=drawn)
