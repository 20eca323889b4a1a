"""Who is asking: a member of staff, a participant, a projector, or nobody we know."""

import hmac
from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import g, redirect, request, session, url_for
from werkzeug.exceptions import NotFound, Unauthorized

from facilitation.domain.commands import By
from facilitation.domain.session import Session
from facilitation.projections.screen import GroupScreen, TeamScreen
from facilitation.records import live_sessions, sign_ins
from facilitation.records.accounts import Account
from facilitation.records.live_sessions import LiveSession
from facilitation.web import lent
from facilitation.web.doors import Who, doors
from facilitation.web.observing.links import observer_in
from facilitation.web.rights import may_in_session, may_open
from facilitation.web.seats import seat_in
from facilitation.web.typed import typed

View = Callable[..., Any]
SCREEN = "screen_"
SIGNED_IN = "signed_in"
"""Where the signed cookie keeps the secret of this browser's sign-in."""


def staff() -> Account | None:
    """The account that is signed in on this browser."""
    if "staff" not in g:
        secret = session.get(SIGNED_IN)
        found = sign_ins.account_of(doors().database, secret, doors().clock()) if isinstance(secret, str) else None
        still = found and found.role != "former" and found.mark == session.get("mark")
        g.staff = found if still else None
    known: Account | None = g.staff
    return known


def the_staff() -> Account:
    """The account that is signed in; for views that `staff_only` protects."""
    found = staff()
    if found is None:
        raise NotFound
    return found


def staff_only(view: View) -> View:
    """Send anyone else to sign in first, whether or not what they asked for exists; what `rights` keeps from whoever
    is signed in does not exist for them either."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        account = staff()
        if account is not None:
            if not may_open(account, request.endpoint or "", kwargs):
                raise NotFound
            return view(*args, **kwargs)
        if typed():
            raise Unauthorized
        wanted = request.full_path.rstrip("?") if request.method == "GET" else None
        return redirect(url_for("signing_in.sign_in", next=wanted))

    guarded.for_the_team = True  # type: ignore[attr-defined]
    return guarded


def admin_only(view: View) -> View:
    """For administrators; to other staff the page does not exist."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if the_staff().role != "admin":
            raise NotFound
        return view(*args, **kwargs)

    return staff_only(guarded)


def sign_in_as(account: Account) -> None:
    """Begin a fresh signed-in cookie: nothing of an earlier visit stays in it."""
    forget_sign_in()
    session[SIGNED_IN] = sign_ins.begin(doors().database, account.id, doors().clock())
    session["mark"] = account.mark
    session.permanent = True
    g.staff = account


def forget_sign_in() -> None:
    """Nothing that this browser was is left, here or in the house: a copy of its cookie opens nothing any more."""
    if isinstance(secret := session.get(SIGNED_IN), str):
        sign_ins.end(doors().database, secret)
    session.clear()
    g.pop("staff", None)


def header_or_404(session_id: str) -> LiveSession:
    """The header of a session."""
    found = live_sessions.find(doors().database, session_id)
    if found is None:
        raise NotFound
    return found


def state_or_404(session_id: str) -> Session:
    """The state of a session, as its log tells it."""
    try:
        return doors().desk.session(session_id)
    except KeyError:
        raise NotFound from None


def who_reads(session_id: str, kind: str) -> Who | None:
    """Who this browser is for one kind of live screen, or nobody.

    Kinds are `phone`, `console`, `observer`, `screen`, `group-screen`.

    The same browser may hold a seat and be signed in: each page says which of the two it speaks for.
    """
    match kind:
        case "phone":
            seat = seat_in(session_id)
            return By("participant", seat.person) if seat and not seat.expired else None
        case "console":
            account = staff()
            runs = account is not None and may_in_session(account, session_id, "run")
            return By("facilitator", str(account.id)) if account and runs else None
        case "observer":
            observer = observer_in(session_id, staff())
            return By("observer", observer) if observer else None
        case "screen":
            return "screen" if holds_screen_key(session_id) else _screen_of_the_team(session_id)
        case "group-screen":
            return group_screen_here(session_id)
    return None


def group_screen_here(session_id: str) -> GroupScreen | None:
    """The screen of a group that this browser is, while that is lent."""
    device = lent.device_here(session_id, "group-screen")
    if device is None or device.group is None or not lent.is_in_use(device):
        return None
    return GroupScreen(device.number, device.group, device.closes_at)


def _screen_of_the_team(session_id: str) -> TeamScreen | None:
    account = staff()
    in_the_room = account is not None and may_in_session(account, session_id, "observe")
    return TeamScreen(str(account.id)) if account and in_the_room else None


def holds_screen_key(session_id: str) -> bool:
    """Whether this browser came through the projector's own link."""
    key = request.cookies.get(SCREEN + session_id)
    return bool(key) and opens_screen(session_id, key or "")


def opens_screen(session_id: str, key: str) -> bool:
    """Whether a key is the one of the projector's link."""
    found = live_sessions.find(doors().database, session_id)
    return found is not None and hmac.compare_digest(found.secret.encode(), key.encode("utf-8", "replace"))
