"""Two who coded apart: how far they agree, where they differ, and what they agreed on after talking it over."""

import re
from collections.abc import Mapping
from itertools import combinations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from facilitation.documentation.analysis.agreement import Compared, compared
from facilitation.documentation.analysis.themes import ENOUGH
from facilitation.projections.filling import number
from facilitation.records import codings
from facilitation.web.access import staff_only, the_staff
from facilitation.web.analysis.gathering import Coded, codebook_of, coded_in, units_in
from facilitation.web.beside import beside_the_room
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.language import current_locale
from facilitation.web.rights import may

blueprint = Blueprint("comparing", __name__, url_prefix="/experiments/<int:experiment_id>/analysis/agreement")

FEWEST = ENOUGH
"""Below this, a share of a whole is written as two numbers, and kappa comes with a warning."""


@blueprint.get("")
@staff_only
@beside_the_room
def show(experiment_id: int) -> str:
    """Two coders beside each other. Whoever codes sees only what they have read too: nobody is whispered to."""
    experiment = experiment_or_404(experiment_id)
    book, units = codebook_of(experiment_id), units_in(experiment_id)
    coded = coded_in(experiment_id, book)
    codes = may(the_staff(), experiment_id, "write")
    refs = [unit.ref for unit in units if not codes or unit.ref in coded.of(the_staff().id)]
    pair = _pair(coded)
    found = _compared(coded, pair, tuple(theme.id for theme in book.used), refs) if pair else None
    return render_template(
        "analysis/agreement.html",
        experiment=experiment,
        codes=codes,
        coders=sorted(coded.by_coder),
        pair=pair,
        pairs=tuple(combinations(sorted(coded.by_coder), 2)),
        found=found,
        themes=book.used,
        names=book.names,
        by_coder=coded.by_coder,
        agreed=coded.agreed,
        differing=[unit for unit in units if found and unit.ref in found.differing],
        fewest=FEWEST,
        number=lambda value: number(value, current_locale()),
    )


@blueprint.post("")
@staff_only
def settle(experiment_id: int) -> Response:
    """Keep what was agreed on, or take it back."""
    experiment_or_404(experiment_id)
    ref, book = request.form.get("ref", ""), codebook_of(experiment_id)
    if not re.fullmatch(r"[0-9a-f]{12}", ref):
        raise BadRequest
    if request.form.get("forget"):
        codings.disagree(doors().database, experiment_id, ref)
    else:
        seen = {theme.id for theme in book.used if str(theme.id) in request.form.getlist("themes")}
        codings.agree(doors().database, experiment_id, ref, seen, the_staff().id, doors().clock())
    one, other = (request.form.get(name, type=int) for name in ("one", "other"))
    return redirect(url_for("comparing.show", experiment_id=experiment_id, one=one, other=other) + f"#u-{ref}")


def _pair(coded: Coded) -> tuple[int, int] | None:
    """The two that were asked for; else whoever asks and another one, or the first two."""
    coders = sorted(coded.by_coder)
    asked = (request.args.get("one", type=int), request.args.get("other", type=int))
    if asked[0] in coded.by_coder and asked[1] in coded.by_coder and asked[0] != asked[1]:
        return (asked[0] or 0, asked[1] or 0)
    mine = the_staff().id
    ordered = [mine, *(one for one in coders if one != mine)] if mine in coders else coders
    return (ordered[0], ordered[1]) if len(ordered) > 1 else None


def _compared(coded: Coded, pair: tuple[int, int], themes: tuple[int, ...], refs: list[str]) -> Compared:
    sets: Mapping[int, Mapping[str, frozenset[int]]] = coded.by_coder
    return compared(sets[pair[0]], sets[pair[1]], themes, refs)
