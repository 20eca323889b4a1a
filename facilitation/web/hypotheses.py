"""The hypotheses of an experiment: writing them, changing them with a date and a reason, concluding."""

from flask import Blueprint, flash, make_response, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.projections.outcome.rendering import RESTITUTION
from facilitation.records import hypotheses, learnings, live_sessions
from facilitation.records.hypotheses import Hypothesis, Verdict
from facilitation.web.access import staff_only, the_staff
from facilitation.web.beside import beside_the_room
from facilitation.web.documents.gathering import sessions_of
from facilitation.web.documents.picking import Offered, grounds_of
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.forms.fields import sent
from facilitation.web.forms.hypotheses import HypothesisForm, VerdictForm
from facilitation.web.meanwhile import Beneath, base_sent, beneath, both

blueprint = Blueprint("hypotheses", __name__, url_prefix="/experiments/<int:experiment_id>/hypotheses")


@blueprint.get("/new")
@staff_only
def new(experiment_id: int) -> Response:
    """A hypothesis to write."""
    return _page(experiment_id, HypothesisForm(), None)


@blueprint.post("/new")
@staff_only
def add(experiment_id: int) -> Response:
    """Keep it."""
    experiment_or_404(experiment_id)
    form, database, now = HypothesisForm(sent()), doors().database, doors().clock()
    if not form.check(launched=_launched(experiment_id) is not None):
        return _page(experiment_id, form, None, 422)
    hypotheses.add(database, experiment_id, form.wording(), the_staff().id, now, form.why.data or "")
    return _back(experiment_id)


@blueprint.get("/<int:hypothesis_id>")
@staff_only
def edit(experiment_id: int, hypothesis_id: int) -> Response:
    """A hypothesis to change, with every wording it has had."""
    found = _hypothesis(experiment_id, hypothesis_id)
    return _page(experiment_id, HypothesisForm(obj=found.newest.wording), found)


@blueprint.post("/<int:hypothesis_id>")
@staff_only
def change(experiment_id: int, hypothesis_id: int) -> Response:
    """Keep the new wording beside the ones before."""
    found, form = _hypothesis(experiment_id, hypothesis_id), HypothesisForm(sent())
    if not form.check(launched=_launched(experiment_id) is not None):
        return _page(experiment_id, form, found, 422)
    why, account, now = form.why.data or "", the_staff().id, doors().clock()
    faster = hypotheses.change(doors().database, hypothesis_id, form.wording(), why, account, now, base_sent())
    if faster is not None:
        beside = both(faster.theirs, form, HypothesisForm(obj=faster.theirs, why=why))
        return _page(experiment_id, form, _hypothesis(experiment_id, hypothesis_id), 409, beside)
    return _back(experiment_id)


@blueprint.get("/<int:hypothesis_id>/verdict")
@staff_only
@beside_the_room
def verdict(experiment_id: int, hypothesis_id: int) -> Response:
    """A conclusion to write."""
    found = _hypothesis(experiment_id, hypothesis_id)
    return _verdict_page(experiment_id, VerdictForm(obj=found.verdict), found)


@blueprint.post("/<int:hypothesis_id>/verdict")
@staff_only
@beside_the_room
def conclude(experiment_id: int, hypothesis_id: int) -> Response:
    """Keep it, dated."""
    found, form = _hypothesis(experiment_id, hypothesis_id), VerdictForm(sent())
    if not form.validate():
        return _verdict_page(experiment_id, form, found, 422)
    grounds = {each.ref: each for each in _grounds(experiment_id)}
    # What it rests on may have been withdrawn while the page was open.
    evidence = tuple(ref for ref in form.evidence.data or () if ref in grounds)
    told = Verdict(form.word.data, form.words.data or "", the_staff().id, doors().clock(), evidence)
    faster = hypotheses.judge(doors().database, hypothesis_id, told, base_sent())
    if faster is not None:
        said = {ref: each.words for ref, each in grounds.items()}
        beside = both(faster.theirs, form, VerdictForm(obj=faster.theirs), said)
        return _verdict_page(experiment_id, form, found, 409, beside)
    return _back(experiment_id)


@blueprint.post("/<int:hypothesis_id>/delete")
@staff_only
def delete(experiment_id: int, hypothesis_id: int) -> Response:
    """Forget it, as long as no session was held under it."""
    _hypothesis(experiment_id, hypothesis_id)
    if _launched(experiment_id) is not None:
        flash(gettext("Sessions were held under this hypothesis: it stays. Conclude instead that it was not tested."))
        return redirect(url_for("hypotheses.edit", experiment_id=experiment_id, hypothesis_id=hypothesis_id))
    hypotheses.remove(doors().database, hypothesis_id)
    return _back(experiment_id)


def _hypothesis(experiment_id: int, hypothesis_id: int) -> Hypothesis:
    found = hypotheses.find(doors().database, hypothesis_id)
    if found is None or found.experiment != experiment_id:
        raise NotFound
    return found


def _grounds(experiment_id: int) -> tuple[Offered, ...]:
    """What a conclusion may rest on."""
    learned = learnings.of_experiment(doors().database, experiment_id)
    return grounds_of(sessions_of(experiment_id, RESTITUTION), learned)


def _launched(experiment_id: int) -> int | None:
    return live_sessions.launched_at(doors().database, experiment_id)


def _back(experiment_id: int) -> Response:
    return redirect(url_for("experiments.show", experiment_id=experiment_id) + "#hypotheses")


def _page(
    experiment_id: int,
    form: HypothesisForm,
    hypothesis: Hypothesis | None,
    code: int = 200,
    beside: Beneath | None = None,
) -> Response:
    page = render_template(
        "hypotheses/form.html",
        experiment=experiment_or_404(experiment_id),
        form=form,
        hypothesis=hypothesis,
        beneath=beside or beneath(hypothesis and hypothesis.newest.wording),
        launched=_launched(experiment_id),
    )
    return make_response(page, code)


def _verdict_page(
    experiment_id: int, form: VerdictForm, hypothesis: Hypothesis, code: int = 200, beside: Beneath | None = None
) -> Response:
    page = render_template(
        "hypotheses/verdict.html",
        experiment=experiment_or_404(experiment_id),
        form=form,
        hypothesis=hypothesis,
        grounds=_grounds(experiment_id),
        picked=frozenset(form.evidence.data or ()),
        beneath=beside or beneath(hypothesis.verdict),
    )
    return make_response(page, code)
