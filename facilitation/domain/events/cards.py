"""Cards on the boards: written, changed, marked, placed, dealt, taken back."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitation.domain.session import Milliseconds, StepKey


@dataclass(frozen=True, slots=True)
class CardPosted:
    """Words were put on a board; `about` names the card that they comment on, if they do."""

    card: str
    board: str
    step: StepKey
    author: str
    text: str
    column: str | None
    at: Milliseconds
    about: str | None = None
    reason: bool = False
    """Whether these words say why their author gave that card the level they gave it in a vote."""


@dataclass(frozen=True, slots=True)
class CardEdited:
    """The words of a card were changed by `by`; `held` where they wait for the facilitator (again)."""

    card: str
    by: str
    text: str
    at: Milliseconds
    held: bool = False


@dataclass(frozen=True, slots=True)
class CardWithdrawn:
    """A card was taken back by its author: its words are erased everywhere."""

    card: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class CardHidden:
    """A card was taken off the screens."""

    card: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class CardRestored:
    """A hidden card was shown again."""

    card: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class CardMarked:
    """A mark was put on a card, or taken off."""

    card: str
    mark: str
    on: bool
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class CardPlaced:
    """A card was put on the map of its board by a person, or by a group (`group:N`)."""

    step: StepKey
    card: str
    holder: str
    by: str
    across: int
    up: int
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class CardSifted:
    """A card was let in at place `to` (from 1) of what others read of its board, moved there, or set aside."""

    card: str
    to: int | None
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ItemsCarried:
    """The earlier cards of a board that came into a step."""

    step: StepKey
    board: str
    cards: tuple[str, ...]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class CardsDealt:
    """Earlier cards of a board were dealt out: which cards each person was given."""

    step: StepKey
    board: str
    hands: Mapping[str, tuple[str, ...]]
    at: Milliseconds


CardEvent = (
    CardPosted
    | CardEdited
    | CardWithdrawn
    | CardHidden
    | CardRestored
    | CardMarked
    | CardPlaced
    | CardSifted
    | ItemsCarried
    | CardsDealt
)
