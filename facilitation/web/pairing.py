"""Saying at the door that one came before: by the withdrawal code of that session, and only if one likes."""

from flask_babel import gettext

from facilitation.domain.session import Session
from facilitation.projections.asked_later import asks_again
from facilitation.records import join_codes, live_sessions, pairings
from facilitation.records.live_sessions import LiveSession
from facilitation.records.pairings import Seat
from facilitation.web.doors import doors
from facilitation.web.forms.joining import JoinForm
from facilitation.web.limits import count, refuse_if_too_many


def earlier_sessions(header: LiveSession) -> frozenset[str]:
    """The sessions of the same experiment that have begun, this one left out."""
    held = live_sessions.of_experiment(doors().database, header.experiment)
    return frozenset(one.id for one in held if one.id != header.id and one.status != "waiting")


def may_say_so(header: LiveSession, state: Session) -> bool:
    """Whether the page where people come in asks if they came before."""
    return asks_again(state) and bool(earlier_sessions(header))


def read_earlier(header: LiveSession, form: JoinForm) -> Seat | None:
    """The seat that was typed; none, and the form says why, where no session of this experiment gave that code."""
    seat = earlier_seat(header, str(form.earlier.data or ""))
    if seat is None:
        form.earlier.errors = [not_known()]
    return seat


def not_known() -> str:
    """What whoever typed a wrong code reads."""
    return str(gettext("No earlier session of this project gave out this code. Check it, or leave the field empty."))


def earlier_seat(header: LiveSession, typed: str) -> Seat | None:
    """The seat of a code of an earlier session of the same experiment."""
    code = join_codes.read_code(typed, join_codes.SLIP_LENGTH)
    seat = pairings.seat_of_code(doors().database, code, doors().clock()) if code else None
    if seat is None or seat[0] not in earlier_sessions(header):
        refuse_if_too_many("slip")
        count("slip")
        return None
    return seat


def keep_code(state: Session, code: str, person: str) -> None:
    """Let a code that was just given out say next time that it was this person's."""
    if asks_again(state):
        pairings.keep_code(doors().database, code, state.id, person, doors().clock())
