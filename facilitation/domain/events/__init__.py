"""What has happened in a session. Names and fields are published for ever: the log is decoded by them."""

from collections.abc import Mapping

from facilitation.domain.events.answers import (
    AnswerEvent,
    AnswerGiven,
    AnswerWithdrawn,
    CardsChosen,
    Signalled,
    ValuesComputed,
    VoteCast,
)
from facilitation.domain.events.arranging import (
    ActionTaken,
    ActionUndone,
    AnswersLetIn,
    ArrangingEvent,
    CardsClustered,
    CardsLetIn,
    CardsMerged,
    CardsParted,
    ClusterDissolved,
    ClusterMade,
    ClusterRenamed,
    ReviewBegun,
    ReviewEnded,
    TitleErased,
)
from facilitation.domain.events.cards import (
    CardEdited,
    CardEvent,
    CardHidden,
    CardMarked,
    CardPlaced,
    CardPosted,
    CardRestored,
    CardsDealt,
    CardSifted,
    CardWithdrawn,
    ItemsCarried,
)
from facilitation.domain.events.floors import FloorEvent, SpeakersOrdered, TurnGiven
from facilitation.domain.events.loops import CardTaken, LoopEnded, LoopEvent, TurnAdded, TurnWanted
from facilitation.domain.events.observers import (
    ExcerptDropped,
    ExcerptKept,
    LineCounted,
    ObservationEdited,
    ObservationFlagged,
    ObservationNoted,
    ObservationWithdrawn,
    ObserverAdmitted,
    ObserverDismissed,
    ObserverEvent,
)
from facilitation.domain.events.paper import (
    ConsentsGiven,
    HandsCounted,
    PaperEvent,
    PaperPrinted,
    SlipEntered,
    SlipTakenBack,
)
from facilitation.domain.events.people import (
    GroupsFormed,
    GroupsWait,
    HandRaised,
    ParticipantJoined,
    ParticipantLeft,
    ParticipantReturned,
    PersonEvent,
    PersonPlaced,
    RoleAssigned,
    TreatmentDrawn,
)
from facilitation.domain.events.plan import (
    ChangeUndone,
    PlanEvent,
    StageChanged,
    StageInserted,
    StageMoved,
    StageReopened,
    StageRestored,
)
from facilitation.domain.events.session import (
    DoorClosed,
    DoorOpened,
    JoinCodeReplaced,
    SessionClosed,
    SessionEvent,
    SessionPlanned,
)
from facilitation.domain.events.stages import (
    NextShown,
    StageClosed,
    StageEvent,
    StageLeftOut,
    StageSkipped,
    StageStarted,
    StepRevealed,
    TimerExtended,
    TimerPaused,
    TimerResumed,
)
from facilitation.domain.events.wall import WallEvent, WallFrozen, WallHidden, WallShown, WallThawed, WallTurned
from facilitation.domain.events.writing import (
    NoteEdited,
    NoteErased,
    NoteKept,
    NoteTaken,
    ReasonErased,
    ReasonGiven,
    WritingEvent,
)

__all__ = [
    "CONTENT",
    "ActionTaken",
    "ActionUndone",
    "AnswerEvent",
    "AnswerGiven",
    "AnswerWithdrawn",
    "AnswersLetIn",
    "ArrangingEvent",
    "CardEdited",
    "CardEvent",
    "CardHidden",
    "CardMarked",
    "CardPlaced",
    "CardPosted",
    "CardRestored",
    "CardSifted",
    "CardTaken",
    "CardWithdrawn",
    "CardsChosen",
    "CardsClustered",
    "CardsDealt",
    "CardsLetIn",
    "CardsMerged",
    "CardsParted",
    "ChangeUndone",
    "ClusterDissolved",
    "ClusterMade",
    "ClusterRenamed",
    "ConsentsGiven",
    "DoorClosed",
    "DoorOpened",
    "Event",
    "ExcerptDropped",
    "ExcerptKept",
    "FloorEvent",
    "GroupsFormed",
    "GroupsWait",
    "HandRaised",
    "HandsCounted",
    "ItemsCarried",
    "JoinCodeReplaced",
    "LineCounted",
    "LoopEnded",
    "LoopEvent",
    "NextShown",
    "NoteEdited",
    "NoteErased",
    "NoteKept",
    "NoteTaken",
    "ObservationEdited",
    "ObservationFlagged",
    "ObservationNoted",
    "ObservationWithdrawn",
    "ObserverAdmitted",
    "ObserverDismissed",
    "ObserverEvent",
    "PaperEvent",
    "PaperPrinted",
    "ParticipantJoined",
    "ParticipantLeft",
    "ParticipantReturned",
    "PersonEvent",
    "PersonPlaced",
    "PlanEvent",
    "ReasonErased",
    "ReasonGiven",
    "ReviewBegun",
    "ReviewEnded",
    "RoleAssigned",
    "SessionClosed",
    "SessionEvent",
    "SessionPlanned",
    "Signalled",
    "SlipEntered",
    "SlipTakenBack",
    "SpeakersOrdered",
    "StageChanged",
    "StageClosed",
    "StageEvent",
    "StageInserted",
    "StageLeftOut",
    "StageMoved",
    "StageReopened",
    "StageRestored",
    "StageSkipped",
    "StageStarted",
    "StepRevealed",
    "TimerExtended",
    "TimerPaused",
    "TimerResumed",
    "TitleErased",
    "TreatmentDrawn",
    "TurnAdded",
    "TurnGiven",
    "TurnWanted",
    "ValuesComputed",
    "VoteCast",
    "WallEvent",
    "WallFrozen",
    "WallHidden",
    "WallShown",
    "WallThawed",
    "WallTurned",
    "WritingEvent",
]

Event = (
    SessionEvent
    | PersonEvent
    | StageEvent
    | LoopEvent
    | CardEvent
    | ArrangingEvent
    | AnswerEvent
    | FloorEvent
    | WallEvent
    | PlanEvent
    | WritingEvent
    | PaperEvent
    | ObserverEvent
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
