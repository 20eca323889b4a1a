"""What the facilitator does to cards: review, merging, clusters and their titles; and what of it can be undone."""

from dataclasses import dataclass

from facilitation.domain.session import ActionSort, Milliseconds


@dataclass(frozen=True, slots=True)
class ReviewBegun:
    """What people write from now on waits for the facilitator before the whole room reads it."""

    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ReviewEnded:
    """What people write is read at once again; what waited still waits."""

    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class CardsLetIn:
    """The whole room may read cards that waited."""

    cards: tuple[str, ...]
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class AnswersLetIn:
    """The whole room may read answers that waited: each is named by its step, question and holder."""

    answers: tuple[tuple[str, str, str], ...]
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class CardsMerged:
    """Cards are read as one, the first that is there standing for them; each keeps its author and can be withdrawn."""

    cards: tuple[str, ...]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class CardsParted:
    """Cards that were read as one are read each by itself again."""

    cards: tuple[str, ...]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ClusterMade:
    """Cards of a board were put under a title."""

    cluster: str
    board: str
    title: str
    cards: tuple[str, ...]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ClusterRenamed:
    """A cluster has another title."""

    cluster: str
    title: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class CardsClustered:
    """Cards went into a cluster, or out of theirs where `cluster` is absent."""

    cluster: str | None
    cards: tuple[str, ...]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ClusterDissolved:
    """A title was taken away; its cards stayed."""

    cluster: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class TitleErased:
    """A title is erased, and its cards are under none: all were taken back, or it held the words of one that was."""

    cluster: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ActionTaken:
    """A facilitator is about to do what the events after this one tell: it can be undone under this name."""

    action: str
    sort: ActionSort
    subjects: tuple[str, ...]
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ActionUndone:
    """What a facilitator did was taken back: everything it changed is as it was before."""

    action: str
    by: str
    at: Milliseconds


ArrangingEvent = (
    ReviewBegun
    | ReviewEnded
    | CardsLetIn
    | AnswersLetIn
    | CardsMerged
    | CardsParted
    | ClusterMade
    | ClusterRenamed
    | CardsClustered
    | ClusterDissolved
    | TitleErased
    | ActionTaken
    | ActionUndone
)
