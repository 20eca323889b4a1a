"""The texts of a dossier, written beside the page as it prints: outline, text, paper, and what readers said of it."""

from dataclasses import dataclass

from flask import Blueprint, Response, jsonify, make_response, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound

from facilitation.documentation.dossier.gate import Missing, completeness
from facilitation.documentation.dossier.part import COVER, part_html
from facilitation.documentation.dossier.results import figures_in
from facilitation.documentation.dossier.shapes import Dossier
from facilitation.domain.format import Text
from facilitation.domain.format.text import Locale
from facilitation.projections.outcome.rendering import RESTITUTION
from facilitation.records import council, members, texts
from facilitation.records.sections import PARTS, SECTIONS, Section
from facilitation.web.access import staff_only
from facilitation.web.beside import beside_the_room
from facilitation.web.documents.asked import asked_rendering
from facilitation.web.documents.gathering import drafted, gather, sessions_of
from facilitation.web.documents.pages import form_of
from facilitation.web.documents.picking import offered
from facilitation.web.doors import doors
from facilitation.web.dossier import bodies_of
from facilitation.web.experiments import experiment_or_404
from facilitation.web.forms.team import ROLES
from facilitation.web.forms.texts import LONGEST
from facilitation.web.language import NAMES, current_locale, said
from facilitation.web.remarks import remark_in, stands

blueprint = Blueprint("writing", __name__, url_prefix="/experiments/<int:experiment_id>/writing")

FROM_RECORDS = {
    "D0": Text("Carte d'identité", "Identity card"),
    "D7": Text("Matériaux recueillis", "Material gathered"),
    "D8": Text("Résultats", "Results"),
    "D10": Text("Apprentissages", "Learnings"),
    "D14": Text("Éthique et données", "Ethics and data"),
}
"""Parts in which nothing is written by hand."""

PAPER = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
"""For a part of the document in its frame: its own sheet, and nothing that could act."""


@dataclass(frozen=True, slots=True)
class Line:
    """One part in the outline."""

    part: str
    title: Text
    sections: tuple[Section, ...]
    missing: tuple[Missing, ...]


@blueprint.get("")
@staff_only
@beside_the_room
def show(experiment_id: int) -> str:
    """One part of the dossier: its texts to write, the page as it prints, its comments; the outline beside them."""
    experiment, locale = experiment_or_404(experiment_id), _locale()
    lines = _outline(drafted(experiment, locale, RESTITUTION))
    here = next((line for line in lines if line.part == request.args.get("part", "D1")), lines[0])
    at = lines.index(here)
    return render_template(
        "writing/show.html",
        experiment=experiment,
        lines=lines,
        current=here,
        before=lines[at - 1] if at else None,
        after=lines[at + 1] if at + 1 < len(lines) else None,
        in_locale=locale,
        languages=NAMES,
        longest=LONGEST,
        written={
            one.key: texts.read(doors().database, texts.Place(experiment_id, one.key, locale)) for one in here.sections
        },
        comments=[one for one in council.comments_on(doors().database, experiment_id) if one.part == here.part],
        remark_in=remark_in,
        stands=lambda passage: stands(passage, bodies_of(experiment_id)),
        team={each.account: each.role for each in members.of_experiment(doors().database, experiment_id)},
        roles=dict(ROLES),
        rendering=asked_rendering(request.args.get("rendering", "")).name,
        form_of=lambda missing: form_of(experiment, missing, locale),
        boot=_boot(experiment_id, locale),
    )


@blueprint.get("/paper/<part>")
@staff_only
@beside_the_room
def paper(experiment_id: int, part: str) -> Response:
    """The part as it prints, from what is saved, to be shown in a frame."""
    if part not in PARTS and part not in FROM_RECORDS:
        raise NotFound
    locale, rendering = _locale(), asked_rendering(request.args.get("rendering", ""))
    experiment = experiment_or_404(experiment_id)
    # The cover alone says which version it is.
    told = (gather if part == COVER else drafted)(experiment, locale, rendering)
    html = part_html(told, locale, doors().clock(), part, "/static/dist/fonts/documents")
    response = make_response(html or render_template("writing/no_paper.html"))
    response.headers["Content-Security-Policy"] = PAPER
    return response


@blueprint.get("/offered.json")
@staff_only
@beside_the_room
def picking(experiment_id: int) -> Response:
    """What a text may cite: contributions and moments by their reference, results by their place."""
    experiment_or_404(experiment_id)
    sessions = sessions_of(experiment_id, RESTITUTION)
    words = [
        {"ref": one.ref, "session": one.session, "said": _numbered(one.kind, one.number), "words": one.words}
        | ({} if one.quotable else {"note": gettext("by its number only: its author keeps the words")})
        for one in offered(sessions)
        if one.ref
    ]
    drawn = [
        {"ref": one.ref, "session": one.session, "said": _figure(one.counted), "words": said(one.title)}
        | ({"stands": True} if one.counted else {"note": gettext("words alone: pointed at, never put into a text")})
        for one in figures_in(sessions)
    ]
    return jsonify({"words": words, "figures": drawn})


def _figure(counted: int) -> str:
    return str(gettext("figure %(number)s", number=counted) if counted else gettext("a result"))


def _numbered(kind: str, number: int) -> str:
    if kind == "contribution":
        return str(gettext("no. %(number)s", number=number))
    if kind == "count":
        return str(gettext("count %(number)s", number=number))
    return str(gettext("moment %(number)s", number=number))


def _outline(dossier: Dossier) -> list[Line]:
    missing = completeness(dossier, "research").missing
    titles = {**PARTS, **FROM_RECORDS}
    return [
        Line(
            part,
            titles[part],
            tuple(one for one in SECTIONS if one.part == part),
            tuple(one for one in missing if one.part == part),
        )
        for part in sorted(titles, key=lambda part: (int("".join(filter(str.isdigit, part))), part))
    ]


def _boot(experiment_id: int, locale: Locale) -> dict[str, object]:
    """What the script is told: where to ask, and what to say."""
    return {
        "offered": url_for("writing.picking", experiment_id=experiment_id),
        "locale": current_locale(),
        "words": {
            "saving": gettext("Saving…"),
            "saved": gettext("Saved at %(time)s", time="{time}"),
            "failed": gettext("Not saved: no answer. It is tried again by itself; keep this page open."),
            "ended": gettext("Not saved: sign in again in another tab, then come back here."),
            "conflict": gettext("Somebody else saved this text while you were writing."),
            "none": gettext("Nothing fits."),
            "point": gettext("Only point at it"),
        },
    }


def _locale() -> Locale:
    return "en" if request.args.get("language", current_locale()) == "en" else "fr"
