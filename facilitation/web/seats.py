"""A participant's seat in a session: the bearer their browser holds, and what is made when they come in."""

import base64
import hmac
import secrets
from dataclasses import dataclass

from flask import current_app, request

from facilitation.records import join_codes, tickets
from facilitation.records.tickets import Ticket
from facilitation.web.doors import doors

PREFIX = "seat_"


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


def seat_of_visit(visit: str, session: str) -> NewSeat:
    """The person, bearer (128 bits) and withdrawal code of a visit; only the house's key can work them out."""
    bearer = base64.urlsafe_b64encode(_drawn(b"bearer", visit, session)[:18]).decode()
    slip = join_codes.from_bytes(_drawn(b"slip", visit, session), join_codes.SLIP_LENGTH)
    return NewSeat("p" + _drawn(b"person", visit, session).hex()[:20], bearer, slip)


def seat_in(session: str) -> Seat | None:
    """The seat this browser holds in a session, expired or not."""
    bearer = request.cookies.get(cookie_of(session))
    kept = tickets.find(doors().database, bearer, "bearer") if bearer else None
    return as_seat(kept) if kept and kept.session == session else None


def as_seat(ticket: Ticket) -> Seat:
    """A ticket, looked at now."""
    return Seat(ticket.session, ticket.person, ticket.expires_at, ticket.expires_at <= doors().clock())


def seats_held() -> tuple[Seat, ...]:
    """Every seat of this browser that still works."""
    names = [name.removeprefix(PREFIX) for name in request.cookies if name.startswith(PREFIX)]
    found = (seat_in(session) for session in names[:20])
    return tuple(seat for seat in found if seat and not seat.expired)


def cookie_of(session: str) -> str:
    """The name of the cookie that holds the bearer for one session."""
    return PREFIX + session


def _drawn(purpose: bytes, visit: str, session: str) -> bytes:
    key = str(current_app.secret_key).encode()
    return hmac.digest(key, purpose + b"|" + session.encode() + b"|" + visit.encode("utf-8", "replace"), "sha256")
