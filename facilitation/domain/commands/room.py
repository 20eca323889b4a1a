"""People and cards in the hands of the facilitator: places, roles, turns, review, order on the boards."""

from dataclasses import dataclass

from facilitation.domain.session import StepKey


@dataclass(frozen=True, slots=True)
class AssignRole:
    """Give a role to these people, and to nobody else."""

    role: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GiveTurn:
    """Give the floor to someone now, out of turn or again."""

    step: StepKey
    person: str


@dataclass(frozen=True, slots=True)
class MovePerson:
    """Put someone in another group of the current step (number from 0)."""

    person: str
    group: int


@dataclass(frozen=True, slots=True)
class PlaceRest:
    """Put those who have no group into the smallest ones."""

    step: StepKey


@dataclass(frozen=True, slots=True)
class MarkAbsent:
    """Say that someone has gone, so that nobody waits for them; or that they are back."""

    person: str
    absent: bool


@dataclass(frozen=True, slots=True)
class SwapRoles:
    """Have two people exchange the roles they hold."""

    person: str
    other: str


@dataclass(frozen=True, slots=True)
class HideCard:
    """Take a card off every screen but the console."""

    card: str


@dataclass(frozen=True, slots=True)
class RestoreCard:
    """Show a hidden card again."""

    card: str


@dataclass(frozen=True, slots=True)
class ReviewCards:
    """Have what people write from now on wait for the facilitator before the whole room reads it; or no longer."""

    on: bool


@dataclass(frozen=True, slots=True)
class LetIn:
    """Let the whole room read cards that waited, and answers, as the console names them: see `domain.reviewing`."""

    cards: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MergeCards:
    """Have several cards of a board read as one; the first stands for them."""

    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartCards:
    """Have the cards that are read as one, this one among them, read each by itself again."""

    card: str


@dataclass(frozen=True, slots=True)
class MakeCluster:
    """Put cards of a board under a title."""

    board: str
    title: str
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RenameCluster:
    """Give a cluster another title."""

    cluster: str
    title: str


@dataclass(frozen=True, slots=True)
class ClusterCards:
    """Move cards into a cluster, or out of theirs."""

    cards: tuple[str, ...]
    cluster: str | None


@dataclass(frozen=True, slots=True)
class DissolveCluster:
    """Take a title away; its cards stay."""

    cluster: str


@dataclass(frozen=True, slots=True)
class UndoAction:
    """Take back what a facilitator did to cards or people."""

    action: str
