"""The logos of the organisations of an experiment: sent, shown, taken away."""

from flask import Blueprint, make_response, redirect, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.documentation.logos import redrawn
from facilitation.records import logos, organisations
from facilitation.records.logos import Logo
from facilitation.records.organisations import Whole
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.errors import Trouble, show
from facilitation.web.experiments import experiment_or_404
from facilitation.web.rights import may_change_organisation

blueprint = Blueprint("logos", __name__, url_prefix="/experiments/<int:experiment_id>/logos/<int:organisation_id>")


@blueprint.get("")
@staff_only
def picture(experiment_id: int, organisation_id: int) -> Response:
    """The logo itself."""
    _must_belong(experiment_id, organisation_id)
    found = logos.of(doors().database, [organisation_id]).get(organisation_id)
    if found is None:
        raise NotFound
    response = make_response(found.png)
    response.mimetype = "image/png"
    return response


@blueprint.post("")
@staff_only
def keep(experiment_id: int, organisation_id: int) -> Response:
    """Keep the picture that was sent."""
    _must_belong(experiment_id, organisation_id)
    here = url_for("partners.of_experiment", experiment_id=experiment_id)
    if not may_change_organisation(the_staff(), organisation_id):
        return _not_yours(here)
    sent = request.files.get("logo")
    data = sent.read() if sent else b""
    made: list[Logo] = []
    doors().run(lambda: made.extend(redrawn(data)))
    if not made:
        title = gettext("This picture cannot be read")
        advice = gettext("Send a PNG or JPEG file of at most 200 kB. The logo that was there has not changed.")
        return show(Trouble(title, advice, here, gettext("Back to the organisations")), 422)
    logos.keep(doors().database, organisation_id, made[0])
    return redirect(here)


@blueprint.post("/delete")
@staff_only
def drop(experiment_id: int, organisation_id: int) -> Response:
    """Take it away."""
    _must_belong(experiment_id, organisation_id)
    here = url_for("partners.of_experiment", experiment_id=experiment_id)
    if not may_change_organisation(the_staff(), organisation_id):
        return _not_yours(here)
    logos.drop(doors().database, organisation_id)
    return redirect(here)


def _not_yours(here: str) -> Response:
    title = gettext("This logo is not yours to change")
    advice = gettext(
        "It is printed on the documents of every experiment of this organisation. Whoever works for it may change it, "
        "or an administrator."
    )
    return show(Trouble(title, advice, here, gettext("Back to the organisations")), 403)


def _must_belong(experiment_id: int, organisation_id: int) -> None:
    experiment_or_404(experiment_id)
    known = organisations.of(doors().database, Whole(experiment=experiment_id))
    if organisation_id not in {each.organisation for each in known}:
        raise NotFound
