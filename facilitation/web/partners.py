"""The organisations of an experiment, or of an edition, and their roles."""

from functools import partial
from typing import Any

from flask import Blueprint, flash, make_response, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.records import logos, organisations
from facilitation.records.meanwhile import seen
from facilitation.records.organisations import Whole
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.forms.fields import sent
from facilitation.web.forms.programmes import CATEGORIES, ROLES, PartnerForm
from facilitation.web.meanwhile import base_sent, beneath, both
from facilitation.web.programmes import edition_or_404
from facilitation.web.rights import may_change_organisation

blueprint = Blueprint("partners", __name__)


@blueprint.route("/experiments/<int:experiment_id>/partners", methods=["GET", "POST"])
@staff_only
def of_experiment(experiment_id: int) -> Response:
    """Who takes part in an experiment, and one organisation more."""
    about = {"experiment": experiment_or_404(experiment_id), "edition": None}
    return _page(about, Whole(experiment=experiment_id), url_for("partners.of_experiment", experiment_id=experiment_id))


@blueprint.post("/experiments/<int:experiment_id>/partners/<int:partner_id>/delete")
@staff_only
def leave_experiment(experiment_id: int, partner_id: int) -> Response:
    """End a role in an experiment."""
    experiment_or_404(experiment_id)
    organisations.leave(doors().database, partner_id, Whole(experiment=experiment_id))
    return redirect(url_for("partners.of_experiment", experiment_id=experiment_id))


@blueprint.route("/programmes/editions/<int:edition_id>/partners", methods=["GET", "POST"])
@staff_only
def of_edition(edition_id: int) -> Response:
    """Who takes part in an edition, and one organisation more."""
    about = {"experiment": None, "edition": edition_or_404(edition_id)}
    return _page(about, Whole(edition=edition_id), url_for("partners.of_edition", edition_id=edition_id))


@blueprint.post("/programmes/editions/<int:edition_id>/partners/<int:partner_id>/delete")
@staff_only
def leave_edition(edition_id: int, partner_id: int) -> Response:
    """End a role in an edition."""
    edition_or_404(edition_id)
    organisations.leave(doors().database, partner_id, Whole(edition=edition_id))
    return redirect(url_for("partners.of_edition", edition_id=edition_id))


def _page(about: dict[str, Any], whole: Whole, here: str) -> Response:
    form, database = PartnerForm(sent()), doors().database
    known, beside = organisations.kinds(database), None
    if sent() is not None and form.validate() and (other := _kind_since(form, known)):
        said = PartnerForm(name=form.name.data, category=other, role=form.role.data)
        beside = both(known, form, said)
    elif sent() is not None and form.validate():
        account, told = the_staff(), (form.name.data or "", form.category.data, form.role.data)
        if not organisations.join(database, *told, whole, partial(may_change_organisation, account)):
            flash(
                gettext("Added. Its kind stays as it was: those who work there, or an administrator, change it."),
                "warn",
            )
        return redirect(here)
    partners = organisations.of(database, whole)
    page = render_template(
        "programmes/partners.html",
        form=form,
        partners=partners,
        may_change={each.organisation for each in partners if may_change_organisation(the_staff(), each.organisation)},
        logos=logos.of(database, (each.organisation for each in partners)),
        known=[name for name, _ in known],
        beneath=beside or beneath(known),
        categories=dict(CATEGORIES),
        roles=dict(ROLES),
        page=here,
        **about,
    )
    return make_response(page, 409 if beside else 422 if form.errors else 200)


def _kind_since(form: PartnerForm, known: tuple[tuple[str, str], ...]) -> str:
    """The kind of the organisation that is named, where it is not the one that is said and may be news to the reader:
    somebody has changed or added an organisation since the page was opened.
    """
    stands = dict(known).get(form.name.data or "", "")
    return stands if stands != form.category.data and base_sent() != seen(known) else ""
