"""The screen of a group: a second projector in its corner, which shows what the group reads of each other."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.records import lent_devices
from facilitation.web import addresses, lent
from facilitation.web.access import group_screen_here, header_or_404
from facilitation.web.doors import doors
from facilitation.web.limits import count, refuse_if_too_many
from facilitation.web.live import boot_of, page_of
from facilitation.web.trouble import closed_device

blueprint = Blueprint("group_screens", __name__, url_prefix="/s/<session_id>/group-screen")


@blueprint.route("/begin/<int:number>/<key>", methods=["GET", "POST"])
def begin(session_id: str, number: int, key: str) -> Response:
    """The link of the screen: asks first, then makes this browser the screen."""
    header, device = header_or_404(session_id), lent.by_link(session_id, "group-screen", number, key)
    if device is None:
        refuse_if_too_many("code")
        count("code")
        return redirect(url_for("front.first_page"))
    if not device.is_open(doors().clock()):
        return closed_device()
    if request.method != "POST":
        return make_response(render_template("lent/begin.html", header=header, device=device))
    response = redirect(url_for("group_screens.show", session_id=session_id), 303)
    lent.become(response, device)
    # Whichever browser was this screen before is not any more.
    doors().hang_up_device(session_id, device.number)
    return response


@blueprint.get("")
def show(session_id: str) -> Response:
    """The screen, as long as it is lent."""
    header, who = header_or_404(session_id), group_screen_here(session_id)
    device = lent.device_here(session_id, "group-screen")
    if device is None:
        raise NotFound
    if who is None:
        return closed_device()
    lent_devices.see(doors().database, device, doors().clock())
    urls = addresses.for_screen(header, "group-screen")
    return page_of("screen", header.title, boot_of(header.id, header.locale, "screen", who, urls))
