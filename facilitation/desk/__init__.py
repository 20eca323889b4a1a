"""The desk: one writer per session. Commands are decided in order, committed in batches, then acknowledged."""

from facilitation.desk.deciding import Failed, Rules, decide_batch
from facilitation.desk.desk import Desk
from facilitation.desk.envelope import Envelope, Expected, NotSaved, Published, Receipt, Saved, Turned, UnknownSession
from facilitation.desk.timers import Timekeeper

__all__ = [
    "Desk",
    "Envelope",
    "Expected",
    "Failed",
    "NotSaved",
    "Published",
    "Receipt",
    "Rules",
    "Saved",
    "Timekeeper",
    "Turned",
    "UnknownSession",
    "decide_batch",
]
