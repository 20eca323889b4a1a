"""The pages of experiments."""

from typing import Any

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.records import (
    experiments,
    hypotheses,
    live_sessions,
    members,
    organisations,
    programmes,
    sites,
)
from facilitation.records.accounts import Account
from facilitation.records.experiments import Experiment, ExperimentFacts
from facilitation.records.live_sessions import LiveSession
from facilitation.records.meanwhile import overtaken, seen
from facilitation.records.members import Power
from facilitation.records.organisations import Whole
from facilitation.web.access import staff_only, the_staff
from facilitation.web.coming_back import due, remark
from facilitation.web.doors import doors
from facilitation.web.forms.experiments import STATUSES, ExperimentForm, shown
from facilitation.web.forms.fields import sent
from facilitation.web.forms.hypotheses import VERDICTS
from facilitation.web.forms.programmes import ROLES
from facilitation.web.forms.sites import PLACES
from facilitation.web.meanwhile import Beneath, base_sent, beneath, both
from facilitation.web.next_steps import next_steps
from facilitation.web.rights import may
from facilitation.web.sites import sites_of

blueprint = Blueprint("experiments", __name__)

Stands = tuple[ExperimentFacts, int | None]
"""What the form of an experiment is about: its facts, and the number of its edition."""


@blueprint.get("/staff")
@staff_only
def show_all() -> str:
    """The experiments that are open to whoever asks, newest first."""
    found = experiments_of(the_staff(), "read")
    names = {site.id: site.facts.name for site in sites.everywhere(doors().database)}
    return render_template(
        "experiments/all.html", experiments=found, site_names=names, statuses=dict(STATUSES), due=due(found)
    )


@blueprint.get("/experiments/new")
@staff_only
def new() -> Response:
    """An experiment to describe."""
    return _form_page(_form(), None)


@blueprint.post("/experiments/new")
@staff_only
def add() -> Response:
    """Keep it."""
    form = _form()
    if not form.validate():
        return _form_page(form, None, 422)
    database, now = doors().database, doors().clock()
    number = experiments.add(database, form.facts(_site_of(form)), now)
    programmes.place(database, number, form.known_edition())
    members.admit(database, number, the_staff().id, "facilitator", now)
    if any(form.wording().sentence):
        hypotheses.add(database, number, form.wording(), the_staff().id, now)
    return redirect(url_for("experiments.show", experiment_id=number))


@blueprint.get("/experiments/<int:experiment_id>")
@staff_only
def show(experiment_id: int) -> str:
    """An experiment and its sessions."""
    experiment, database = experiment_or_404(experiment_id), doors().database
    site = sites.find(database, experiment.facts.site) if experiment.facts.site else None
    sessions = [fresh_status(each) for each in live_sessions.of_experiment(database, experiment_id)]
    return render_template(
        "experiments/one.html",
        experiment=experiment,
        hypotheses=hypotheses.of_experiment(database, experiment_id),
        edition=programmes.edition_of(database, experiment_id),
        launched=live_sessions.launched_at(database, experiment_id),
        verdicts=dict(VERDICTS),
        partners=organisations.of(database, Whole(experiment=experiment_id)),
        partner_roles=dict(ROLES),
        site=site,
        steps=next_steps(experiment, runs=may(the_staff(), experiment_id, "run")),
        sessions=sessions,
        revisit_remark=remark(experiment.facts.revisit_on, sessions),
        revisit_due=bool(due([experiment])),
        formats=doors().library,
        statuses=dict(STATUSES),
        places=dict(PLACES),
    )


@blueprint.get("/experiments/<int:experiment_id>/edit")
@staff_only
def edit(experiment_id: int) -> Response:
    """An experiment to change."""
    experiment = experiment_or_404(experiment_id)
    return _form_page(_offering(None, shown(experiment.facts, _edition_of(experiment_id))), experiment)


@blueprint.post("/experiments/<int:experiment_id>/edit")
@staff_only
def change(experiment_id: int) -> Response:
    """Keep the change."""
    experiment, form = experiment_or_404(experiment_id), _form()
    if not form.validate():
        return _form_page(form, experiment, 422)
    stands = experiment.facts, _edition_of(experiment_id)
    # Looked at before a site is made of what was described on the way: it would be made again with the next attempt.
    if overtaken(stands, (form.facts(form.known_site()), form.known_edition()), base_sent()):
        return _overtaken_page(form, experiment, stands)
    facts = form.facts(_site_of(form))
    if faster := experiments.change(doors().database, experiment_id, facts, seen(experiment.facts)):
        return _overtaken_page(form, experiment, (faster.theirs, stands[1]))
    programmes.place(doors().database, experiment_id, form.known_edition())
    return redirect(url_for("experiments.show", experiment_id=experiment_id))


def experiment_or_404(experiment_id: int) -> Experiment:
    """The experiment with this number."""
    found = experiments.find(doors().database, experiment_id)
    if found is None:
        raise NotFound
    return found


def experiments_of(account: Account, power: Power) -> tuple[Experiment, ...]:
    """The experiments where an account has a power, newest first."""
    found = experiments.everything(doors().database)
    theirs = members.seen_by(doors().database, account, (each.id for each in found), power)
    return tuple(each for each in found if each.id in theirs)


def fresh_status(header: LiveSession) -> LiveSession:
    """The header with the status that the log tells; a closed session stays closed and need not be asked again."""
    if header.status == "closed":
        return header
    try:
        state = doors().desk.session(header.id)
    except KeyError:
        return header
    if state.status == header.status:
        return header
    live_sessions.mirror_status(doors().database, header.id, state.status, len(state.people), doors().clock())
    return live_sessions.find(doors().database, header.id) or header


def _edition_of(experiment_id: int) -> int | None:
    found = programmes.edition_of(doors().database, experiment_id)
    return found.id if found else None


def _form(**known: Any) -> ExperimentForm:
    return _offering(sent(), known)


def _offering(typed: MultiDict[str, str] | None, known: dict[str, Any]) -> ExperimentForm:
    form = ExperimentForm(typed, data=known)
    form.offer_editions(programmes.every_edition(doors().database))
    form.offer_sites(sites_of(the_staff()))
    return form


def _site_of(form: ExperimentForm) -> int | None:
    described = form.new_site(the_staff().organisation)
    return sites.add(doors().database, described) if described else form.known_site()


def _overtaken_page(form: ExperimentForm, experiment: Experiment, stands: Stands) -> Response:
    return _form_page(form, experiment, 409, both(stands, form, _offering(None, shown(*stands))))


def _form_page(
    form: ExperimentForm, experiment: Experiment | None, code: int = 200, beside: Beneath | None = None
) -> Response:
    stands = (experiment.facts, _edition_of(experiment.id)) if experiment else None
    over = beside or beneath(stands)
    return make_response(render_template("experiments/form.html", form=form, experiment=experiment, beneath=over), code)
