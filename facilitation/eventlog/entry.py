"""What goes into the log and what comes out of it, as values."""

from dataclasses import dataclass, field

from facilitation.domain.commands import By, Refused
from facilitation.domain.events import Event
from facilitation.domain.format import Text


@dataclass(frozen=True, slots=True)
class Head:
    """How far a log goes. `epoch` is the random name of this log; `chain` seals all events up to `seq`."""

    seq: int
    epoch: str
    chain: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One command that was decided: its events, or the refusal that used up its number.

    `number` is None for commands that carry none (door, clock, command line): they leave events, but no receipt.
    """

    by: By
    events: tuple[Event, ...] = ()
    stream: str = ""
    number: int | None = None
    id: str = ""
    refused: Refused | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries to be stored together, in order, right after `head`."""

    session: str
    head: Head
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Appended:
    """What was stored: the new head, and for each entry the seq of its last event (or of the head at that point)."""

    head: Head
    seqs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """One event of a log. `erased` where its words are gone."""

    seq: int
    by: By
    stream: str
    number: int | None
    event: Event
    erased: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """What a numbered command was answered, and which command it was (`id`)."""

    number: int
    id: str
    seq: int
    refused: Refused | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a log: a stable word, the event it was found at (0: the whole log), a sentence."""

    code: str
    seq: int
    message: Text


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of reading a whole log again. `state` is the hash of what is true after it: equal logs, equal hash."""

    session: str
    events: int
    state: str
    faults: tuple[Fault, ...] = field(default_factory=tuple)

    @property
    def ok(self) -> bool:
        """Whether the log is whole."""
        return not self.faults


class Conflict(Exception):
    """Someone else wrote to this session first: load it again and decide anew."""


class Unavailable(Exception):
    """Nothing can be stored now (disk full, disk error, database away). `reason` says which to a person."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason
