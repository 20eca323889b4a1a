"""Whether this browser holds an observer's link that still opens something."""

import hmac

from flask import current_app, request

from facilitation.domain.session import Session
from facilitation.web.doors import doors

PREFIX = "observer_"

AFTERWARDS = 3 * 24 * 60 * 60 * 1000
"""Milliseconds after the end of a session during which an observer can still complete their notes."""


def key_of(session_id: str, observer: str) -> str:
    """What a link holds: it opens one notebook of one session, and nothing else. Only the house's key can make it."""
    drawn = hmac.digest(str(current_app.secret_key).encode(), f"observer|{session_id}|{observer}".encode(), "sha256")
    return f"{observer}-{drawn.hex()[:32]}"


def observer_in(session_id: str) -> str | None:
    """The observer whose link this browser has opened, if it still holds."""
    return observer_of(session_id, request.cookies.get(PREFIX + session_id, ""))


def observer_of(session_id: str, key: str) -> str | None:
    """Whose key this is; nobody once it was revoked or the session is long over."""
    observer = key.partition("-")[0]
    made = key_of(session_id, observer).encode()
    if not hmac.compare_digest(made, key.encode("utf-8", "replace")):
        return None
    try:
        session = doors().desk.session(session_id)
    except KeyError:
        return None
    return observer if session.notebook.writes(observer) and not _long_over(session) else None


def _long_over(session: Session) -> bool:
    return session.closed_at is not None and doors().clock() > session.closed_at + AFTERWARDS
