"""Whether this browser holds an observer's link that still opens something."""

import hmac

from flask import current_app, request

from facilitation.domain.session import Session
from facilitation.records.accounts import Account
from facilitation.web.doors import doors
from facilitation.web.rights import may_in_session

PREFIX = "observer_"

AFTERWARDS = 3 * 24 * 60 * 60 * 1000
"""Milliseconds after the end of a session during which an observer can still complete their notes."""


def key_of(session_id: str, observer: str, account: int | None = None) -> str:
    """What a link holds: it opens one notebook of one session, and nothing else. Only the house's key can make it.

    A member of the team needs no link: their key opens it where their `account` is signed in, and may observe.
    """
    name = observer if account is None else f"{observer}:{account}"
    drawn = hmac.digest(str(current_app.secret_key).encode(), f"observer|{session_id}|{name}".encode(), "sha256")
    return f"{name}-{drawn.hex()[:32]}"


def observer_in(session_id: str, account: Account | None) -> str | None:
    """The observer whose notebook is open on this browser, if it still may be: `account` is signed in there."""
    return observer_of(session_id, request.cookies.get(PREFIX + session_id, ""), account)


def observer_of(session_id: str, key: str, account: Account | None = None) -> str | None:
    """Whose key this is; nobody once it was revoked, the session is long over, or its member is not here any more."""
    observer, _, member = key.partition("-")[0].partition(":")
    here = account.id if member and account else None
    made = key_of(session_id, observer, here).encode()
    if not hmac.compare_digest(made, key.encode("utf-8", "replace")):
        return None
    if account and member and not may_in_session(account, session_id, "observe"):
        return None
    try:
        session = doors().desk.session(session_id)
    except KeyError:
        return None
    return observer if session.notebook.writes(observer) and not _long_over(session) else None


def _long_over(session: Session) -> bool:
    return session.closed_at is not None and doors().clock() > session.closed_at + AFTERWARDS
