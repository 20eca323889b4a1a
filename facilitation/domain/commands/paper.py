"""The room without phones: packets, slips, consents on paper, counted hands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitation.domain.session import AnswerValue, Consents, StepKey


@dataclass(frozen=True, slots=True)
class CardWritten:
    """Words for a board, in one of its columns where it has some."""

    text: str
    column: str | None = None


@dataclass(frozen=True, slots=True)
class SlipContent:
    """Everything a person wrote on the slip of one step. What is not here was left empty."""

    cards: Mapping[str, tuple[CardWritten, ...]] = field(default_factory=dict)
    answers: Mapping[str, AnswerValue] = field(default_factory=dict)
    dots: Mapping[str, int] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    marks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The marks put on each card; comments by the card they are about; places by card, or by the line (`ideas/2`)."""
    comments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    offers: tuple[str, ...] = ()
    group: int | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing was written: a right, counted as having passed."""
        written = any(self.cards.values()) or self.answers or self.dots or self.chosen or any(self.comments.values())
        done = any(self.marks.values()) or self.places or self.offers or self.group is not None
        return not (written or done)


@dataclass(frozen=True, slots=True)
class PrintPaper:
    """Number packets for so many people in all: the house draws the id of each. A number once printed stays."""

    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandOut:
    """Say that these packets (by number, from 1) were given to people, who are now in the session."""

    seats: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GiveConsents:
    """Type the consents of a packet's first sheet; a later entry replaces the earlier one."""

    seat: int
    consents: Consents


@dataclass(frozen=True, slots=True)
class EnterSlip:
    """Type a slip: afterwards, what its person has in that step is what is written on it, however often it is typed.

    What they wrote themselves elsewhere gives way only if `replaces` says so. `dictated`: they spoke, a scribe wrote.
    """

    sheet: int
    seat: int
    content: SlipContent
    replaces: bool = False
    dictated: bool = False


@dataclass(frozen=True, slots=True)
class TakeBackSlip:
    """Undo the entry of a slip: what was typed from it goes away again."""

    sheet: int
    seat: int


@dataclass(frozen=True, slots=True)
class CountHands:
    """Type how many hands were raised for each option of a question, or each card of a vote (`of` is then "").

    It replaces the count before; no totals take it away. Nobody is the author of a total.
    """

    step: StepKey
    of: str
    totals: Mapping[str, int]
