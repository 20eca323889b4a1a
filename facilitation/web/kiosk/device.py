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
"""Where the signed cookie remembers who stands there: session, person, until when, and what they have skipped."""

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
        case {"session": str(at), "person": str(person), "until": int(until)} if at == session_id:
            return person if until > doors().clock() else None
    return None


def steps_up(session_id: str, person: str) -> None:
    """Someone stands there now, or goes on doing so."""
    skipped = session.get(AT, {}).get("skipped", []) if stands_there(session_id) == person else []
    until = doors().clock() + PATIENCE
    session[AT] = {"session": session_id, "person": person, "until": until, "skipped": skipped}


def skips(names: list[str]) -> None:
    """The person there leaves these lines empty."""
    session[AT] = {**session[AT], "skipped": names[-60:]}


def skipped() -> list[str]:
    """The lines that the person there has left empty."""
    return list(session.get(AT, {}).get("skipped", []))


def steps_away() -> None:
    """Nobody stands there: whatever this browser knew of them is gone."""
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
