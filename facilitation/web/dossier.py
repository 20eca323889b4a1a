"""The dossier to be read on a screen, with what its readers say of it: comments, opinions of the scientific council."""

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.domain.format.text import Locale
from facilitation.records import (
    checklist,
    commitments,
    council,
    hypotheses,
    live_sessions,
    members,
    protocols,
    revisits,
    sites,
    texts,
)
from facilitation.records.council import Opinion
from facilitation.records.sections import PARTS, SECTIONS
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.forms.fields import offered, sent, tidy
from facilitation.web.forms.following import OPINIONS, STATES, CommentForm, OpinionForm
from facilitation.web.forms.hypotheses import VERDICTS
from facilitation.web.forms.team import ROLES
from facilitation.web.language import current_locale, said
from facilitation.web.remarks import quoting, remark_in, stands

blueprint = Blueprint("dossier", __name__, url_prefix="/experiments/<int:experiment_id>/dossier")

WHOLE = ""

LONGEST_ANSWER = 4000

LOCALES: tuple[Locale, ...] = ("fr", "en")


@blueprint.get("")
@staff_only
def show(experiment_id: int) -> Response:
    """Everything that is written down, in the order of the dossier."""
    return _page(experiment_id, _comment_form(False), OpinionForm())


@blueprint.post("/comments")
@staff_only
def comment(experiment_id: int) -> Response:
    """A remark."""
    experiment_or_404(experiment_id)
    form = _comment_form(True)
    if not form.validate():
        return _page(experiment_id, form, OpinionForm(), 422)
    words = quoting(form.passage.data or "", form.words.data or "")
    council.comment(doors().database, experiment_id, form.part.data, words, the_staff().id, doors().clock())
    return redirect(_where(experiment_id) + "#comments")


@blueprint.post("/comments/<int:comment_id>/answered")
@staff_only
def answer(experiment_id: int, comment_id: int) -> Response:
    """A remark that was dealt with, and what is answered to whoever made it."""
    experiment_or_404(experiment_id)
    words = tidy(request.form.get("words", ""))[:LONGEST_ANSWER]
    if not council.answer(doors().database, experiment_id, comment_id, the_staff().id, doors().clock(), words):
        flash(gettext("Somebody has answered this comment meanwhile: their answer stands."), "bad")
    return redirect(_where(experiment_id) + "#comments")


@blueprint.post("/opinions")
@staff_only
def advise(experiment_id: int) -> Response:
    """An opinion of the council."""
    experiment_or_404(experiment_id)
    form = OpinionForm(sent())
    if not form.validate():
        return _page(experiment_id, _comment_form(False), form, 422)
    told = Opinion(form.word.data, form.words.data or "", the_staff().id, doors().clock())
    council.advise(doors().database, experiment_id, told)
    return redirect(url_for("dossier.show", experiment_id=experiment_id) + "#opinions")


def bodies_of(experiment_id: int) -> list[str]:
    """Every text of a dossier, in both languages: a passage is where its words are."""
    found = (texts.of_experiment(doors().database, experiment_id, locale) for locale in LOCALES)
    return [one.body for written in found for one in written.values()]


def _where(experiment_id: int) -> str:
    """The page that a remark was made on: the dossier, or one part of it beside its texts."""
    if part := request.form.get("beside"):
        language = request.form.get("language", "")
        return url_for("writing.show", experiment_id=experiment_id, part=part, language=language)
    return url_for("dossier.show", experiment_id=experiment_id)


def _comment_form(was_sent: bool) -> CommentForm:
    form = CommentForm(sent() if was_sent else None)
    parts = [(part, f"{part} · {said(title)}") for part, title in PARTS.items()]
    form.part.choices = offered([(WHOLE, gettext("The whole dossier")), *parts])
    return form


def _page(experiment_id: int, comment_form: CommentForm, opinion_form: OpinionForm, code: int = 200) -> Response:
    experiment, database = experiment_or_404(experiment_id), doors().database
    locale: Locale = "en" if request.args.get("language", current_locale()) == "en" else "fr"
    site = sites.find(database, experiment.facts.site) if experiment.facts.site else None
    page = render_template(
        "experiments/dossier.html",
        experiment=experiment,
        in_locale=locale,
        hypotheses=hypotheses.of_experiment(database, experiment_id),
        launched=live_sessions.launched_at(database, experiment_id),
        verdicts=dict(VERDICTS),
        sessions=live_sessions.of_experiment(database, experiment_id),
        site=site,
        waivers=checklist.waivers(database, site) if site else (),
        protocol=protocols.of_experiment(database, experiment_id),
        parts=[(part, title, [each for each in SECTIONS if each.part == part]) for part, title in PARTS.items()],
        written=texts.of_experiment(database, experiment_id, locale),
        commitments=commitments.of_experiment(database, experiment_id),
        states=dict(STATES),
        revisits=revisits.of_experiment(database, experiment_id),
        comments=council.comments_on(database, experiment_id),
        remark_in=remark_in,
        stands=lambda passage: stands(passage, bodies_of(experiment_id)),
        opinions=council.opinions_on(database, experiment_id),
        opinion_words=dict(OPINIONS),
        team={each.account: each.role for each in members.of_experiment(database, experiment_id)},
        roles=dict(ROLES),
        form=comment_form,
        opinion_form=opinion_form,
    )
    return make_response(page, code)
