"""The log of each session: appended in batches, read back, verified, and erased where someone takes words back."""

from facilitation.eventlog.codec import canonical
from facilitation.eventlog.entry import (
    Answered,
    Appended,
    Batch,
    Conflict,
    Entry,
    Fault,
    Head,
    Recorded,
    Unavailable,
    Verification,
)
from facilitation.eventlog.lines import as_lines
from facilitation.eventlog.log import EventLog, Run, at_once, carried
from facilitation.eventlog.verify import state_hash

__all__ = [
    "Answered",
    "Appended",
    "Batch",
    "Conflict",
    "Entry",
    "EventLog",
    "Fault",
    "Head",
    "Recorded",
    "Run",
    "Unavailable",
    "Verification",
    "as_lines",
    "at_once",
    "canonical",
    "carried",
    "state_hash",
]
