"""The written sections of a dossier: reading them in order, writing one, its versions, two writers at once."""

from flask import Blueprint, flash, jsonify, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.domain.format.text import Locale
from facilitation.records import texts
from facilitation.records.sections import PARTS, SECTIONS, Section, section
from facilitation.records.texts import Conflict, Place
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.forms.fields import sent
from facilitation.web.forms.texts import TextForm
from facilitation.web.language import NAMES, current_locale

blueprint = Blueprint("texts", __name__, url_prefix="/experiments/<int:experiment_id>/texts")


@blueprint.get("")
@staff_only
def show_all(experiment_id: int) -> str:
    """Every section in the order of the dossier, with what is written in it."""
    locale = _wanted()
    return render_template(
        "texts/all.html",
        experiment=experiment_or_404(experiment_id),
        parts=[(part, title, [each for each in SECTIONS if each.part == part]) for part, title in PARTS.items()],
        written=texts.of_experiment(doors().database, experiment_id, locale),
        in_locale=locale,
        languages=NAMES,
    )


@blueprint.get("/<key>")
@staff_only
def edit(experiment_id: int, key: str) -> Response:
    """One section to write."""
    found = texts.read(doors().database, _place(experiment_id, key))
    return _page(experiment_id, _section(key), TextForm(data={"body": found.body, "base": found.version}))


@blueprint.post("/<key>")
@staff_only
def save(experiment_id: int, key: str) -> Response:
    """Keep it; where somebody was faster, show both texts and lose neither. An editor asks for JSON."""
    experiment_or_404(experiment_id)
    form, place = TextForm(sent()), _place(experiment_id, key)
    if not form.validate():
        return _told(form) if _wants_json() else _page(experiment_id, _section(key), form, code=422)
    words, base, apart = form.body.data or "", form.base.data or 0, "apart" in request.form
    kept = texts.save(doors().database, place, words, base, the_staff().id, doors().clock(), apart)
    if isinstance(kept, Conflict):
        return _conflict(experiment_id, form, kept)
    if _wants_json():
        return jsonify({"version": kept.version})
    flash(gettext("Saved."), "good")
    if "beside" in request.form:
        part = _section(key).part
        here = url_for("writing.show", experiment_id=experiment_id, part=part, language=place.locale)
        return redirect(f"{here}#{key}")
    return redirect(url_for("texts.show_all", experiment_id=experiment_id, language=place.locale) + f"#{key}")


def _conflict(experiment_id: int, form: TextForm, found: Conflict) -> Response:
    theirs = found.theirs
    if _wants_json():
        return make_response(jsonify({"version": theirs.version, "theirs": theirs.body}), 409)
    # Saving again now is a choice made with both texts in sight.
    form.base.data, form.base.raw_data = theirs.version, None
    return _page(experiment_id, _section(theirs.place.section), form, found, 409)


def _told(form: TextForm) -> Response:
    return make_response(
        jsonify({"message": " ".join(str(each) for told in form.errors.values() for each in told)}), 422
    )


def _wants_json() -> bool:
    return request.accept_mimetypes.best_match(("text/html", "application/json")) == "application/json"


def _wanted() -> Locale:
    asked = request.args.get("language", current_locale())
    return "en" if asked == "en" else "fr"


def _place(experiment_id: int, key: str) -> Place:
    return Place(experiment_id, _section(key).key, _wanted())


def _section(key: str) -> Section:
    found = section(key)
    if found is None:
        raise NotFound
    return found


def _page(
    experiment_id: int, about: Section, form: TextForm, conflict: Conflict | None = None, code: int = 200
) -> Response:
    place = _place(experiment_id, about.key)
    page = render_template(
        "texts/form.html",
        experiment=experiment_or_404(experiment_id),
        section=about,
        part=PARTS[about.part],
        form=form,
        conflict=conflict,
        in_locale=place.locale,
        languages=NAMES,
        history=texts.history(doors().database, place),
    )
    return make_response(page, code)
