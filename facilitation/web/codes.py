"""Another join code for a session whose code went further than the room."""

from flask import Blueprint, jsonify
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.desk import Envelope
from facilitation.domain.commands import By, ReplaceJoinCode
from facilitation.records import retired_codes
from facilitation.web import addresses
from facilitation.web.access import header_or_404, state_or_404, who_reads
from facilitation.web.doors import doors

blueprint = Blueprint("codes", __name__, url_prefix="/s/<session_id>/console")


@blueprint.post("/code")
def renew(session_id: str) -> Response:
    """Replace the code: for the door only. Who is inside stays; the log says that it was done, not which code."""
    who = who_reads(session_id, "console")
    if not isinstance(who, By):
        raise NotFound
    header = header_or_404(session_id)
    if state_or_404(session_id).status == "closed":
        answer = jsonify({"say": gettext("This session is over")})
        answer.status_code = 409
        return answer
    join = addresses.join_facts(retired_codes.renew(doors().database, header, doors().clock()))
    doors().rejoin(session_id, join)
    # Said last: it makes the screens draw the code that they have just been given.
    doors().desk.submit(session_id, Envelope(who, ReplaceJoinCode()))
    return jsonify(join)
