"""Answers, votes, choices and signals; the values worked out of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from facilitation.domain.session import AnswerValue, Milliseconds, StepKey, Values


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """A question was answered; `holder` is the person, or `group:N` for a shared answer."""

    step: StepKey
    question: str
    holder: str
    by: str
    value: AnswerValue
    at: Milliseconds
    held: bool = False
    """Whether these words wait for the facilitator before the whole room reads them."""


@dataclass(frozen=True, slots=True)
class AnswerWithdrawn:
    """An answer was taken back: its value is erased."""

    step: StepKey
    question: str
    holder: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class VoteCast:
    """Someone voted, with dots, scores, levels or places; replaces their earlier vote of the step.

    `whole` is false while a card that asks for a level or a score has none from them yet.
    """

    step: StepKey
    voter: str
    dots: Mapping[str, int]
    at: Milliseconds
    whole: bool = True


@dataclass(frozen=True, slots=True)
class CardsChosen:
    """A group (`group:N`) or a person picked cards."""

    step: StepKey
    holder: str
    by: str
    cards: tuple[str, ...]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class Signalled:
    """Someone said they were done, lost or passing."""

    step: StepKey
    person: str
    signal: Literal["done", "lost", "pass", "none"]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ValuesComputed:
    """What the formulas of a step gave when it closed."""

    step: StepKey
    values: Values
    at: Milliseconds


AnswerEvent = AnswerGiven | AnswerWithdrawn | VoteCast | CardsChosen | Signalled | ValuesComputed
