"""Whether this browser is a kiosk of a session, and who stands in front of it now."""

import secrets

from flask import abort, request, session
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.records import lent_devices
from facilitation.records.live_sessions import LiveSession
from facilitation.web import lent
from facilitation.web.access import forget_sign_in
from facilitation.web.cookies import take_cookie
from facilitation.web.doors import doors
from facilitation.web.seats import PREFIX as SEAT
from facilitation.web.trouble import closed_device

AT = "kiosk"
"""Where the signed cookie remembers who stands there: session, person, until when, whose turn it is on the device, and
what they have skipped. A copy of it is worth nothing once they have stepped away."""

PATIENCE = 10 * 60 * 1000
"""Milliseconds without a page after which nobody stands there any more, even where no script runs."""


def only_kiosks(header: LiveSession) -> None:
    """To any other browser the page does not exist; to one that was the kiosk, it is closed."""
    device = lent.device_here(header.id, "kiosk")
    if device is None:
        raise NotFound
    if not lent.is_in_use(device):
        steps_away()
        abort(closed_device())
    lent_devices.see(doors().database, device, doors().clock())


def stands_there(session_id: str) -> str | None:
    """The person in front of the kiosk, as long as they do something."""
    match session.get(AT):
        case {"session": str(at), "person": str(person), "until": int(until), "turn": int(turn)} if at == session_id:
            device = lent.device_here(session_id, "kiosk")
            return person if until > doors().clock() and device and device.turn == turn else None
    return None


def steps_up(session_id: str, person: str) -> None:
    """Someone stands there now, or goes on doing so."""
    goes_on = stands_there(session_id) == person
    known = session[AT] if goes_on else {"skipped": [], "turn": _next_turn(session_id)}
    until = doors().clock() + PATIENCE
    session[AT] = {**known, "session": session_id, "person": person, "until": until}


def _next_turn(session_id: str) -> int:
    device = lent.device_here(session_id, "kiosk")
    return lent_devices.next_turn(doors().database, device) if device else 0


def skips(names: list[str]) -> None:
    """The person there leaves these lines empty."""
    session[AT] = {**session[AT], "skipped": names[-60:]}


def skipped() -> list[str]:
    """The lines that the person there has left empty."""
    return list(session.get(AT, {}).get("skipped", []))


def steps_away() -> None:
    """Nobody stands there: whatever this browser knew of them is gone, and so is what a copy of it knew."""
    at = session.get(AT, {}).get("session")
    if isinstance(at, str) and stands_there(at):
        _next_turn(at)
    forget_sign_in()


def without_seats(response: Response) -> Response:
    """The answer that makes this browser give up the seats it holds, in whatever session."""
    for name in request.cookies:
        if name.startswith(SEAT):
            take_cookie(response, name)
    return response


def new_person() -> str:
    """The random name of one showing of the consent page."""
    return secrets.token_urlsafe(18)
