"""Passages that a person must read again: nearly what somebody took back, or copied from who did not agree to it."""

from dataclasses import dataclass

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.records import withdrawn
from facilitation.records.experiments import Experiment
from facilitation.web.access import staff_only
from facilitation.web.documents.unagreed import copied_by_hand
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.publishing.mending import Gap, gap_at

blueprint = Blueprint("rereading", __name__, url_prefix="/experiments/<int:experiment_id>/rereading")


@dataclass(frozen=True, slots=True)
class Passage:
    """What is to be read, and where; `ids` are what is noted of it, where it goes once somebody has judged it."""

    where: Gap
    words: str
    why: str
    ids: tuple[int, ...] = ()


@blueprint.post("")
@staff_only
def judged(experiment_id: int) -> Response:
    """Somebody has read a passage again, and it stays as it is now."""
    experiment_or_404(experiment_id)
    ids = [int(each) for each in request.form.getlist("id") if each.isdigit()]
    withdrawn.judge(doors().database, experiment_id, ids)
    flash(gettext("Read again: it stays as it is."), "good")
    return redirect(url_for("publishing.show", experiment_id=experiment_id))


def near(experiment_id: int) -> tuple[Passage, ...]:
    """Sentences that say nearly what somebody took back."""
    changed = gettext("This text was changed since: read the whole of it.")
    why = gettext("This says nearly what somebody took back.")
    return tuple(
        Passage(gap_at(experiment_id, each.place), each.sentence or changed, why, each.ids)
        for each in withdrawn.to_reread(doors().database, experiment_id)
    )


def copied(experiment: Experiment) -> tuple[Passage, ...]:
    """Words copied by hand from people who did not agree to be quoted: documents print a gap there."""
    inside, outside = gettext("no document prints them"), gettext("documents for readers outside do not print them")
    return tuple(
        Passage(gap_at(experiment.id, each.place), each.words, inside if each.inside else outside)
        for each in copied_by_hand(experiment)
    )
