"""The dossier of an experiment: what it still lacks, and the document at the level and for the readers asked for."""

from flask import Blueprint, jsonify, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.claims import ADVICE, claims_in
from facilitation.documentation.dossier.gate import LEVELS, Missing, completeness
from facilitation.documentation.dossier.kinds import KINDS, NAMES, Kind, gate_of
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.twin import twin
from facilitation.domain.format.text import Locale
from facilitation.projections.outcome.rendering import RENDERINGS, RESTITUTION, Rendering
from facilitation.records import export_journal, live_sessions
from facilitation.records.experiments import Experiment
from facilitation.web.access import staff_only, the_staff
from facilitation.web.beside import beside, beside_the_room
from facilitation.web.documents.gathering import as_published, gather, standing
from facilitation.web.documents.standing import CAUSES
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.jobs import cancel_job, progress_facts, remember, remembered_of
from facilitation.web.language import current_locale
from facilitation.web.publishing.mending import gaps

blueprint = Blueprint("documents", __name__, url_prefix="/experiments/<int:experiment_id>/documents")

JOBS = "dossiers"
"""Under which the browser remembers them; see `jobs`."""


@blueprint.get("")
@staff_only
@beside_the_room
def show(experiment_id: int) -> Response:
    """How much of each level is there, what is missing, and how far the PDF is."""
    experiment = experiment_or_404(experiment_id)
    job, locale = remembered_of(JOBS, str(experiment_id), current_locale())
    told = gather(experiment, _locale(request.args.get("language", locale)), RESTITUTION)
    page = render_template(
        "experiments/documents.html",
        experiment=experiment,
        gates=[completeness(told, level) for level in LEVELS],
        form_of=lambda missing: _form_of(experiment_id, missing),
        claims=claims_in(told),
        advice=ADVICE,
        sessions=told.sessions,
        progress=doors().press.progress(job) if job else None,
        document_locale=_locale(request.args.get("language", locale)),
        kind=_kind(request.args.get("document", "")),
        kinds=[(kind, NAMES[kind], gate_of(told, kind)) for kind in KINDS],
        rendering=_rendering(request.args.get("rendering", "")).name,
        now=standing(experiment),
        causes=CAUSES,
        gaps=gaps(experiment_id),
        which=request.args.get("which", ""),
    )
    return make_response(page)


@blueprint.post("")
@staff_only
def make(experiment_id: int) -> Response:
    """Begin the PDF."""
    locale, kind = _locale(request.form.get("language", "")), _kind(request.form.get("document", ""))
    rendering = _rendering(request.form.get("rendering", ""))
    experiment = experiment_or_404(experiment_id)
    told = beside(lambda: _told(experiment, locale, rendering, request.form.get("which", "")))
    job = doors().press.start_dossier(told, locale, doors().clock(), kind)
    remember(JOBS, str(experiment_id), job, locale)
    here = url_for(
        "documents.show",
        experiment_id=experiment_id,
        language=locale,
        document=kind,
        rendering=rendering.name,
        which=request.form.get("which"),
    )
    return redirect(f"{here}#document")


@blueprint.get("/progress.json")
@staff_only
def progress(experiment_id: int) -> Response:
    """How far the PDF is, for the progress bar."""
    experiment_or_404(experiment_id)
    job, _ = remembered_of(JOBS, str(experiment_id), "fr")
    found = doors().press.progress(job) if job else None
    return jsonify(progress_facts(found, url_for("documents.show", experiment_id=experiment_id)))


@blueprint.post("/cancel")
@staff_only
def cancel(experiment_id: int) -> Response:
    """Call the PDF off."""
    experiment_or_404(experiment_id)
    cancel_job(JOBS, str(experiment_id))
    return redirect(url_for("documents.show", experiment_id=experiment_id))


@blueprint.get("/dossier.pdf")
@staff_only
def download(experiment_id: int) -> Response:
    """The PDF that was made; where there is none, the page to make it."""
    experiment_or_404(experiment_id)
    job, _ = remembered_of(JOBS, str(experiment_id), "fr")
    made = doors().press.result(job) if job else None
    if made is None:
        return redirect(url_for("documents.show", experiment_id=experiment_id))
    _note_export(experiment_id)
    response = Response(made, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="dossier-{experiment_id}.pdf"'
    return response


@blueprint.get("/dossier.html")
@staff_only
@beside_the_room
def download_html(experiment_id: int) -> Response:
    """The same as one file of HTML: often the more useful one, and the one that phones and screen readers prefer."""
    locale, kind = _locale(request.args.get("language", "")), _kind(request.args.get("document", ""))
    rendering, which = _rendering(request.args.get("rendering", "")), request.args.get("which", "")
    told = _told(experiment_or_404(experiment_id), locale, rendering, which)
    _note_export(experiment_id)
    response = Response(twin(dossier_html(told, locale, doors().clock(), kind)), mimetype="text/html")
    response.headers["Content-Disposition"] = f'attachment; filename="{kind}-{experiment_id}.html"'
    return response


def _told(experiment: Experiment, locale: Locale, rendering: Rendering, which: str) -> Dossier:
    """The version that is published, unless the draft that comes after it is asked for; the draft where none is."""
    published = as_published(experiment, locale, rendering) if which != "draft" else None
    return published or gather(experiment, locale, rendering)


def _note_export(experiment_id: int) -> None:
    """A line in the journal of every session whose words leave the house in this document."""
    for header in live_sessions.of_experiment(doors().database, experiment_id):
        export_journal.note(doors().database, the_staff().id, header.id, "dossier", doors().clock())


def _form_of(experiment_id: int, missing: Missing) -> str:
    """The address of the page where a missing field is filled in."""
    if missing.form.startswith("text:"):
        return url_for("texts.edit", experiment_id=experiment_id, key=missing.form.removeprefix("text:"))
    match missing.form:
        case "hypotheses" | "sessions":
            return url_for("experiments.show", experiment_id=experiment_id) + f"#{missing.form}"
        case "protocol":
            return url_for("protocols.show", experiment_id=experiment_id)
        case "organisations":
            return url_for("partners.of_experiment", experiment_id=experiment_id)
        case "commitments":
            return url_for("following.show", experiment_id=experiment_id)
        case "learnings":
            return url_for("learnings.show_all", experiment_id=experiment_id)
    return url_for("experiments.edit", experiment_id=experiment_id)


def _locale(asked: str) -> Locale:
    return "en" if asked == "en" else "fr"


def _kind(asked: str) -> Kind:
    return next((kind for kind in KINDS if kind == asked), "research")


def _rendering(asked: str) -> Rendering:
    return RENDERINGS.get(asked, RESTITUTION)
