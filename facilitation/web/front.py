"""The first page, where a participant types the code of their session."""

from flask import Blueprint, jsonify, make_response, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.records import join_codes, live_sessions
from facilitation.web.doors import doors
from facilitation.web.forms.fields import sent
from facilitation.web.forms.joining import CodeForm
from facilitation.web.seats import seats_held

blueprint = Blueprint("front", __name__)


@blueprint.get("/")
def first_page() -> str:
    """The code to type, and a way back into sessions this browser already takes part in."""
    held = [live_sessions.find(doors().database, seat.session) for seat in seats_held()]
    return render_template("front.html", form=CodeForm(), held=[found for found in held if found])


@blueprint.post("/")
def typed_code() -> Response:
    """Lead to the session, or say what is wrong with the code."""
    form = CodeForm(sent())
    code = join_codes.read_code(form.code.data or "")
    if code is not None:
        return redirect(url_for("joining.come_in", code=join_codes.shown(code)))
    form.validate()
    form.code.errors = [_remark(form.code.data or "")]
    return make_response(render_template("front.html", form=form, held=[]), 422)


@blueprint.get("/health")
def health() -> Response:
    """Whether the server answers."""
    return jsonify({"ok": True})


def _remark(typed: str) -> str:
    if not typed:
        return str(gettext("Type the code that is shown on the screen in the room."))
    if join_codes.read_code(typed, join_codes.SLIP_LENGTH) is not None:
        return str(gettext("This is the code of a withdrawal slip. Use “My contributions”, below."))
    return str(gettext("A code has 8 letters and digits, such as ABCD-EFGH. Check it on the screen in the room."))
