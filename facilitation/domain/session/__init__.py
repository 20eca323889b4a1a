"""The state of one live session: everything that is true after the events so far."""

from facilitation.domain.session.answers import Answer, Floor, Note, Values
from facilitation.domain.session.cards import Action, Card, Cluster, Former
from facilitation.domain.session.keys import ActionSort, AnswerValue, ChangeId, LoopKey, Milliseconds, StepKey
from facilitation.domain.session.people import Consents, PaperSeat, Person, Slip
from facilitation.domain.session.plan import Change, Extension, OpenLoop, Planned, Step
from facilitation.domain.session.state import Session

__all__ = [
    "Action",
    "ActionSort",
    "Answer",
    "AnswerValue",
    "Card",
    "Change",
    "ChangeId",
    "Cluster",
    "Consents",
    "Extension",
    "Floor",
    "Former",
    "LoopKey",
    "Milliseconds",
    "Note",
    "OpenLoop",
    "PaperSeat",
    "Person",
    "Planned",
    "Session",
    "Slip",
    "Step",
    "StepKey",
    "Values",
]
