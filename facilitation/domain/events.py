"""What has happened in a session. Names and fields are published for ever: the log is decoded by them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from facilitation.domain.format import Format, SettingValue, Stage, Text
from facilitation.domain.session import (
    ActionSort,
    AnswerValue,
    ChangeId,
    Consents,
    LoopKey,
    Milliseconds,
    StepKey,
    Values,
)


@dataclass(frozen=True, slots=True)
class SessionPlanned:
    """A session was planned from a format, whose text is pinned here."""

    session: str
    title: str
    locale: Literal["fr", "en"]
    format: Format
    source: str
    digest: str
    seed: int
    settings: Mapping[str, SettingValue]
    minutes: Mapping[str, int]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class DoorOpened:
    """People may come in."""

    at: Milliseconds


@dataclass(frozen=True, slots=True)
class DoorClosed:
    """Nobody else may come in."""

    at: Milliseconds


@dataclass(frozen=True, slots=True)
class JoinCodeReplaced:
    """The session has another join code; the one before lets nobody in any more. The codes are not in the log."""

    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ParticipantJoined:
    """Someone came in."""

    person: str
    alias: str
    channel: Literal["phone", "paper", "kiosk", "simulated"]
    consents: Consents
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ParticipantLeft:
    """Someone left, or was marked as gone."""

    person: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ParticipantReturned:
    """Someone marked as gone is back."""

    person: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class StageStarted:
    """A step began; `ends_at` is absent where it has no time limit, `signals_at` where that is not a range.

    `shows_at` is when the first of its cards come up by themselves, where they do.
    """

    step: StepKey
    at: Milliseconds
    ends_at: Milliseconds | None = None
    signals_at: Milliseconds | None = None
    shows_at: Milliseconds | None = None


@dataclass(frozen=True, slots=True)
class GroupsFormed:
    """Who is with whom in a step."""

    step: StepKey
    groups: tuple[tuple[str, ...], ...]
    at: Milliseconds
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupsWait:
    """A step is not for some of its groups: they wait while the others are at it."""

    step: StepKey
    groups: tuple[int, ...]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class PersonPlaced:
    """Someone went to a group of a step, by choice or because the facilitator said so."""

    step: StepKey
    person: str
    group: int
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


@dataclass(frozen=True, slots=True)
class RoleAssigned:
    """A role is held by these people, and nobody else."""

    role: str
    people: tuple[str, ...]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class HandRaised:
    """Someone offered to play a role, or took the offer back."""

    step: StepKey
    role: str
    person: str
    on: bool
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class TreatmentDrawn:
    """These people were drawn these variants of a treatment."""

    treatment: str
    people: Mapping[str, str]
    at: Milliseconds


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


@dataclass(frozen=True, slots=True)
class NextShown:
    """The next cards of a step that shows them little by little came up; more will by themselves at `next_at`."""

    step: StepKey
    at: Milliseconds
    next_at: Milliseconds | None = None


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
class SpeakersOrdered:
    """In which order people speak in a step, circle by circle; again when someone comes, goes or moves."""

    step: StepKey
    orders: tuple[tuple[str, ...], ...]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class TurnGiven:
    """The floor of a circle went to someone, or to nobody once all have spoken; `ends_at` where time is counted."""

    step: StepKey
    circle: int
    person: str | None
    ends_at: Milliseconds | None
    by: Literal["order", "speaker", "role", "facilitator", "timer"]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class TimerExtended:
    """A step was given more (or less) time; `ends_at` is its new end."""

    step: StepKey
    seconds: int
    ends_at: Milliseconds | None
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class TimerPaused:
    """The clock of a step stopped with `left` milliseconds to go."""

    step: StepKey
    left: Milliseconds
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class TimerResumed:
    """The clock of a step runs again."""

    step: StepKey
    ends_at: Milliseconds
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class StepRevealed:
    """What a step kept until its reveal is shown."""

    step: StepKey
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class StageClosed:
    """A step ended."""

    step: StepKey
    by: Literal["facilitator", "timer", "everyone answered", "condition"]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class StageSkipped:
    """A step was left out, and why. If it was on, it ended there."""

    step: StepKey
    reason: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class StageLeftOut:
    """A step was not played, because what its `if` asks for was not so."""

    step: StepKey
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class TurnAdded:
    """A loop with an open end goes on: its turn number `turn` joins the plan."""

    loop: LoopKey
    turn: int
    at: Milliseconds
    through: tuple[str, ...] = ()
    """Those whose group has no further turn: they wait."""


@dataclass(frozen=True, slots=True)
class LoopEnded:
    """A loop with an open end has no further turn after `turn`, and why."""

    loop: LoopKey
    turn: int
    by: Literal["condition", "chance", "limit", "facilitator"]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class TurnWanted:
    """The facilitator asked for one more turn after turn `turn` of a loop that has it on request only."""

    loop: LoopKey
    turn: int
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class CardTaken:
    """Turn `turn` of a loop over the cards of a board is about this card."""

    loop: LoopKey
    turn: int
    card: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ValuesComputed:
    """What the formulas of a step gave when it closed."""

    step: StepKey
    values: Values
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class WallHidden:
    """The projector was blanked."""

    at: Milliseconds


@dataclass(frozen=True, slots=True)
class WallShown:
    """The projector came back."""

    at: Milliseconds


@dataclass(frozen=True, slots=True)
class WallFrozen:
    """The projector keeps what it showed."""

    at: Milliseconds


@dataclass(frozen=True, slots=True)
class WallThawed:
    """The projector follows the room again."""

    at: Milliseconds


@dataclass(frozen=True, slots=True)
class WallTurned:
    """The facilitator turned the page on the projector."""

    by: int
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class NoteTaken:
    """The facilitator kept a moment."""

    note: str
    text: str
    by: str
    step: StepKey | None
    at: Milliseconds
    kept: bool = True
    """Whether it is for the documentation; otherwise it stays with those who facilitate."""


@dataclass(frozen=True, slots=True)
class NoteKept:
    """A note is kept for the documentation after all, or kept out of it."""

    note: str
    kept: bool
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class NoteEdited:
    """A moment that was kept has other words: the former are erased."""

    note: str
    text: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class NoteErased:
    """The words of a moment that was kept are erased."""

    note: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class StageChanged:
    """Steps that nobody had reached got another length or other words; `kept` says which language stayed as it was."""

    change: ChangeId
    steps: tuple[StepKey, ...]
    by: str
    at: Milliseconds
    seconds: int | None = None
    texts: Mapping[str, Text] = field(default_factory=dict)
    kept: Mapping[str, Literal["fr", "en"]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StageMoved:
    """A step that nobody had reached was put before another one, or at the end."""

    change: ChangeId
    step: StepKey
    before: StepKey | None
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class StageInserted:
    """A stage of the library joined the plan, before another step or at the end; all of it is pinned here."""

    change: ChangeId
    step: StepKey
    stage: Stage
    before: StepKey | None
    taken_from: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ChangeUndone:
    """A change of the plan was taken back."""

    change: ChangeId
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class StageRestored:
    """A step that had been left out is in the plan again."""

    step: StepKey
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class StageReopened:
    """A step that had ended takes contributions again; `left` is the next one, where it had begun and is given up."""

    change: ChangeId
    step: StepKey
    by: str
    at: Milliseconds
    ends_at: Milliseconds | None = None
    left: StepKey | None = None


@dataclass(frozen=True, slots=True)
class ReasonGiven:
    """Why a step was left out, its time or the plan changed (`of`); former words for it are erased."""

    of: str
    text: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ReasonErased:
    """Why a step was left out, its time or the plan changed, is erased."""

    of: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class PaperPrinted:
    """More packets were numbered, one for each of `people`, with their aliases; and more sheets, one for each step."""

    people: tuple[str, ...]
    aliases: tuple[str, ...]
    sheets: tuple[StepKey, ...]
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ConsentsGiven:
    """The consents of someone on paper were typed by `by`; or somebody, who is `by` then, changed their own."""

    person: str
    consents: Consents
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class SlipEntered:
    """The slip of a person for a step was typed by `by`: what else happened at this moment stood on it.

    `late` says whether the step, or even the session, was over by then; `dictated`, that its person spoke, and somebody
    else wrote.
    """

    step: StepKey
    person: str
    by: str
    at: Milliseconds
    blank: bool = False
    late: Literal["", "stage", "session"] = ""
    dictated: bool = False


@dataclass(frozen=True, slots=True)
class SlipTakenBack:
    """The entry of a slip was undone."""

    step: StepKey
    person: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class HandsCounted:
    """Raised hands were counted in the room, for a question or (`of` is "") a vote: totals without authors."""

    step: StepKey
    of: str
    totals: Mapping[str, int]
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ObserverAdmitted:
    """An observer was given a link; who holds it is nowhere in the log."""

    observer: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ObserverDismissed:
    """The link of an observer opens nothing any more; what they wrote stays."""

    observer: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ObservationNoted:
    """An observer wrote a note, begun at `noted_at` while `step` was on, about the room or one group of it."""

    note: str
    observer: str
    text: str
    step: StepKey | None
    group: int | None
    noted_at: Milliseconds
    at: Milliseconds
    flagged: bool = False
    """Whether they propose it for the documentation."""


@dataclass(frozen=True, slots=True)
class ObservationEdited:
    """An observer's note has other words: the former are erased, and what was promoted of them."""

    note: str
    text: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ObservationFlagged:
    """An observer proposes a note for the documentation, or no longer."""

    note: str
    on: bool
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ObservationWithdrawn:
    """The words of an observer's note are erased, by its author or by those who facilitate."""

    note: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ExcerptKept:
    """Those who facilitate promoted words of an observer's note to the documentation."""

    note: str
    text: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ExcerptDropped:
    """Nothing of an observer's note goes to the documentation any more."""

    note: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class LineCounted:
    """An observer counted a line of the grid once more (`by` is 1), or took one back (-1)."""

    observer: str
    line: str
    by: int
    step: StepKey | None
    group: int | None
    noted_at: Milliseconds
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class SessionClosed:
    """The session ended."""

    at: Milliseconds


Event = (
    SessionPlanned
    | DoorOpened
    | DoorClosed
    | JoinCodeReplaced
    | ParticipantJoined
    | ParticipantLeft
    | ParticipantReturned
    | StageStarted
    | GroupsFormed
    | GroupsWait
    | PersonPlaced
    | ItemsCarried
    | CardsDealt
    | RoleAssigned
    | HandRaised
    | TreatmentDrawn
    | CardPosted
    | CardEdited
    | CardWithdrawn
    | CardHidden
    | CardRestored
    | CardMarked
    | CardPlaced
    | CardSifted
    | ReviewBegun
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
    | NextShown
    | AnswerGiven
    | AnswerWithdrawn
    | VoteCast
    | CardsChosen
    | Signalled
    | SpeakersOrdered
    | TurnGiven
    | TimerExtended
    | TimerPaused
    | TimerResumed
    | StepRevealed
    | StageClosed
    | StageSkipped
    | StageLeftOut
    | TurnAdded
    | LoopEnded
    | TurnWanted
    | CardTaken
    | ValuesComputed
    | WallHidden
    | WallFrozen
    | WallThawed
    | WallTurned
    | WallShown
    | NoteTaken
    | NoteKept
    | NoteEdited
    | NoteErased
    | StageChanged
    | StageMoved
    | StageInserted
    | ChangeUndone
    | StageRestored
    | StageReopened
    | ReasonGiven
    | ReasonErased
    | PaperPrinted
    | ConsentsGiven
    | SlipEntered
    | SlipTakenBack
    | HandsCounted
    | ObserverAdmitted
    | ObserverDismissed
    | ObservationNoted
    | ObservationEdited
    | ObservationFlagged
    | ObservationWithdrawn
    | ExcerptKept
    | ExcerptDropped
    | LineCounted
    | SessionClosed
)

CONTENT: Mapping[str, str] = {
    "CardPosted": "text",
    "CardEdited": "text",
    "AnswerGiven": "value",
    "ClusterMade": "title",
    "ClusterRenamed": "title",
    "NoteTaken": "text",
    "NoteEdited": "text",
    "ReasonGiven": "text",
    "ObservationNoted": "text",
    "ObservationEdited": "text",
    "ExcerptKept": "text",
}
"""The field of each event that holds a person's words: kept apart from the log row, so that it can be erased."""
