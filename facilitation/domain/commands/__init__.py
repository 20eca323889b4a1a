"""What may be asked of a session. Each is an imperative; `decide` answers with events or a refusal."""

from facilitation.domain.commands.asking import By, Refused
from facilitation.domain.commands.door import CloseDoor, CloseSession, Join, OpenDoor, PlanSession, ReplaceJoinCode
from facilitation.domain.commands.notes import EditNote, EraseNote, KeepNote, TakeNote
from facilitation.domain.commands.observers import (
    AdmitObserver,
    CountLine,
    DismissObserver,
    DropCount,
    DropExcerpt,
    EditObservation,
    EraseObservation,
    FlagObservation,
    KeepCount,
    KeepExcerpt,
    NoteObservation,
    WithdrawObservation,
)
from facilitation.domain.commands.paper import (
    CardWritten,
    CountHands,
    EnterSlip,
    GiveConsents,
    HandOut,
    PrintPaper,
    SlipContent,
    TakeBackSlip,
)
from facilitation.domain.commands.participants import (
    CastVote,
    ChangeConsents,
    ChooseCards,
    EditCard,
    GiveAnswer,
    JoinGroup,
    Leave,
    MarkCard,
    PassTurn,
    PlaceCard,
    PostCard,
    RaiseHand,
    SiftCard,
    Signal,
    WithdrawAnswer,
    WithdrawCard,
)
from facilitation.domain.commands.plan import (
    ChangeStage,
    EditReason,
    EraseReason,
    InsertBlock,
    InsertStage,
    MoveStage,
    ReopenStep,
    RestoreStage,
    UndoChange,
    Wording,
)
from facilitation.domain.commands.room import (
    AssignRole,
    ClusterCards,
    DissolveCluster,
    GiveTurn,
    HideCard,
    LetIn,
    MakeCluster,
    MarkAbsent,
    MergeCards,
    MovePerson,
    PartCards,
    PlaceRest,
    RenameCluster,
    RestoreCard,
    ReviewCards,
    SwapRoles,
    UndoAction,
)
from facilitation.domain.commands.stages import (
    Advance,
    CloseStep,
    EndLoop,
    EndTimer,
    ExtendStep,
    FreezeWall,
    HideWall,
    PauseTimer,
    ResumeTimer,
    RevealStep,
    SkipStep,
    TurnWall,
    WantTurn,
)

__all__ = [
    "AdmitObserver",
    "Advance",
    "AssignRole",
    "By",
    "CardWritten",
    "CastVote",
    "ChangeConsents",
    "ChangeStage",
    "ChooseCards",
    "CloseDoor",
    "CloseSession",
    "CloseStep",
    "ClusterCards",
    "Command",
    "CountHands",
    "CountLine",
    "DismissObserver",
    "DissolveCluster",
    "DropCount",
    "DropExcerpt",
    "EditCard",
    "EditNote",
    "EditObservation",
    "EditReason",
    "EndLoop",
    "EndTimer",
    "EnterSlip",
    "EraseNote",
    "EraseObservation",
    "EraseReason",
    "ExtendStep",
    "FacilitatorCommand",
    "FlagObservation",
    "FreezeWall",
    "GiveAnswer",
    "GiveConsents",
    "GiveTurn",
    "HandOut",
    "HideCard",
    "HideWall",
    "InsertBlock",
    "InsertStage",
    "Join",
    "JoinGroup",
    "KeepCount",
    "KeepExcerpt",
    "KeepNote",
    "Leave",
    "LetIn",
    "MakeCluster",
    "MarkAbsent",
    "MarkCard",
    "MergeCards",
    "MovePerson",
    "MoveStage",
    "NoteObservation",
    "ObserverCommand",
    "OpenDoor",
    "PartCards",
    "ParticipantCommand",
    "PassTurn",
    "PauseTimer",
    "PlaceCard",
    "PlaceRest",
    "PlanSession",
    "PostCard",
    "PrintPaper",
    "RaiseHand",
    "Refused",
    "RenameCluster",
    "ReopenStep",
    "ReplaceJoinCode",
    "RestoreCard",
    "RestoreStage",
    "ResumeTimer",
    "RevealStep",
    "ReviewCards",
    "SiftCard",
    "Signal",
    "SkipStep",
    "SlipContent",
    "SwapRoles",
    "TakeBackSlip",
    "TakeNote",
    "TurnWall",
    "UndoAction",
    "UndoChange",
    "WantTurn",
    "WithdrawAnswer",
    "WithdrawCard",
    "WithdrawObservation",
    "Wording",
]

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
    | KeepCount
    | DropCount
    | CloseSession
)
Command = ParticipantCommand | FacilitatorCommand | ObserverCommand | Join | EndTimer
