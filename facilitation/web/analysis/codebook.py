"""The codebook: making a theme, wording it, merging it into another, retiring it; its history and its examples."""

from dataclasses import asdict

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.documentation.analysis.units import Unit, clusters_of
from facilitation.records import themes
from facilitation.records.themes import Side, Theme, ThemeFacts
from facilitation.web.access import staff_only, the_staff
from facilitation.web.analysis.gathering import Codebook, codebook_of, coded_in, units_in
from facilitation.web.beside import beside_the_room
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.forms.fields import sent
from facilitation.web.forms.themes import ThemeForm
from facilitation.web.meanwhile import Beneath, base_sent, beneath, both

blueprint = Blueprint("themes", __name__, url_prefix="/experiments/<int:experiment_id>/themes")

SIDES: dict[str, Side | None] = {"inside": "inside", "outside": "outside", "none": None}


@blueprint.get("")
@staff_only
@beside_the_room
def show_all(experiment_id: int) -> Response:
    """Every theme, how much is settled to belong to it, and a form for another one."""
    return _list(experiment_id, ThemeForm())


@blueprint.post("")
@staff_only
@beside_the_room
def add(experiment_id: int) -> Response:
    """A new theme."""
    experiment_or_404(experiment_id)
    form = ThemeForm(sent())
    if not form.validate() or _is_taken(codebook_of(experiment_id), form, None):
        return _list(experiment_id, form, 422)
    themes.add(doors().database, experiment_id, form.facts(), the_staff().id, doors().clock())
    flash(gettext("Saved."), "good")
    return _back(experiment_id)


@blueprint.post("/take")
@staff_only
@beside_the_room
def take(experiment_id: int) -> Response:
    """What a room had put together becomes a theme; its contributions are suggested for it, not coded."""
    experiment_or_404(experiment_id)
    asked = (request.form.get("title", ""), request.form.get("session", ""))
    found = next((one for one in clusters_of(units_in(experiment_id)) if (one.title, str(one.session)) == asked), None)
    if found is None:
        raise NotFound
    facts = ThemeFacts(found.title[:80])
    themes.add(doors().database, experiment_id, facts, the_staff().id, doors().clock(), found.refs)
    return redirect(url_for("analysis.show", experiment_id=experiment_id))


@blueprint.get("/<int:theme_id>")
@staff_only
@beside_the_room
def edit(experiment_id: int, theme_id: int) -> Response:
    """A theme: its words, its examples, its history."""
    found = _theme(experiment_id, theme_id)
    return _page(experiment_id, found, ThemeForm(data=asdict(found.facts)))


@blueprint.post("/<int:theme_id>")
@staff_only
@beside_the_room
def change(experiment_id: int, theme_id: int) -> Response:
    """Other words for it: what was coded stays."""
    found, form = _theme(experiment_id, theme_id), ThemeForm(sent())
    if not form.validate() or _is_taken(codebook_of(experiment_id), form, found):
        return _page(experiment_id, found, form, 422)
    faster = themes.change(doors().database, found.id, form.facts(), the_staff().id, doors().clock(), base_sent())
    if faster is not None:
        beside = both(faster.theirs, form, ThemeForm(data=asdict(faster.theirs)))
        return _page(experiment_id, _theme(experiment_id, theme_id), form, 409, beside)
    return _back(experiment_id)


@blueprint.post("/<int:theme_id>/merge")
@staff_only
def merge(experiment_id: int, theme_id: int) -> Response:
    """What is coded with it counts for another theme."""
    found = _theme(experiment_id, theme_id)
    into = _theme(experiment_id, request.form.get("into", type=int) or 0)
    if into.id == found.id or into.state != "used":
        raise NotFound
    themes.merge(doors().database, found, into.id, the_staff().id, doors().clock())
    return _back(experiment_id)


@blueprint.post("/<int:theme_id>/retire")
@staff_only
def retire(experiment_id: int, theme_id: int) -> Response:
    """Offer it no longer."""
    themes.retire(doors().database, _theme(experiment_id, theme_id), the_staff().id, doors().clock())
    return _back(experiment_id)


@blueprint.post("/<int:theme_id>/restore")
@staff_only
def restore(experiment_id: int, theme_id: int) -> Response:
    """Offer it again."""
    themes.restore(doors().database, _theme(experiment_id, theme_id), the_staff().id, doors().clock())
    return _back(experiment_id)


@blueprint.post("/<int:theme_id>/examples")
@staff_only
@beside_the_room
def exemplify(experiment_id: int, theme_id: int) -> Response:
    """Let a contribution show what belongs to it, what does not, or no longer."""
    found, ref = _theme(experiment_id, theme_id), request.form.get("ref", "")
    if ref not in {unit.ref for unit in units_in(experiment_id)} or request.form.get("side") not in SIDES:
        raise NotFound
    themes.show(doors().database, found.id, ref, SIDES[request.form["side"]])
    return redirect(url_for("themes.edit", experiment_id=experiment_id, theme_id=theme_id) + "#examples")


def _is_taken(book: Codebook, form: ThemeForm, itself: Theme | None) -> bool:
    """Whether another theme in use bears this name: two of one name could not be told apart by keys or in a table."""
    name = (form.name.data or "").casefold()
    taken = any(theme.name.casefold() == name for theme in book.used if itself is None or theme.id != itself.id)
    if taken:
        form.name.errors = [gettext("Another theme has this name.")]
    return taken


def _theme(experiment_id: int, theme_id: int) -> Theme:
    experiment_or_404(experiment_id)
    found = next((theme for theme in codebook_of(experiment_id).known if theme.id == theme_id), None)
    if found is None:
        raise NotFound
    return found


def _back(experiment_id: int) -> Response:
    return redirect(url_for("themes.show_all", experiment_id=experiment_id))


def _list(experiment_id: int, form: ThemeForm, code: int = 200) -> Response:
    book = codebook_of(experiment_id)
    settled, there = coded_in(experiment_id, book).settled, {unit.ref for unit in units_in(experiment_id)}
    page = render_template(
        "analysis/themes.html",
        experiment=experiment_or_404(experiment_id),
        book=book,
        form=form,
        counts={
            theme.id: sum(theme.id in seen for ref, seen in settled.items() if ref in there) for theme in book.used
        },
    )
    return make_response(page, code)


def _page(
    experiment_id: int, found: Theme, form: ThemeForm, code: int = 200, beside: Beneath | None = None
) -> Response:
    book, units = codebook_of(experiment_id), units_in(experiment_id)
    mine = coded_in(experiment_id, book).of(the_staff().id)
    page = render_template(
        "analysis/theme.html",
        experiment=experiment_or_404(experiment_id),
        theme=found,
        form=form,
        beneath=beside or beneath(found.facts),
        others=[theme for theme in book.used if theme.id != found.id],
        names=book.names,
        examples=_examples(found, units),
        candidates=[
            unit for unit in units if found.id in mine.get(unit.ref, ()) and found.shows.get(unit.ref) != "inside"
        ],
    )
    return make_response(page, code)


def _examples(theme: Theme, units: tuple[Unit, ...]) -> list[tuple[Unit, Side]]:
    """Only those that are still there: what was withdrawn shows nothing any more."""
    return [(unit, theme.shows[unit.ref]) for unit in units if theme.shows.get(unit.ref, "board") != "board"]
