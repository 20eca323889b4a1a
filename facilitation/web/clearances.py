"""Photos in an experiment: off, unless somebody in charge allowed them and that is written down."""

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from facilitation.documentation.typography import date_said, day_of
from facilitation.domain.format import Text
from facilitation.records import clearances
from facilitation.records.clearances import Clearance
from facilitation.web.access import staff_only, the_staff
from facilitation.web.documents.days import noon
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.forms.clearances import ClearanceForm
from facilitation.web.forms.fields import sent

blueprint = Blueprint("clearances", __name__, url_prefix="/experiments/<int:experiment_id>/photos")


@blueprint.get("")
@staff_only
def show(experiment_id: int) -> Response:
    """Whether photos are allowed now, and the form to write it down."""
    known = clearances.of_experiment(doors().database, experiment_id)
    return _page(experiment_id, ClearanceForm(data=_shown(known) if known else {}))


@blueprint.post("")
@staff_only
def give(experiment_id: int) -> Response:
    """Write a clearance down."""
    form = ClearanceForm(sent())
    experiment_or_404(experiment_id)
    if not form.validate():
        return _page(experiment_id, form, 422)
    clearances.give(doors().database, experiment_id, form.clearance(), the_staff().id, doors().clock())
    return redirect(url_for("clearances.show", experiment_id=experiment_id))


@blueprint.post("/end")
@staff_only
def end(experiment_id: int) -> Response:
    """No photos any more."""
    experiment_or_404(experiment_id)
    clearances.end(doors().database, experiment_id)
    return redirect(url_for("clearances.show", experiment_id=experiment_id))


def allowed_now(experiment_id: int) -> Text | None:
    """What is allowed today, in a sentence for observers; None: no photos."""
    known = clearances.of_experiment(doors().database, experiment_id)
    if known is None or not known.holds_on(day_of(doors().clock())):
        return None
    last = noon(known.until) or 0
    return Text(
        f"Photos permises jusqu'au {date_said(last, 'fr')} ({known.authority})\u00a0: {known.words}",
        f"Photos are allowed until {date_said(last, 'en')} ({known.authority}): {known.words}",
    )


def _shown(known: Clearance) -> dict[str, object]:
    return {"words": known.words, "authority": known.authority, "since": known.since, "until": known.until}


def _page(experiment_id: int, form: ClearanceForm, code: int = 200) -> Response:
    page = render_template(
        "experiments/photos.html",
        experiment=experiment_or_404(experiment_id),
        form=form,
        known=clearances.of_experiment(doors().database, experiment_id),
        allowed=allowed_now(experiment_id),
    )
    return make_response(page, code)
