"""Papers about personal data, made from the protocol: information sheet, register entry, skeleton of the assessment."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import lazy_gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.documentation.dossier.twin import twin
from facilitation.documentation.leaflets.assessment import assessment_skeleton
from facilitation.documentation.leaflets.page import leaflet_html
from facilitation.documentation.leaflets.register import register_entry
from facilitation.documentation.leaflets.shapes import LEAFLETS, Leaflet, Which
from facilitation.documentation.leaflets.sheet import sheet_leaflet
from facilitation.domain.format.text import Locale
from facilitation.records import protocols, tickets
from facilitation.records.protocols import Terms
from facilitation.web.access import staff_only
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.jobs import Jobs, let_follow
from facilitation.web.language import current_locale
from facilitation.web.protocols import DAY, sheet_of
from facilitation.web.sending import attached

blueprint = Blueprint("leaflets", __name__, url_prefix="/experiments/<int:experiment_id>/protocol/leaflets")

JOBS = Jobs("leaflets")
let_follow(blueprint, JOBS, lambda experiment_id: str(experiment_or_404(experiment_id).id), "leaflets.show")

NAMES = {
    "sheet": lazy_gettext("Information sheet"),
    "register": lazy_gettext("Entry in the register of processing activities"),
    "assessment": lazy_gettext("Skeleton of the impact assessment (DPIA)"),
}


@blueprint.get("")
@staff_only
def show(experiment_id: int) -> str:
    """The three papers, and how far the one is that was asked for last."""
    locale = JOBS.locale(str(experiment_id), current_locale())
    return render_template(
        "protocols/leaflets.html",
        experiment=experiment_or_404(experiment_id),
        papers=[(which, NAMES[which], leaflet_of(experiment_id, which, locale)) for which in LEAFLETS],
        progress=JOBS.progress(str(experiment_id)),
        document_locale=locale,
    )


@blueprint.post("")
@staff_only
def make(experiment_id: int) -> Response:
    """Begin a PDF."""
    locale: Locale = "en" if request.form.get("language") == "en" else "fr"
    leaflet = _leaflet_or_404(experiment_id, request.form.get("which", ""), locale)
    job = doors().press.start_leaflet(leaflet, doors().clock(), experiment_id)
    JOBS.remember(str(experiment_id), job, locale)
    return redirect(url_for("leaflets.show", experiment_id=experiment_id))


@blueprint.get("/paper.pdf")
@staff_only
def download(experiment_id: int) -> Response:
    """The PDF that was made; where there is none, the page to make it."""
    experiment_or_404(experiment_id)
    made = JOBS.made(str(experiment_id))
    if made is None:
        return redirect(url_for("leaflets.show", experiment_id=experiment_id))
    return attached(made, "application/pdf", f"personal-data-{experiment_id}.pdf")


@blueprint.get("/<which>.html")
@staff_only
def download_html(experiment_id: int, which: str) -> Response:
    """The same as one file of HTML, to be completed in a word processor."""
    leaflet = _leaflet_or_404(experiment_id, which, request.args.get("language", current_locale()))
    page = twin(leaflet_html(leaflet, doors().clock()))
    return attached(page, "text/html", f"{leaflet.which}-{experiment_id}.html")


def leaflet_of(experiment_id: int, which: Which, locale: str) -> Leaflet | None:
    """A paper as the protocol stands; None for a sheet that is not complete."""
    experiment, protocol = experiment_or_404(experiment_id), protocols.of_experiment(doors().database, experiment_id)
    terms, version = (protocol.newest.terms, protocol.newest.number) if protocol else (Terms(), 0)
    days = tickets.LIFETIME // DAY
    match which:
        case "register":
            return register_entry(experiment.facts.title, terms, days, locale, version)
        case "assessment":
            return assessment_skeleton(experiment.facts.title, terms, days, locale, version)
        case "sheet":
            sheet = sheet_of(experiment_id, locale)
            return sheet_leaflet(sheet) if sheet else None


def _leaflet_or_404(experiment_id: int, which: str, locale: str) -> Leaflet:
    known = next((one for one in LEAFLETS if one == which), None)
    found = leaflet_of(experiment_id, known, locale) if known else None
    if found is None:
        raise NotFound
    return found
