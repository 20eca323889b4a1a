"""What a participant may ask, on a phone, at a kiosk or by a slip."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from facilitation.domain.session import AnswerValue, Consents, StepKey


@dataclass(frozen=True, slots=True)
class PostCard:
    """Put words on a board."""

    step: StepKey
    board: str
    text: str
    column: str | None = None
    about: str | None = None
    """The card that these words comment on."""


@dataclass(frozen=True, slots=True)
class EditCard:
    """Change the words of a card: one's own, or the group's where the board allows it."""

    step: StepKey
    card: str
    text: str


@dataclass(frozen=True, slots=True)
class WithdrawCard:
    """Take back a card one wrote or changed, at any time, even after the session: the words are erased."""

    card: str


@dataclass(frozen=True, slots=True)
class MarkCard:
    """Put a mark on a card, or take it off."""

    step: StepKey
    card: str
    mark: str
    on: bool


@dataclass(frozen=True, slots=True)
class GiveAnswer:
    """Answer a question of the step; a later answer replaces the earlier one while the step is open."""

    step: StepKey
    question: str
    value: AnswerValue


@dataclass(frozen=True, slots=True)
class WithdrawAnswer:
    """Take back an answer of one's own, at any time: the value is erased."""

    step: StepKey
    question: str


@dataclass(frozen=True, slots=True)
class CastVote:
    """Vote: by card id, dots, a score, a level (see `domain.levels`) or a place. Replaces one's earlier vote.

    `reasons` says why, by card id, where a level asks for it.
    """

    step: StepKey
    dots: Mapping[str, int]
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChooseCards:
    """Pick cards for one's group (or for oneself): replaces the earlier pick."""

    step: StepKey
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """Put a card on the map of its board: so far across and so far up, each from 1 to 5."""

    step: StepKey
    card: str
    across: int
    up: int


@dataclass(frozen=True, slots=True)
class SiftCard:
    """Let a card in at place `to` of what others read (from 1), move it there, or (none) set it aside."""

    card: str
    to: int | None


@dataclass(frozen=True, slots=True)
class Signal:
    """Tell the facilitator where one stands: done, lost (did not understand), passing, or none of these."""

    step: StepKey
    signal: Literal["done", "lost", "pass", "none"]


@dataclass(frozen=True, slots=True)
class RaiseHand:
    """Offer to play a role, or take the offer back."""

    step: StepKey
    role: str
    on: bool


@dataclass(frozen=True, slots=True)
class JoinGroup:
    """Go to a group (number from 0), where people choose theirs."""

    step: StepKey
    group: int


@dataclass(frozen=True, slots=True)
class PassTurn:
    """Pass the floor on to the next. `turn` is the one that ends; a facilitator says of which circle."""

    step: StepKey
    turn: int
    circle: int = 0


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave the session for good."""


@dataclass(frozen=True, slots=True)
class ChangeConsents:
    """Agree to more, or to less, than on coming in: at any time, also once the session is over."""

    consents: Consents
