"""People, on a phone or on paper, and what they agreed to."""

from dataclasses import dataclass
from typing import Literal

from facilitation.domain.session.keys import Milliseconds


@dataclass(frozen=True, slots=True)
class Consents:
    """What a participant agreed to, beside taking part (levels b, c and d of the consent page)."""

    report: bool = True
    quotation: bool = False
    publication: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A participant, known by an alias only."""

    id: str
    alias: str
    channel: Literal["phone", "paper", "kiosk", "simulated"]
    consents: Consents
    joined_at: Milliseconds
    here: bool = True


@dataclass(frozen=True, slots=True)
class PaperSeat:
    """A numbered packet of slips: whom it makes, and their alias, which is printed on it. Nobody, until it is given."""

    person: str
    alias: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip that was typed; `withdrawn` once its person has taken something of it back by their ticket.

    `dictated` says that its person spoke and somebody else wrote; `since`, that they wrote there themselves afterwards,
    on a shared device or a phone.
    """

    at: Milliseconds
    by: str
    blank: bool = False
    late: Literal["", "stage", "session"] = ""
    withdrawn: bool = False
    dictated: bool = False
    since: bool = False
