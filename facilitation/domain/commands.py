"""What may be asked of a session. Each is an imperative; `decide` answers with events or a refusal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from facilitation.domain.format import Format, SettingValue, Stage
from facilitation.domain.session import AnswerValue, ChangeId, Consents, LoopKey, StepKey

# --- participants -----------------------------------------------------------------------------------------------


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


# --- the door ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Join:
    """Come in. `person` is a random id made by the door; the alias is given by the session."""

    person: str
    channel: Literal["phone", "paper", "kiosk", "simulated"]
    consents: Consents


# --- paper --------------------------------------------------------------------------------------------------------


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


# --- the facilitator --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PlanSession:
    """The first command of every session: pins the format, its text, the settings and the seed."""

    session: str
    title: str
    locale: Literal["fr", "en"]
    format: Format
    source: str
    digest: str
    seed: int
    settings: Mapping[str, SettingValue] = field(default_factory=dict)
    minutes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """Let people in."""


@dataclass(frozen=True, slots=True)
class CloseDoor:
    """Let nobody else in; those inside stay."""


@dataclass(frozen=True, slots=True)
class ReplaceJoinCode:
    """Said by the staff page once the session has another join code."""


@dataclass(frozen=True, slots=True)
class Advance:
    """Go on: start the session (`after` is none), or close the step `after` and start the next one."""

    after: StepKey | None


@dataclass(frozen=True, slots=True)
class CloseStep:
    """Close the inputs of the current step and show what waits for its end, without going on yet."""

    step: StepKey


@dataclass(frozen=True, slots=True)
class ExtendStep:
    """Give the current step more time (seconds; negative for less), and say why if there is something to say."""

    step: StepKey
    seconds: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PauseTimer:
    """Stop the clock of the current step."""

    step: StepKey


@dataclass(frozen=True, slots=True)
class ResumeTimer:
    """Let the clock run again."""

    step: StepKey


@dataclass(frozen=True, slots=True)
class EndTimer:
    """Said by the desk when the time of a step is up."""

    step: StepKey


@dataclass(frozen=True, slots=True)
class SkipStep:
    """Leave out a step, the current one or one still to come, and say why."""

    step: StepKey
    reason: str


@dataclass(frozen=True, slots=True)
class EndLoop:
    """Let a loop with an open end have no further turn; the one that is on is played to its end."""

    loop: LoopKey


@dataclass(frozen=True, slots=True)
class WantTurn:
    """Let a loop that has another turn on request only have one more."""

    loop: LoopKey


@dataclass(frozen=True, slots=True)
class RevealStep:
    """Show now what the current step keeps until its reveal."""

    step: StepKey


@dataclass(frozen=True, slots=True)
class HideCard:
    """Take a card off every screen but the console."""

    card: str


@dataclass(frozen=True, slots=True)
class RestoreCard:
    """Show a hidden card again."""

    card: str


@dataclass(frozen=True, slots=True)
class HideWall:
    """Blank the projector at once, or bring it back."""

    on: bool


@dataclass(frozen=True, slots=True)
class FreezeWall:
    """Let the projector keep what it shows while the room goes on, or catch up."""

    on: bool


@dataclass(frozen=True, slots=True)
class TurnWall:
    """Turn the page on the projector: forwards if `by` is positive, back if it is negative."""

    by: int


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
class TakeNote:
    """Write down a moment: kept for the documentation, or for those who facilitate only."""

    text: str
    kept: bool = True


@dataclass(frozen=True, slots=True)
class KeepNote:
    """Keep a note for the documentation after all, or keep it out."""

    note: str
    kept: bool


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
class ReviewCards:
    """Have what people write from now on wait for the facilitator before the whole room reads it; or no longer."""

    on: bool


@dataclass(frozen=True, slots=True)
class LetIn:
    """Let the whole room read cards that waited, and answers, as the console names them: see `domain.reviewing`."""

    cards: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SwapRoles:
    """Have two people exchange the roles they hold."""

    person: str
    other: str


@dataclass(frozen=True, slots=True)
class UndoAction:
    """Take back what a facilitator did to cards or people."""

    action: str


@dataclass(frozen=True, slots=True)
class CloseSession:
    """End the session; contributions can still be withdrawn."""


# --- the plan, while the session is waiting or running ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wording:
    """New words for one text of a stage; a language left out keeps what it had."""

    fr: str | None = None
    en: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeStage:
    """Change the length (seconds; 0 for no limit) or the words of a step that nobody has reached.

    `base` is the version of the plan that was looked at. With `every_turn`, its later turns change alike.
    """

    step: StepKey
    reason: str
    base: int
    seconds: int | None = None
    texts: Mapping[str, Wording] = field(default_factory=dict)
    every_turn: bool = False


@dataclass(frozen=True, slots=True)
class MoveStage:
    """Put a step that nobody has reached before another one (none: at the end)."""

    step: StepKey
    before: StepKey | None
    reason: str
    base: int


@dataclass(frozen=True, slots=True)
class InsertBlock:
    """Insert a block of the library before a step (none: at the end). The door finds the block by its name."""

    block: str
    before: StepKey | None
    reason: str
    base: int


@dataclass(frozen=True, slots=True)
class InsertStage:
    """The same with the stage found: `shares` names the boards of this session that it goes on with."""

    block: str
    stage: Stage
    before: StepKey | None
    reason: str
    base: int
    shares: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UndoChange:
    """Take back a change of the plan that nobody has reached."""

    change: ChangeId
    base: int


@dataclass(frozen=True, slots=True)
class RestoreStage:
    """Put back a step that was left out before anybody reached it."""

    step: StepKey
    base: int


@dataclass(frozen=True, slots=True)
class ReopenStep:
    """Open the inputs of the step that ended last again, for so many seconds (0: without limit)."""

    step: StepKey
    seconds: int
    reason: str


@dataclass(frozen=True, slots=True)
class EditReason:
    """Put other words for why a step was left out, its time or the plan changed: the former are erased."""

    of: str
    text: str


@dataclass(frozen=True, slots=True)
class EraseReason:
    """Erase why a step was left out, its time or the plan changed."""

    of: str


@dataclass(frozen=True, slots=True)
class EditNote:
    """Put other words for a moment that was kept: the former are erased."""

    note: str
    text: str


@dataclass(frozen=True, slots=True)
class EraseNote:
    """Erase a moment that was kept."""

    note: str


# --- observers --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NoteObservation:
    """Write down what is seen. `at` is when its first letter was typed: the step that was on then is its step.

    `group` is the one that was watched (from 0), none for the room.
    """

    text: str
    at: int = 0
    group: int | None = None
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class EditObservation:
    """Put other words for a note of one's own: the former are erased."""

    note: str
    text: str


@dataclass(frozen=True, slots=True)
class FlagObservation:
    """Propose a note of one's own for the documentation, or no longer."""

    note: str
    on: bool


@dataclass(frozen=True, slots=True)
class WithdrawObservation:
    """Erase a note of one's own."""

    note: str


@dataclass(frozen=True, slots=True)
class CountLine:
    """Count a line of the grid once more, or take one back; `at` and `group` as for a note."""

    line: str
    more: bool
    at: int = 0
    group: int | None = None


# --- observers, as those who facilitate see them ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AdmitObserver:
    """Let one more observer watch; the house makes the link."""


@dataclass(frozen=True, slots=True)
class DismissObserver:
    """Revoke the link of an observer."""

    observer: str


@dataclass(frozen=True, slots=True)
class KeepExcerpt:
    """Promote words of an observer's note to the documentation; `[…]` stands for what is left out."""

    note: str
    text: str


@dataclass(frozen=True, slots=True)
class DropExcerpt:
    """Keep an observer's note out of the documentation after all."""

    note: str


@dataclass(frozen=True, slots=True)
class EraseObservation:
    """Erase an observer's note, should it name somebody."""

    note: str


ObserverCommand = NoteObservation | EditObservation | FlagObservation | WithdrawObservation | CountLine
ParticipantCommand = (
    PostCard
    | EditCard
    | WithdrawCard
    | MarkCard
    | GiveAnswer
    | WithdrawAnswer
    | CastVote
    | ChooseCards
    | PlaceCard
    | SiftCard
    | Signal
    | PassTurn
    | JoinGroup
    | RaiseHand
    | Leave
    | ChangeConsents
)
FacilitatorCommand = (
    PlanSession
    | OpenDoor
    | CloseDoor
    | ReplaceJoinCode
    | Advance
    | CloseStep
    | ExtendStep
    | PauseTimer
    | ResumeTimer
    | SkipStep
    | EndLoop
    | WantTurn
    | RevealStep
    | HideCard
    | SiftCard
    | RestoreCard
    | HideWall
    | FreezeWall
    | TurnWall
    | AssignRole
    | PassTurn
    | GiveTurn
    | MovePerson
    | PlaceRest
    | MarkAbsent
    | ReviewCards
    | LetIn
    | SwapRoles
    | MergeCards
    | PartCards
    | MakeCluster
    | RenameCluster
    | ClusterCards
    | DissolveCluster
    | UndoAction
    | TakeNote
    | KeepNote
    | EditNote
    | EraseNote
    | ChangeStage
    | MoveStage
    | InsertBlock
    | InsertStage
    | UndoChange
    | RestoreStage
    | ReopenStep
    | EditReason
    | EraseReason
    | PrintPaper
    | HandOut
    | GiveConsents
    | EnterSlip
    | TakeBackSlip
    | CountHands
    | AdmitObserver
    | DismissObserver
    | KeepExcerpt
    | DropExcerpt
    | EraseObservation
    | CloseSession
)
Command = ParticipantCommand | FacilitatorCommand | ObserverCommand | Join | EndTimer


@dataclass(frozen=True, slots=True)
class By:
    """Who asks: a participant (`id` is the person), a facilitator, an observer, the door, or the clock."""

    kind: Literal["participant", "facilitator", "observer", "door", "clock"]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """An expected no. `reason` is a stable word that every screen translates; `detail` fills its sentence."""

    reason: str
    detail: Mapping[str, str] = field(default_factory=dict)
