"""The live pages (phone, console, projector), and what their scripts ask for over plain HTTP."""

from typing import Any, Literal

import segno
from flask import Blueprint, jsonify, make_response, redirect, render_template, request, url_for
from flask_wtf.csrf import generate_csrf
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.desk import Envelope
from facilitation.domain.commands import By, Leave
from facilitation.records import tickets
from facilitation.records.live_sessions import LiveSession
from facilitation.web import addresses
from facilitation.web.access import SCREEN, header_or_404, opens_screen, staff_only, state_or_404, who_reads
from facilitation.web.cookies import give_cookie, take_cookie
from facilitation.web.doors import Who, doors
from facilitation.web.language import COOKIE, current_locale
from facilitation.web.seats import close_slip, cookie_of, forget_slip, remembered_slip, seat_in
from facilitation.web.trouble import expired_seat, no_seat

blueprint = Blueprint("live", __name__, url_prefix="/s/<session_id>")

Kind = Literal["phone", "console", "observer", "screen"]
KINDS: tuple[Kind, ...] = ("phone", "console", "screen")
"""What a browser may be that does not say which: an observer's page always does."""

SAID_AS = {"phone": "participant", "console": "console", "observer": "observer", "screen": "screen"}


@blueprint.get("/phone")
def phone(session_id: str) -> Response:
    """A participant's screen."""
    seat = seat_in(session_id)
    if seat is None:
        return no_seat()
    if seat.expired:
        return expired_seat()
    header = header_or_404(session_id)
    boot = _boot(header, "phone", By("participant", seat.person))
    slip = remembered_slip(session_id)
    if slip is not None:
        boot["withdrawal"] = slip
    return page_of("phone", header.title, boot)


@blueprint.get("/console")
@staff_only
def console(session_id: str) -> Response:
    """The facilitator's screen."""
    header, who = header_or_404(session_id), who_reads(session_id, "console")
    return page_of("console", header.title, _boot(header, "console", _known(who)))


@blueprint.get("/screen")
def screen(session_id: str) -> Response:
    """The projector: for staff, and for whoever holds the projector's own link (which is then put into a cookie)."""
    key = request.args.get("key")
    if key and opens_screen(session_id, key):
        response = redirect(url_for("live.screen", session_id=session_id))
        give_cookie(response, SCREEN + session_id, key)
        return response
    who = who_reads(session_id, "screen")
    if who is None:
        return redirect(url_for("signing_in.sign_in", next=request.path))
    header = header_or_404(session_id)
    return page_of("screen", header.title, _boot(header, "screen", who))


@blueprint.get("/qr.svg")
def qr(session_id: str) -> Response:
    """The address to join at, as a QR code."""
    if who_reads(session_id, "screen") is None:
        raise NotFound
    return picture_of(addresses.to_join(header_or_404(session_id)))


def picture_of(address: str) -> Response:
    """An address as a QR code."""
    picture = segno.make(address, error="m")
    svg = picture.svg_inline(border=4, dark="#000", light="#fff", omitsize=True)
    return Response(svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1), mimetype="image/svg+xml")


@blueprint.post("/<kind>/ticket")
def ticket(session_id: str, kind: str) -> Response:
    """A ticket for the socket, good for one use."""
    try:
        return jsonify({"ticket": doors().give_ticket(session_id, _who(session_id, kind))})
    except KeyError:
        raise NotFound from None


@blueprint.post("/<kind>/do")
def do(session_id: str, kind: str) -> Response:
    """A command, where sockets are blocked."""
    try:
        return jsonify(doors().do(session_id, _who(session_id, kind), _body()))
    except KeyError:
        raise NotFound from None


@blueprint.get("/<kind>/documents")
def read_documents(session_id: str, kind: str) -> Response:
    """What `hello` answers, where sockets are blocked. Query: `have`, `epoch`, `tab`."""
    who, asked = _who(session_id, kind), request.args
    have, epoch, tab = (asked.get(name, "")[:4000] for name in ("have", "epoch", "tab"))
    try:
        return jsonify(doors().documents(session_id, who, have, epoch=epoch, tab=tab))
    except KeyError:
        raise NotFound from None


@blueprint.post("/ticket")
def any_ticket(session_id: str) -> Response:
    """As above, for the first kind of screen that this browser may be."""
    return ticket(session_id, "")


@blueprint.post("/do")
def any_do(session_id: str) -> Response:
    """As above, for the first kind of screen that this browser may be."""
    return do(session_id, "")


@blueprint.get("/documents")
def any_documents(session_id: str) -> Response:
    """As above, for the first kind of screen that this browser may be."""
    return read_documents(session_id, "")


@blueprint.post("/leave")
def leave(session_id: str) -> Response:
    """Leave for good: the seat is given up, the slip still works."""
    seat = seat_in(session_id)
    if seat is not None:
        doors().desk.submit(session_id, Envelope(By("participant", seat.person), Leave()))
        tickets.take_back(doors().database, request.cookies.get(cookie_of(session_id), ""))
        forget_slip(session_id)
        # Another tab, or a copy of this browser's cookie, still held the seat.
        doors().hang_up_person(session_id, seat.person)
    close_slip()
    goodbye = url_for("own.goodbye")
    wants_json = request.accept_mimetypes.best_match(("text/html", "application/json")) == "application/json"
    response = jsonify({"url": goodbye}) if wants_json else redirect(goodbye, 303)
    take_cookie(response, cookie_of(session_id))
    return response


def page_of(kind: Kind, title: str, boot: dict[str, Any]) -> Response:
    """The page of a live screen, with what its script begins with."""
    page = render_template(
        f"live/{kind}.html",
        boot=boot,
        urls=boot["urls"],
        locale=boot["locale"],
        title=title,
        stage=_stage(boot["documents"]),
        status=_everyone(boot["documents"]).get("session", {}).get("status"),
    )
    return make_response(page)


def _boot(header: LiveSession, kind: Kind, who: Who) -> dict[str, Any]:
    boot = boot_of(header.id, header.locale, kind, who, addresses.for_screen(header, kind))
    return boot if kind == "phone" else {**boot, "join": addresses.join_facts(header)}


def boot_of(session_id: str, locale: str, kind: Kind, who: Who, urls: dict[str, str]) -> dict[str, Any]:
    """What the script of a live screen begins with."""
    state_or_404(session_id)
    hello = doors().documents(session_id, who, {})
    return {
        **{name: value for name, value in hello.items() if name != "ok"},
        "session": session_id,
        "kind": SAID_AS[kind],
        "locale": _locale(locale, kind),
        "csrf": generate_csrf(),
        "urls": urls,
    }


def _locale(locale: str, kind: Kind) -> str:
    """The projector speaks the language of the room; phones and consoles that of whoever holds them."""
    return locale if kind == "screen" and COOKIE not in request.cookies else current_locale()


def _stage(documents: list[dict[str, Any]]) -> dict[str, str] | None:
    """What can be read of the stage with scripts switched off."""
    stage = _everyone(documents).get("stage")
    if not isinstance(stage, dict):
        return None
    # What a stage says while some groups wait stands in the document of each group that is at it.
    of_group: dict[str, Any] = next(
        (entry["full"] for entry in documents if entry.get("channel", "").startswith("group:")), {}
    )
    stage = stage | (of_group.get("stage") or {})
    words = {name: stage.get(name, {}) for name in ("title", "instruction", "plain")}
    return {name: text.get(current_locale(), "") if isinstance(text, dict) else "" for name, text in words.items()}


def _everyone(documents: list[dict[str, Any]]) -> dict[str, Any]:
    told = ("everyone", "observers")
    return next((dict(entry.get("full", {})) for entry in documents if entry.get("channel") in told), {})


def _body() -> Any:
    try:
        return request.get_json(silent=True)
    except RecursionError:
        return None


def _who(session_id: str, kind: str) -> Who:
    kinds = KINDS if not kind else (kind,)
    return _known(next((who for who in (who_reads(session_id, each) for each in kinds) if who), None))


def _known(who: Who | None) -> Who:
    if who is None:
        raise NotFound
    return who
