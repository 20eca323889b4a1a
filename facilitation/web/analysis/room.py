"""The analysis room itself: everything to read, page by page, coded by hand, by keys or by a plain form."""

import re
from typing import Any

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from facilitation.documentation.analysis.units import Together, clusters_of
from facilitation.records import codings
from facilitation.web.access import staff_only, the_staff
from facilitation.web.analysis.filtering import NAMES, Filters, filters_in, next_after, page_in, stage_key
from facilitation.web.analysis.gathering import Codebook, codebook_of, coded_in, suggested, units_in
from facilitation.web.beside import beside, beside_the_room
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.rights import may

blueprint = Blueprint("analysis", __name__, url_prefix="/experiments/<int:experiment_id>/analysis")

_REF = re.compile(r"[0-9a-f]{12}")


@blueprint.get("")
@staff_only
@beside_the_room
def show(experiment_id: int) -> str:
    """Everything there is to read; whoever codes sees their own codes, whoever reads what is settled."""
    experiment = experiment_or_404(experiment_id)
    codes = may(the_staff(), experiment_id, "write")
    book, filters = codebook_of(experiment_id), filters_in(request.args)
    coded, units = coded_in(experiment_id, book), units_in(experiment_id)
    seen = coded.of(the_staff().id) if codes else coded.settled
    shown = filters.shown(units, seen)
    page = page_in(request.args, units, shown)
    return render_template(
        "analysis/room.html",
        experiment=experiment,
        codes=codes,
        units=units,
        shown=shown,
        page=page,
        sessions=list(dict.fromkeys((unit.session, unit.title) for unit in units)),
        stages=list(dict.fromkeys((stage_key(unit), unit.session, unit.stage_title) for unit in units)),
        stage_key=stage_key,
        filters=filters,
        filter_names=NAMES,
        asked=request.args.get("unit", ""),
        themes=book.used,
        names=book.names,
        seen=seen,
        suggestions=suggested(experiment_id, book, seen, {unit.ref for unit in page.units}) if codes else {},
        chosen=codings.quoted(doors().database, experiment_id),
        proposals=[one for one in clusters_of(units) if not _taken(book, one)] if codes else [],
    )


@blueprint.post("/code")
@staff_only
def code(experiment_id: int) -> Response:
    """Keep what one coder sees in one contribution; go on with the next. Keys ask for JSON."""
    experiment_or_404(experiment_id)
    book, ref, mine = codebook_of(experiment_id), _ref(), the_staff().id
    seen = {theme.id for theme in book.used if str(theme.id) in request.form.getlist("themes")}
    if request.form.get("forget") or not (seen or request.form.get("none")):
        codings.forget(doors().database, experiment_id, ref, mine)
    else:
        retired = [theme.id for theme in book.known if theme.id not in book.counts_as]
        codings.code(doors().database, experiment_id, ref, mine, seen, doors().clock(), retired)
    if _wants_json():
        return jsonify({"themes": sorted(seen)})
    return beside(lambda: _on(experiment_id, ref, book))


@blueprint.post("/undo")
@staff_only
def undo(experiment_id: int) -> Response:
    """Take back what one did last here, on whichever page and day. Keys ask for JSON."""
    experiment_or_404(experiment_id)
    last = codings.undo(doors().database, experiment_id, the_staff().id, doors().clock())
    if last is None:
        if _wants_json():
            return jsonify({})
        flash(gettext("Nothing to undo."))
        return redirect(url_for("analysis.show", experiment_id=experiment_id))
    ref, seen = last
    where = url_for("analysis.show", experiment_id=experiment_id, unit=ref) + f"#u-{ref}"
    if _wants_json():
        used = {theme.id for theme in codebook_of(experiment_id).used}
        return jsonify({"ref": ref, "themes": sorted(seen & used), "coded": bool(seen), "where": where})
    flash(gettext("Undone."), "good")
    return redirect(where)


@blueprint.post("/quote")
@staff_only
def quote(experiment_id: int) -> Response:
    """Choose a contribution to be quoted in the documents, or no longer."""
    experiment_or_404(experiment_id)
    ref, on = _ref(), request.form.get("on") == "1"
    codings.quote(doors().database, experiment_id, ref, the_staff().id, on, doors().clock())
    if _wants_json():
        return jsonify({"on": on})
    return _at(experiment_id, ref, filters_in(request.form))


def _taken(book: Codebook, one: Together) -> bool:
    """Whether what a room had put together has become a theme already."""
    return any(theme.shows.get(ref) == "board" for theme in book.known for ref in one.refs)


def _on(experiment_id: int, ref: str, book: Codebook) -> Response:
    filters = filters_in(request.form)
    seen = coded_in(experiment_id, book).of(the_staff().id)
    units = units_in(experiment_id)
    return _at(experiment_id, next_after(units, ref, filters.shown(units, seen)), filters)


def _at(experiment_id: int, ref: str, filters: Filters) -> Response:
    words: dict[str, Any] = filters.words
    here = url_for("analysis.show", experiment_id=experiment_id, unit=ref, **words)
    return redirect(f"{here}#u-{ref}")


def _ref() -> str:
    found = request.form.get("ref", "")
    if not _REF.fullmatch(found):
        raise BadRequest
    return found


def _wants_json() -> bool:
    return request.accept_mimetypes.best_match(("text/html", "application/json")) == "application/json"
