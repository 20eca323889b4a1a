"""Everything that simulated participants know how to do, in the order in which it presses them.

To teach them something new: a module beside these that ends in a `Behaviour`, and its name in this list.
"""

from facilitation.rehearsal.behaviours.afterthoughts import EDIT, IMPROVE, WITHDRAW
from facilitation.rehearsal.behaviours.behaviour import Behaviour, Call, Moment, Plain
from facilitation.rehearsal.behaviours.boards import POST
from facilitation.rehearsal.behaviours.comments import COMMENT
from facilitation.rehearsal.behaviours.groups import JOIN
from facilitation.rehearsal.behaviours.marks import MARK
from facilitation.rehearsal.behaviours.offers import RAISE
from facilitation.rehearsal.behaviours.picks import CHOOSE
from facilitation.rehearsal.behaviours.questions import ANSWER
from facilitation.rehearsal.behaviours.signals import DONE, LOST
from facilitation.rehearsal.behaviours.sorting import PLACE, SIFT
from facilitation.rehearsal.behaviours.talking import SPEAK
from facilitation.rehearsal.behaviours.votes import VOTE

BEHAVIOURS: tuple[Behaviour, ...] = (
    LOST,
    ANSWER,
    POST,
    EDIT,
    WITHDRAW,
    IMPROVE,
    COMMENT,
    PLACE,
    SIFT,
    MARK,
    CHOOSE,
    VOTE,
    JOIN,
    RAISE,
    SPEAK,
)
"""`DONE` is not among them: it comes when none of these calls."""

__all__ = ["BEHAVIOURS", "DONE", "Behaviour", "Call", "Moment", "Plain"]
