"""What is handed in at the desk, and what is handed back."""

from dataclasses import dataclass

from facilitation.domain.commands import By, Command, Refused
from facilitation.domain.events import Event
from facilitation.domain.format import Text
from facilitation.domain.session import Session

LONGEST_WORD = 200


@dataclass(frozen=True, slots=True)
class Envelope:
    """A command on its way to a session. Raises ValueError if its address cannot be stored.

    `stream` is the person's id, or the id of a console's tab; `number` is dense in it, from 1; `id` is random and names
    the command for ever. The door, the clock and the command line send no number.
    `command` may already be a refusal (the door could not read what was sent): it then uses up its number.
    """

    by: By
    command: Command | Refused
    stream: str = ""
    number: int | None = None
    id: str = ""

    def __post_init__(self) -> None:
        for word in (self.by.id, self.stream, self.id):
            if len(word) > LONGEST_WORD or not word.isprintable():
                raise ValueError("an address of at most 200 printable letters is expected")
        if self.number is not None and not (self.stream and self.id):
            raise ValueError("a numbered command says its stream and its id")


@dataclass(frozen=True, slots=True)
class Saved:
    """On disk as event `seq`, or changing nothing at `seq`. Also the answer to a repeat."""

    number: int | None
    seq: int


@dataclass(frozen=True, slots=True)
class Turned:
    """Turned away for a stable reason; the number is used up."""

    number: int | None
    refused: Refused


@dataclass(frozen=True, slots=True)
class Expected:
    """Not taken: number `expect` must come next."""

    number: int
    expect: int


Receipt = Saved | Turned | Expected


@dataclass(frozen=True, slots=True)
class Published:
    """What a committed batch changed: told once, after its receipts were handed back."""

    session_id: str
    before: Session
    events: tuple[Event, ...]
    after: Session


class UnknownSession(KeyError):
    """No session has this id."""


class NotSaved(Exception):
    """No receipt: nothing can be stored now, the sender must try again. `reason` says why to a person."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason
