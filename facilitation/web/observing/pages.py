"""The links of observers: give one out, see which are open, revoke one; and the page that such a link opens."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.desk import Envelope, Turned
from facilitation.domain.commands import AdmitObserver, By, Command, DismissObserver
from facilitation.domain.reasons import sentence
from facilitation.records.live_sessions import LiveSession
from facilitation.web import addresses
from facilitation.web.access import header_or_404, staff_only, state_or_404, the_staff, who_reads
from facilitation.web.clearances import allowed_now
from facilitation.web.cookies import give_cookie, take_cookie
from facilitation.web.doors import doors
from facilitation.web.errors import Trouble, show
from facilitation.web.language import said
from facilitation.web.live import boot_of, page_of, picture_of
from facilitation.web.observing.links import PREFIX, key_of, observer_in, observer_of

blueprint = Blueprint("observing", __name__)

TWO_DAYS = 2 * 24 * 60 * 60


@blueprint.get("/sessions/<session_id>/observers")
@staff_only
def show_all(session_id: str) -> str:
    """Every observer of a session, by number; nobody is asked for a name."""
    header, state = header_or_404(session_id), state_or_404(session_id)
    book = state.notebook
    written = [note for note in book.notes.values() if not note.withdrawn]
    return render_template(
        "sessions/observers.html",
        header=header,
        state=state,
        observers=book.observers.values(),
        notes={id: sum(note.observer == id for note in written) for id in book.observers},
        shown=request.args.get("shown", ""),
        photos=allowed_now(header.experiment),
        address_of=lambda observer: _address(header, observer),
    )


@blueprint.post("/sessions/<session_id>/observers")
@staff_only
def admit(session_id: str) -> Response:
    """One more link."""
    header_or_404(session_id)
    _said(session_id, AdmitObserver())
    newest = list(state_or_404(session_id).notebook.observers)[-1:]
    return redirect(url_for("observing.show_all", session_id=session_id, shown=newest[0] if newest else ""), 303)


@blueprint.post("/sessions/<session_id>/observers/mine")
@staff_only
def mine(session_id: str) -> Response:
    """A notebook on this browser, for a member of the team who observes: the one that is open here, or a new one."""
    header_or_404(session_id)
    response = redirect(url_for("observing.notebook", session_id=session_id), 303)
    if observer_in(session_id, the_staff()) is None:
        if not _said(session_id, AdmitObserver()):
            return redirect(url_for("sessions.show", session_id=session_id), 303)
        newest = list(state_or_404(session_id).notebook.observers)[-1]
        give_cookie(response, PREFIX + session_id, key_of(session_id, newest, the_staff().id), TWO_DAYS)
    return response


@blueprint.post("/sessions/<session_id>/observers/<observer>/revoke")
@staff_only
def revoke(session_id: str, observer: str) -> Response:
    """Let a link open nothing any more, on every page where it is open."""
    header_or_404(session_id)
    if _said(session_id, DismissObserver(observer)):
        flash(gettext("This link is revoked: it opens nothing any more, on any device."), "good")
    return redirect(url_for("observing.show_all", session_id=session_id), 303)


@blueprint.get("/sessions/<session_id>/observers/<observer>/qr.svg")
@staff_only
def qr(session_id: str, observer: str) -> Response:
    """A link as a QR code."""
    header = header_or_404(session_id)
    if not state_or_404(session_id).notebook.writes(observer):
        raise NotFound
    return picture_of(_address(header, observer))


@blueprint.get("/s/<session_id>/observer")
def notebook(session_id: str) -> Response:
    """The notebook. A link is put into a cookie first, so that it does not stay in sight."""
    key = request.args.get("key", "")
    if key and observer_of(session_id, key):
        response = redirect(url_for("observing.notebook", session_id=session_id))
        give_cookie(response, PREFIX + session_id, key, TWO_DAYS)
        return response
    who = None if key else who_reads(session_id, "observer")
    if not isinstance(who, By):
        return _no_link()
    header = header_or_404(session_id)
    boot, photos = boot_of(session_id, header.locale, "observer", who, _urls(header)), allowed_now(header.experiment)
    return page_of("observer", header.title, {**boot, "photos": {"fr": photos.fr, "en": photos.en} if photos else None})


@blueprint.post("/s/<session_id>/observer/leave")
def leave(session_id: str) -> Response:
    """Put the notebook away on this device; what was written stays."""
    if PREFIX + session_id not in request.cookies:
        return _no_link()
    response = redirect(url_for("own.goodbye"), 303)
    take_cookie(response, PREFIX + session_id)
    return response


def _urls(header: LiveSession) -> dict[str, str]:
    return {
        **addresses.for_screen(header, "observer"),
        "leave": url_for("observing.leave", session_id=header.id),
    }


def _address(header: LiveSession, observer: str) -> str:
    path = url_for("observing.notebook", session_id=header.id, key=key_of(header.id, observer))
    return addresses.base() + path


def _said(session_id: str, command: Command) -> bool:
    receipt = doors().desk.submit(session_id, Envelope(By("facilitator", str(the_staff().id)), command))
    if isinstance(receipt, Turned):
        flash(said(sentence(receipt.refused)), "bad")
    return not isinstance(receipt, Turned)


def _no_link() -> Response:
    """The same words whether or not there is such a session."""
    title = gettext("This link opens no notebook")
    advice = gettext("It may have been revoked, or the session is long over. Ask the facilitator for another link.")
    return show(Trouble(title, advice), 404)
