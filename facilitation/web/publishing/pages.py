"""The page of publication: the steps, what stands in the way, validating, publishing, every version and why."""

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.records import council, revisits, versions
from facilitation.records.versions import Validation, Version
from facilitation.web.access import staff_only, the_staff
from facilitation.web.beside import beside_the_room
from facilitation.web.documents.gathering import drafts, standing
from facilitation.web.documents.standing import CAUSES, frozen_of
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.forms.fields import sent
from facilitation.web.forms.following import OPINIONS
from facilitation.web.forms.publishing import PublishForm
from facilitation.web.language import NAMES
from facilitation.web.publishing.mending import gaps
from facilitation.web.publishing.obstacles import in_the_way, whole_in
from facilitation.web.publishing.rereading import copied, near

blueprint = Blueprint("publishing", __name__, url_prefix="/experiments/<int:experiment_id>/publication")


@blueprint.get("")
@staff_only
@beside_the_room
def show(experiment_id: int) -> Response:
    """How far it is."""
    return _page(experiment_id, PublishForm(data={"why": _usual_why(experiment_id)}))


@blueprint.post("/validate")
@staff_only
@beside_the_room
def validate(experiment_id: int) -> Response:
    """Find exactly this content valid."""
    experiment = experiment_or_404(experiment_id)
    found = drafts(experiment)
    digest = standing(experiment, found).digest
    if in_the_way(experiment_id, found):
        flash(gettext("Not yet: see what stands in the way."), "bad")
        return _back(experiment_id)
    if request.form.get("digest") != digest:
        flash(gettext("Something was changed since you opened this page. Read it again, then validate it."), "bad")
        return _back(experiment_id)
    versions.validate(doors().database, experiment_id, Validation(digest, the_staff().id, doors().clock()))
    flash(gettext("Validated. Any change makes this void."), "good")
    return _back(experiment_id)


@blueprint.post("/publish")
@staff_only
@beside_the_room
def publish(experiment_id: int) -> Response:
    """Make what was validated the next version."""
    experiment, form, began = experiment_or_404(experiment_id), PublishForm(sent()), doors().clock()
    told = drafts(experiment)
    now = standing(experiment, told)
    as_seen = now.status == "validated" and request.form.get("digest") == now.digest
    if not as_seen or in_the_way(experiment_id, told):
        flash(gettext("Only what is validated, and has not changed since, can be published."), "bad")
        return _page(experiment_id, form, 409)
    if not form.check(first=now.newest is None):
        return _page(experiment_id, form, 422)
    made = Version(
        now.number,
        "published",
        began,
        form.why.data or "",
        sessions=tuple(one.identity.session for one in told["fr"].sessions),
        frozen=frozen_of(told),
        digest=now.digest,
        account=the_staff().id,
        seqs=tuple(one.identity.seq for one in told["fr"].sessions),
    )
    if not versions.publish(doors().database, experiment_id, made):
        flash(gettext("Somebody else has just published it."), "bad")
        return _back(experiment_id)
    flash(
        gettext("Version %(number)s is published. Its documents are on the page Documents.", number=now.number), "good"
    )
    return _back(experiment_id)


@blueprint.post("/replaced")
@staff_only
def replaced(experiment_id: int) -> Response:
    """Note that the copies handed out before have been replaced."""
    experiment_or_404(experiment_id)
    versions.copies_replaced(doors().database, experiment_id, doors().clock())
    return _back(experiment_id)


def _usual_why(experiment_id: int) -> str:
    """A visit written down since the last version is what the next one is about."""
    last = versions.newest(doors().database, experiment_id)
    fresh = [
        each for each in revisits.of_experiment(doors().database, experiment_id) if last and each.at > last.made_at
    ]
    return gettext("Amended after the revisit.") if fresh else ""


def _back(experiment_id: int) -> Response:
    return redirect(url_for("publishing.show", experiment_id=experiment_id))


def _page(experiment_id: int, form: PublishForm, code: int = 200) -> Response:
    experiment = experiment_or_404(experiment_id)
    found = drafts(experiment)
    page = render_template(
        "publishing/one.html",
        experiment=experiment,
        now=standing(experiment, found),
        obstacles=in_the_way(experiment_id, found),
        changed_since=next((each.opened_at for each in reversed(found["fr"].readings) if each.changed), None),
        whole=[NAMES[each] for each in whole_in(found)],
        typed=(form.why.data or "") if code == 409 else "",
        opinions=council.opinions_on(doors().database, experiment_id),
        opinion_words=dict(OPINIONS),
        versions=versions.of_experiment(doors().database, experiment_id),
        causes=CAUSES,
        gaps=gaps(experiment_id),
        near=near(experiment_id),
        copied=copied(experiment),
        form=form,
    )
    return make_response(page, code)
