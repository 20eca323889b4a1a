"""Lending devices to a session, for longer, and closing them at once; the page that lists every screen of it."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.domain.format import Text
from facilitation.domain.session import Session
from facilitation.projections.wording import worded
from facilitation.records import lent_devices
from facilitation.records.lent_devices import Kind, LentDevice
from facilitation.web import addresses, lent
from facilitation.web.access import header_or_404, staff_only, state_or_404
from facilitation.web.doors import doors
from facilitation.web.live import picture_of

blueprint = Blueprint("lending", __name__, url_prefix="/sessions/<session_id>/screens")

KINDS: dict[str, Kind] = {"kiosk": "kiosk", "group-screen": "group-screen"}
PAGES = {"kiosk": "kiosk.link", "group-screen": "lending.show"}
MOST_OPEN = 40
MOST_GROUPS = 100


@blueprint.get("")
@staff_only
def show(session_id: str) -> str:
    """Every screen that can be opened for a session, each by a button."""
    header, state = header_or_404(session_id), state_or_404(session_id)
    return render_template(
        "sessions/screens.html",
        header=header,
        screen_url=addresses.to_project(header),
        boards=_boards(state),
        groups=len(state.groups.get(state.current or "", ())),
        lent=lent_to(session_id, "group-screen"),
        kiosks=lent_to(session_id, "kiosk"),
    )


@blueprint.post("/lend")
@staff_only
def lend(session_id: str) -> Response:
    """One more device, with a link of its own."""
    header_or_404(session_id)
    kind, now = KINDS.get(request.form.get("kind", "")), doors().clock()
    if kind is None:
        raise NotFound
    group = _number(request.form.get("group", "")) if kind == "group-screen" else None
    if kind == "group-screen" and group is None:
        flash(gettext("Type the number of a group, from 1."), "bad")
    elif len(lent_devices.open_ones(doors().database, session_id, now)) >= MOST_OPEN:
        flash(gettext("That many devices are open already: close one first."), "bad")
    else:
        lent_devices.lend(doors().database, session_id, kind, group, now, now + lent.FOR_NOW)
        flash(gettext("It is open. Type its link on the device, or send it there."), "good")
    return redirect(url_for(PAGES[kind], session_id=session_id))


@blueprint.get("/<int:number>/qr.svg")
@staff_only
def qr(session_id: str, number: int) -> Response:
    """The link of a device as a QR code: a tablet need not have it typed."""
    return picture_of(_address(_device(session_id, number)))


@blueprint.post("/<int:number>/close")
@staff_only
def close(session_id: str, number: int) -> Response:
    """End it now: what it shows is gone within seconds, and nothing that it sends is taken any more."""
    device = _device(session_id, number)
    lent_devices.close(doors().database, device, doors().clock())
    doors().hang_up_device(session_id, number)
    flash(gettext("It is closed. Its link opens nothing any more."), "good")
    return redirect(url_for(PAGES[device.kind], session_id=session_id))


@blueprint.post("/<int:number>/extend")
@staff_only
def extend(session_id: str, number: int) -> Response:
    """Let it stay open longer than was planned."""
    device, now = _device(session_id, number), doors().clock()
    if not device.is_open(now):
        flash(gettext("It is closed already. Open another one."), "bad")
    else:
        lent_devices.extend(doors().database, device, device.closes_at + lent.LONGER)
        flash(gettext("It stays open two hours longer."), "good")
    return redirect(url_for(PAGES[device.kind], session_id=session_id))


def lent_to(session_id: str, kind: Kind) -> list[tuple[LentDevice, str]]:
    """The open devices of one kind, each with the address of its link."""
    found = lent_devices.open_ones(doors().database, session_id, doors().clock())
    return [(device, _address(device)) for device in found if device.kind == kind]


def _address(device: LentDevice) -> str:
    view = "kiosk.begin" if device.kind == "kiosk" else "group_screens.begin"
    return addresses.base() + url_for(view, session_id=device.session, number=device.number, key=lent.key_of(device))


def _device(session_id: str, number: int) -> LentDevice:
    header_or_404(session_id)
    found = lent_devices.find(doors().database, session_id, number)
    if found is None:
        raise NotFound
    return found


def _number(typed: str) -> int | None:
    """The group (from 0) of the number that was typed (from 1)."""
    fits = typed.isascii() and typed.isdecimal() and len(typed) < 4
    return int(typed) - 1 if fits and 1 <= int(typed) <= MOST_GROUPS else None


def _boards(state: Session) -> list[tuple[str, Text]]:
    """The boards of the whole plan, each with its question, or the title of the first stage that has it."""
    found: dict[str, Text] = {}
    for planned in state.plan:
        for board in planned.stage.boards:
            found.setdefault(board.name, worded(state, planned, board.prompt or planned.stage.title))
    return list(found.items())
