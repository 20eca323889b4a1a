"""A participant's seat in a session: the bearer their browser holds, and what is made when they come in."""

import base64
import hmac
import secrets
from dataclasses import dataclass

from flask import current_app, request, session

from facilitation.records import join_codes, tickets
from facilitation.records.digests import digest
from facilitation.records.tickets import Ticket
from facilitation.web.doors import doors

PREFIX = "seat_"

SLIPS = "slips"
"""Where the signed cookie remembers the withdrawal codes of this browser, by session, until it is closed."""

MOST_SLIPS = 4

OPENED = "own"
"""Where the signed cookie remembers a slip that was typed: session, person, end of validity, digest."""

VISIT = 10 * 60 * 1000
"""Milliseconds for which a slip stays open on a browser that holds the seat of somebody else."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A ticket that a browser holds; `expired` once its time is over."""

    session: str
    person: str
    expires_at: int
    expired: bool


@dataclass(frozen=True, slots=True)
class NewSeat:
    """What one visit to the consent page leads to. Sending the page twice gives the same seat, not two people."""

    person: str
    bearer: str
    slip: str


def new_visit() -> str:
    """The random name of one showing of the consent page."""
    return secrets.token_urlsafe(18)


def seat_of_visit(visit: str, session_id: str) -> NewSeat:
    """The person, bearer (128 bits) and withdrawal code of a visit; only the house's key can work them out."""
    bearer = base64.urlsafe_b64encode(_drawn(b"bearer", visit, session_id)[:18]).decode()
    slip = join_codes.from_bytes(_drawn(b"slip", visit, session_id), join_codes.SLIP_LENGTH)
    return NewSeat("p" + _drawn(b"person", visit, session_id).hex()[:20], bearer, slip)


def new_bearer() -> str:
    """What a browser holds that comes back by its slip, 144 random bits."""
    return secrets.token_urlsafe(18)


def seat_in(session_id: str) -> Seat | None:
    """The seat this browser holds in a session, expired or not."""
    bearer = request.cookies.get(cookie_of(session_id))
    kept = tickets.find(doors().database, bearer, "bearer") if bearer else None
    return as_seat(kept) if kept and kept.session == session_id else None


def person_here(session_id: str) -> str | None:
    """Whose contributions this browser may open in a session: by the slip that was typed, else by its seat.

    Phones are shared: whoever types a slip must not be shown what the one who sat here before has written.
    """
    match session.get(OPENED):
        case [str(opened), str(person), int(until), str(mark)] if opened == session_id and until > doors().clock():
            if tickets.still_opens(doors().database, mark, session_id, person):
                return person
    seat = seat_in(session_id)
    return seat.person if seat is not None and not seat.expired else None


def seat_of_another(session_id: str, person: str) -> bool:
    """Whether this browser holds a seat in a session that is not this person's."""
    seat = seat_in(session_id)
    return seat is not None and seat.person != person


def open_slip(ticket: Ticket, code: str) -> None:
    """Remember a slip that was typed, until its time is over or the page is closed; not for long on another's phone."""
    until = ticket.expires_at
    if seat_of_another(ticket.session, ticket.person):
        until = min(until, doors().clock() + VISIT)
    session[OPENED] = [ticket.session, ticket.person, until, digest(code)]


def close_slip() -> None:
    """Forget it."""
    session.pop(OPENED, None)


def as_seat(ticket: Ticket) -> Seat:
    """A ticket, looked at now."""
    return Seat(ticket.session, ticket.person, ticket.expires_at, ticket.expires_at <= doors().clock())


def seats_held() -> tuple[Seat, ...]:
    """Every seat of this browser that still works."""
    names = [name.removeprefix(PREFIX) for name in request.cookies if name.startswith(PREFIX)]
    found = (seat_in(name) for name in names[:20])
    return tuple(seat for seat in found if seat and not seat.expired)


def remember_slip(session_id: str, code: str) -> None:
    """Keep a withdrawal code at hand. It gives no more rights than the seat this browser holds anyway."""
    others = [(name, kept) for name, kept in session.get(SLIPS, {}).items() if name != session_id]
    session[SLIPS] = dict([*others[1 - MOST_SLIPS :], (session_id, code)])


def remembered_slip(session_id: str) -> str | None:
    """The withdrawal code, as it is shown, if this browser still knows it."""
    code = session.get(SLIPS, {}).get(session_id)
    return join_codes.shown(code) if isinstance(code, str) else None


def forget_slip(session_id: str) -> None:
    """Forget the code of a session that was left."""
    session[SLIPS] = {name: kept for name, kept in session.get(SLIPS, {}).items() if name != session_id}


def cookie_of(session_id: str) -> str:
    """The name of the cookie that holds the bearer for one session."""
    return PREFIX + session_id


def _drawn(purpose: bytes, visit: str, session_id: str) -> bytes:
    key = str(current_app.secret_key).encode()
    return hmac.digest(key, purpose + b"|" + session_id.encode() + b"|" + visit.encode("utf-8", "replace"), "sha256")
