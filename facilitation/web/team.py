"""The team of an experiment: who belongs to it, in which role."""

from flask import Blueprint, flash, make_response, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.records import accounts, members
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.forms.fields import sent
from facilitation.web.forms.team import ROLES, MemberForm
from facilitation.web.rights import may

blueprint = Blueprint("team", __name__, url_prefix="/experiments/<int:experiment_id>/team")


@blueprint.get("")
@staff_only
def show(experiment_id: int) -> Response:
    """Who belongs to it; for those who run it, also one more."""
    return _page(experiment_id, _form(experiment_id))


@blueprint.post("")
@staff_only
def admit(experiment_id: int) -> Response:
    """One more member, or another role."""
    experiment_or_404(experiment_id)
    form = _form(experiment_id)
    if not form.validate():
        return _page(experiment_id, form, 422)
    account = int(form.account.data)
    if form.role.data != "facilitator" and _nobody_left(experiment_id, account):
        return _back(experiment_id)
    members.admit(doors().database, experiment_id, account, form.role.data, doors().clock())
    # A console that is open was opened with the role of before.
    doors().hang_up(str(account))
    return _back(experiment_id)


@blueprint.post("/<int:account_id>/delete")
@staff_only
def dismiss(experiment_id: int, account_id: int) -> Response:
    """A member less; what they wrote stays."""
    experiment_or_404(experiment_id)
    if _nobody_left(experiment_id, account_id):
        return _back(experiment_id)
    members.dismiss(doors().database, experiment_id, account_id)
    doors().hang_up(str(account_id))
    return _back(experiment_id)


def _nobody_left(experiment_id: int, account_id: int) -> bool:
    team = members.of_experiment(doors().database, experiment_id)
    is_last = [member.account for member in team if member.role == "facilitator"] == [account_id]
    if is_last and the_staff().role != "admin":
        flash(gettext("Nobody would be left to run this experiment: give someone else that role first."), "bad")
        return True
    return False


def _back(experiment_id: int) -> Response:
    mine = may(the_staff(), experiment_id, "read")
    there = url_for("team.show", experiment_id=experiment_id) if mine else url_for("experiments.show_all")
    return redirect(there)


def _form(experiment_id: int) -> MemberForm:
    form = MemberForm(sent())
    form.offer(each for each in accounts.everyone(doors().database) if each.role != "former")
    return form


def _page(experiment_id: int, form: MemberForm, code: int = 200) -> Response:
    page = render_template(
        "experiments/team.html",
        experiment=experiment_or_404(experiment_id),
        form=form,
        team=members.of_experiment(doors().database, experiment_id),
        roles=dict(ROLES),
    )
    return make_response(page, code)
