"""What follows the sessions of an experiment: commitments and what becomes of them, coming back months later."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, flash, make_response, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.documentation.typography import day_of
from facilitation.records import commitments, hypotheses, live_sessions, revisits
from facilitation.records.commitments import Fate
from facilitation.records.meanwhile import seen
from facilitation.records.revisits import Revisit
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.forms.fields import offered, sent
from facilitation.web.forms.following import NO_SESSION, STATES, CommitmentForm, OutcomeForm, RevisitForm
from facilitation.web.forms.hypotheses import VERDICTS
from facilitation.web.meanwhile import Beneath, base_sent, both

blueprint = Blueprint("following", __name__, url_prefix="/experiments/<int:experiment_id>/following")


@dataclass(frozen=True, slots=True)
class Telling:
    """What somebody says of one commitment, which was not kept yet; what another said meanwhile stands beside it."""

    commitment: int
    form: OutcomeForm
    beside: Beneath | None = None


@blueprint.get("")
@staff_only
def show(experiment_id: int) -> Response:
    """Commitments, revisits, and what may be added."""
    return _page(experiment_id, _commitment_form(experiment_id, False), RevisitForm())


@blueprint.post("/commitments")
@staff_only
def commit(experiment_id: int) -> Response:
    """One commitment more."""
    experiment_or_404(experiment_id)
    form = _commitment_form(experiment_id, True)
    if not form.validate():
        return _page(experiment_id, form, RevisitForm(), 422)
    commitments.add(doors().database, experiment_id, form.promise(), the_staff().id, doors().clock())
    return _back(experiment_id)


@blueprint.post("/commitments/<int:commitment_id>")
@staff_only
def tell(experiment_id: int, commitment_id: int) -> Response:
    """What has become of one."""
    experiment_or_404(experiment_id)
    form, database = OutcomeForm(sent()), doors().database
    if not form.validate():
        return _told_page(experiment_id, Telling(commitment_id, form, Beneath(base_sent())), 422)
    fate = Fate(form.state.data, form.outcome.data or "")
    faster = commitments.tell(database, experiment_id, commitment_id, fate, doors().clock(), base_sent())
    if faster is not None:
        beside = both(faster.theirs, form, OutcomeForm(obj=faster.theirs))
        return _told_page(experiment_id, Telling(commitment_id, form, beside), 409)
    return _back(experiment_id)


@blueprint.post("/revisits")
@staff_only
def revisit(experiment_id: int) -> Response:
    """What was found on coming back."""
    experiment_or_404(experiment_id)
    form, now = RevisitForm(sent()), doors().clock()
    if not form.check(day_of(now)):
        return _page(experiment_id, _commitment_form(experiment_id, False), form, 422)
    done = form.done_on.data or date.min
    revisits.add(doors().database, experiment_id, Revisit(done, form.words.data or "", the_staff().id, now))
    flash(gettext("Kept in the dossier, beside what stood before."), "good")
    return _back(experiment_id)


def _commitment_form(experiment_id: int, was_sent: bool) -> CommitmentForm:
    form = CommitmentForm(sent() if was_sent else None)
    sessions = live_sessions.of_experiment(doors().database, experiment_id)
    form.session.choices = offered(
        [*((each.id, each.title) for each in reversed(sessions)), (NO_SESSION, gettext("None in particular"))]
    )
    return form


def _back(experiment_id: int) -> Response:
    return redirect(url_for("following.show", experiment_id=experiment_id))


def _told_page(experiment_id: int, telling: Telling, code: int) -> Response:
    return _page(experiment_id, _commitment_form(experiment_id, False), RevisitForm(), code, telling)


def _page(
    experiment_id: int,
    commitment: CommitmentForm,
    revisited: RevisitForm,
    code: int = 200,
    telling: Telling | None = None,
) -> Response:
    database = doors().database
    found = commitments.of_experiment(database, experiment_id)
    typed = {telling.commitment: telling.form} if telling else {}
    beside = {telling.commitment: telling.beside} if telling and telling.beside else {}
    page = render_template(
        "experiments/following.html",
        experiment=experiment_or_404(experiment_id),
        commitments=found,
        outcomes={each.id: typed.get(each.id) or OutcomeForm(state=each.state, outcome=each.outcome) for each in found},
        beneath={each.id: beside.get(each.id) or Beneath(seen(each.fate)) for each in found},
        telling=telling.commitment if telling else None,
        titles={each.id: each.title for each in live_sessions.of_experiment(database, experiment_id)},
        states=dict(STATES),
        revisits=revisits.of_experiment(database, experiment_id),
        hypotheses=hypotheses.of_experiment(database, experiment_id),
        verdicts=dict(VERDICTS),
        form=commitment,
        revisit_form=revisited,
    )
    return make_response(page, code)
