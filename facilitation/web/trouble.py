"""Pages for those whose seat, slip or device is not valid: the same words whether or not the session exists."""

from flask import url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.web.errors import Trouble, show


def no_seat() -> Response:
    """This browser holds no seat there."""
    title = gettext("This phone is not in this session")
    advice = gettext("Type the code that is shown on the screen in the room to come in.")
    return show(Trouble(title, advice, url_for("front.first_page"), gettext("Type the code")), 404)


def expired_seat() -> Response:
    """The seat's time is over."""
    title = gettext("Your place in this session has expired")
    advice = gettext("Places are kept for 30 days. To withdraw a contribution now, ask the team who ran the workshop.")
    return show(Trouble(title, advice, url_for("front.first_page"), gettext("Go to the first page")), 410)


def closed_device() -> Response:
    """A shared device, or a screen, that was closed, or goes on elsewhere."""
    title = gettext("This device is closed")
    advice = gettext("What was sent is kept. Nothing of it is left on this device. Ask the facilitator for a new link.")
    return show(Trouble(title, advice, url_for("front.first_page"), gettext("Go to the first page")), 410)
