"""The learnings of an experiment: wording one, picking what it rests on, and saying that it may leave the team."""

from dataclasses import asdict

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.projections.outcome.rendering import RESTITUTION
from facilitation.records import learnings
from facilitation.records.learnings import Learning, LearningFacts
from facilitation.web.access import staff_only, the_staff
from facilitation.web.beside import beside_the_room
from facilitation.web.documents.gathering import sessions_of
from facilitation.web.documents.picking import offered
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.forms.fields import sent
from facilitation.web.forms.learnings import CONFIDENCES, LearningForm
from facilitation.web.meanwhile import Beneath, base_sent, beneath, both

blueprint = Blueprint("learnings", __name__, url_prefix="/experiments/<int:experiment_id>/learnings")


@blueprint.get("")
@staff_only
def show_all(experiment_id: int) -> str:
    """Every learning, and those that nothing supports."""
    return render_template(
        "learnings/all.html",
        experiment=experiment_or_404(experiment_id),
        learnings=learnings.of_experiment(doors().database, experiment_id),
        confidences=dict(CONFIDENCES),
    )


@blueprint.get("/new")
@staff_only
@beside_the_room
def new(experiment_id: int) -> Response:
    """A learning to word; what was picked in the analysis room is ticked already."""
    return _page(experiment_id, LearningForm(data={"evidence": request.args.getlist("evidence")}), None)


@blueprint.post("/new")
@staff_only
@beside_the_room
def add(experiment_id: int) -> Response:
    """Keep it."""
    experiment_or_404(experiment_id)
    form = LearningForm(sent())
    if not form.validate():
        return _page(experiment_id, form, None, 422)
    learnings.add(doors().database, experiment_id, _checked(experiment_id, form), the_staff().id, doors().clock())
    return _back(experiment_id)


@blueprint.get("/<int:learning_id>")
@staff_only
@beside_the_room
def edit(experiment_id: int, learning_id: int) -> Response:
    """A learning to change."""
    found = _learning(experiment_id, learning_id)
    return _page(experiment_id, _shown(found.facts), found)


@blueprint.post("/<int:learning_id>")
@staff_only
@beside_the_room
def change(experiment_id: int, learning_id: int) -> Response:
    """Keep the change."""
    found, form = _learning(experiment_id, learning_id), LearningForm(sent())
    if not form.validate():
        return _page(experiment_id, form, found, 422)
    facts, now = _checked(experiment_id, form), doors().clock()
    faster = learnings.change(doors().database, learning_id, facts, the_staff().id, now, base_sent())
    if faster is not None:
        said = {each.ref: each.words for each in offered(sessions_of(experiment_id, RESTITUTION))}
        beside = both(faster.theirs, form, _shown(faster.theirs), said)
        return _page(experiment_id, form, found, 409, beside)
    return _back(experiment_id)


@blueprint.post("/<int:learning_id>/delete")
@staff_only
def delete(experiment_id: int, learning_id: int) -> Response:
    """Forget it."""
    _learning(experiment_id, learning_id)
    learnings.remove(doors().database, learning_id)
    flash(gettext("The learning is deleted."), "good")
    return _back(experiment_id)


@blueprint.post("/<int:learning_id>/validate")
@staff_only
def validate(experiment_id: int, learning_id: int) -> Response:
    """Let it leave the team, as it is worded now. How sure one is, and why, comes first."""
    found = _learning(experiment_id, learning_id)
    if not found.facts.why.strip():
        flash(gettext("Say first why you are as sure as you are: the reader cannot ask you."), "bad")
        return redirect(url_for("learnings.edit", experiment_id=experiment_id, learning_id=learning_id))
    if request.form.get("digest") != found.digest:
        flash(gettext("Something was changed since you opened this page. Read it again, then validate it."), "bad")
        return _back(experiment_id)
    learnings.validate(doors().database, learning_id, the_staff().id, doors().clock())
    return _back(experiment_id)


@blueprint.post("/<int:learning_id>/reopen")
@staff_only
def reopen(experiment_id: int, learning_id: int) -> Response:
    """A draft again."""
    _learning(experiment_id, learning_id)
    learnings.reopen(doors().database, learning_id)
    return _back(experiment_id)


def _checked(experiment_id: int, form: LearningForm) -> LearningFacts:
    """What was filled in, with the evidence that is there: a contribution may have been withdrawn meanwhile."""
    facts = form.facts()
    known = {each.ref for each in offered(sessions_of(experiment_id, RESTITUTION))}
    return LearningFacts(**{**asdict(facts), "evidence": tuple(ref for ref in facts.evidence if ref in known)})


def _shown(facts: LearningFacts) -> LearningForm:
    return LearningForm(data={**asdict(facts), "evidence": list(facts.evidence)})


def _learning(experiment_id: int, learning_id: int) -> Learning:
    found = learnings.find(doors().database, learning_id)
    if found is None or found.experiment != experiment_id:
        raise NotFound
    return found


def _back(experiment_id: int) -> Response:
    return redirect(url_for("learnings.show_all", experiment_id=experiment_id))


def _page(
    experiment_id: int, form: LearningForm, learning: Learning | None, code: int = 200, beside: Beneath | None = None
) -> Response:
    page = render_template(
        "learnings/form.html",
        experiment=experiment_or_404(experiment_id),
        form=form,
        learning=learning,
        beneath=beside or beneath(learning and learning.facts),
        contributions=offered(sessions_of(experiment_id, RESTITUTION)),
        picked=frozenset(form.evidence.data or ()),
    )
    return make_response(page, code)
