"""The dossier of an experiment: what it still lacks, and the document at the level and for the readers asked for."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.documentation.dossier.claims import ADVICE, claims_in
from facilitation.documentation.dossier.gate import LEVELS, Missing, completeness
from facilitation.documentation.dossier.kinds import KINDS, NAMES, gate_of
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.twin import twin
from facilitation.projections.outcome.rendering import RESTITUTION
from facilitation.records import restorations
from facilitation.records.experiments import Experiment
from facilitation.web.access import staff_only, the_staff
from facilitation.web.beside import beside, beside_the_room
from facilitation.web.documents.archiving import ARCHIVES
from facilitation.web.documents.asked import (
    asked_kind,
    asked_locale,
    asked_rendering,
    date_of,
    note_export,
    told_of,
)
from facilitation.web.documents.gathering import gathered, published_in
from facilitation.web.documents.named import Document
from facilitation.web.documents.standing import CAUSES, LOCALES
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.jobs import Jobs, let_follow
from facilitation.web.language import current_locale
from facilitation.web.publishing.mending import gaps
from facilitation.web.publishing.rereading import copied, near
from facilitation.web.rights import may
from facilitation.web.sending import attached

blueprint = Blueprint("documents", __name__, url_prefix="/experiments/<int:experiment_id>/documents")

JOBS = Jobs("dossiers")
let_follow(blueprint, JOBS, lambda experiment_id: str(experiment_or_404(experiment_id).id), "documents.show")


@blueprint.get("")
@staff_only
def show(experiment_id: int) -> Response:
    """How much of each level is there, what is missing, and how far the PDF is."""
    doors().press.ready()
    return beside(lambda: _page(experiment_id))


def _page(experiment_id: int) -> Response:
    experiment = experiment_or_404(experiment_id)
    locale = JOBS.locale(str(experiment_id), current_locale())
    asked = Document.from_kept(JOBS.of(str(experiment_id)))
    language = asked_locale(request.args.get("language", locale))
    told, now = gathered(experiment, language, RESTITUTION)
    languages = (published_in(experiment) if now.status == "published" else ()) or LOCALES
    page = render_template(
        "experiments/documents.html",
        experiment=experiment,
        gates=[completeness(told, level) for level in LEVELS],
        form_of=lambda missing: form_of(experiment, missing, language),
        claims=claims_in(told),
        advice=ADVICE,
        sessions=told.sessions,
        restoration=restorations.of_experiment(doors().database, experiment_id),
        progress=JOBS.progress(str(experiment_id)),
        archiving=ARCHIVES.progress(str(experiment_id)),
        document_locale=language,
        gives=asked.words(locale) if asked else "",
        kind=asked_kind(request.args.get("document", asked.kind if asked else "")),
        kinds=[(kind, NAMES[kind], gate_of(told, kind)) for kind in KINDS],
        rendering=asked_rendering(request.args.get("rendering", asked.rendering if asked else "")).name,
        now=now,
        languages=languages,
        causes=CAUSES,
        gaps=gaps(experiment_id),
        near=near(experiment_id),
        copied=copied(experiment),
        which=request.args.get("which", ""),
    )
    return make_response(page)


@blueprint.post("")
@staff_only
def make(experiment_id: int) -> Response:
    """Begin the PDF."""
    locale, kind = asked_locale(request.form.get("language", "")), asked_kind(request.form.get("document", ""))
    rendering = asked_rendering(request.form.get("rendering", ""))
    experiment, archival = experiment_or_404(experiment_id), "archival" in request.form
    if archival and not may(the_staff(), experiment_id, "export"):
        raise NotFound  # the tables of all that was said are in it
    told = beside(lambda: told_of(experiment, locale, rendering, request.form.get("which", "")))
    dated = date_of(experiment_id, request.form.get("dated", ""))
    job = doors().press.start_dossier(told, locale, dated, kind, archival)
    JOBS.remember(str(experiment_id), job, locale, Document(kind, rendering.name, archival).kept)
    here = url_for(
        "documents.show",
        experiment_id=experiment_id,
        language=locale,
        document=kind,
        rendering=rendering.name,
        which=request.form.get("which"),
    )
    return redirect(f"{here}#document")


@blueprint.get("/dossier.pdf")
@staff_only
def download(experiment_id: int) -> Response:
    """The PDF that was made; where there is none, the page to make it."""
    experiment_or_404(experiment_id)
    made = JOBS.made(str(experiment_id))
    if made is None:
        return redirect(url_for("documents.show", experiment_id=experiment_id))
    note_export(experiment_id)
    locale, asked = JOBS.locale(str(experiment_id), "fr"), Document.from_kept(JOBS.of(str(experiment_id)))
    name = asked.file(experiment_id, locale, "pdf") if asked else f"dossier-{experiment_id}.pdf"
    return attached(made, "application/pdf", name)


@blueprint.get("/dossier.html")
@staff_only
@beside_the_room
def download_html(experiment_id: int) -> Response:
    """The same as one file of HTML: often the more useful one, and the one that phones and screen readers prefer."""
    locale, kind = asked_locale(request.args.get("language", "")), asked_kind(request.args.get("document", ""))
    rendering, which = asked_rendering(request.args.get("rendering", "")), request.args.get("which", "")
    told = told_of(experiment_or_404(experiment_id), locale, rendering, which)
    note_export(experiment_id)
    dated = date_of(experiment_id, request.args.get("dated", ""))
    page = twin(dossier_html(told, locale, dated, kind))
    return attached(page, "text/html", Document(kind, rendering.name).file(experiment_id, locale, "html"))


def form_of(experiment: Experiment, missing: Missing, locale: str) -> str:
    """The address of the page where a missing field of a document in this language is filled in."""
    number = experiment.id
    if missing.form.startswith("text:"):
        key = missing.form.removeprefix("text:")
        return url_for("texts.edit", experiment_id=number, key=key, language=locale)
    match missing.form:
        case "hypotheses" | "sessions":
            return url_for("experiments.show", experiment_id=number) + f"#{missing.form}"
        case "protocol":
            return url_for("protocols.show", experiment_id=number)
        case "organisations":
            return url_for("partners.of_experiment", experiment_id=number)
        case "commitments":
            return url_for("following.show", experiment_id=number)
        case "learnings":
            return url_for("learnings.show_all", experiment_id=number)
        case "site" if experiment.facts.site is not None:
            return url_for("checklist.show", site_id=experiment.facts.site)
        case "experiment" | "site":
            return url_for("experiments.edit", experiment_id=number)
    raise LookupError(missing.form)
