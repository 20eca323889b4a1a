"""The experiment a session belongs to, as a document shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from facilitation.domain.format import Text

VOWELS = "aàâeéèêiîoôuùy"
ENDS = " .,;"

LATE = Text("Cette formulation est postérieure à la première séance.", "This wording is later than the first session.")


class Described(Protocol):
    """What whoever asks for a document knows of the experiment. Each hypothesis is if, then, because."""

    @property
    def title(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def hypotheses(self) -> Sequence[tuple[str, str, str]]: ...
    @property
    def site(self) -> str: ...
    @property
    def theme(self) -> str: ...
    @property
    def late(self) -> int: ...


@dataclass(frozen=True, slots=True)
class ExperimentCard:
    """What people wrote about the experiment. Every field may be empty; nothing here names a person."""

    title: str = ""
    question: str = ""
    hypothesis: str = ""
    site: str = ""
    theme: str = ""
    asked_with: tuple[tuple[str, str], ...] = ()
    """By the name of a question: the instrument that covers it and its status, or that it was made for this."""
    tests: tuple[tuple[str, str, str], ...] = ()
    """The tests that the protocol asks for: the question, the test with its moments, and why."""
    unread: bool = False
    """Whether readers outside are given the record before those who took part could read and contest it."""


def card_of(told: Described | None, locale: str) -> ExperimentCard:
    """The card of an experiment in the language of the document; an empty one where there is none."""
    if told is None:
        return ExperimentCard()
    since = len(told.hypotheses) - told.late
    said = [
        sentence if place < since else f"{sentence} {LATE.said_in(locale)}"
        for place, each in enumerate(told.hypotheses)
        if (sentence := hypothesis_said(each, locale))
    ]
    numbered = said if len(said) < 2 else [f"H{number}. {sentence}" for number, sentence in enumerate(said, 1)]
    return ExperimentCard(told.title, told.question, " ".join(numbered), told.site, told.theme)


def hypothesis_said(hypothesis: tuple[str, str, str], locale: str) -> str:
    """One sentence, « Si …, alors …, parce que …. »; parts that were left empty are left out."""
    condition, effect, reason = (part.strip().rstrip(ENDS) for part in hypothesis)
    because = "parce qu'" if reason[:1].lower() in VOWELS else "parce que "
    words = ("If ", "then ", "because ") if locale == "en" else ("Si ", "alors ", because)
    parts = (word + part for word, part in zip(words, (condition, effect, reason), strict=True) if part)
    sentence = ", ".join(parts)
    return f"{sentence[0].upper()}{sentence[1:]}." if sentence else ""
