"""The guide of a format for whoever facilitates it: as a PDF, made elsewhere, and as a page that stands by itself."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitation.documentation.dossier.twin import twin
from facilitation.documentation.guidebook.making import guidebook
from facilitation.documentation.guidebook.page import guidebook_html
from facilitation.domain.format.text import Locale
from facilitation.web.access import staff_only
from facilitation.web.beside import beside_the_room
from facilitation.web.doors import doors
from facilitation.web.formats.library import format_or_404
from facilitation.web.jobs import Jobs, let_follow
from facilitation.web.language import current_locale
from facilitation.web.sending import attached

blueprint = Blueprint("guidebooks", __name__, url_prefix="/formats/<name>/guide")

JOBS = Jobs("guides")
let_follow(blueprint, JOBS, lambda name: format_or_404(name).id, "guidebooks.show")


@blueprint.get("")
@staff_only
def show(name: str) -> Response:
    """What the guide holds, and how far the PDF is."""
    form = format_or_404(name)
    page = render_template(
        "formats/guide.html",
        form=form,
        progress=JOBS.progress(name),
        document_locale=JOBS.locale(name, current_locale()),
    )
    return make_response(page)


@blueprint.post("")
@staff_only
def make(name: str) -> Response:
    """Begin the PDF."""
    locale = _locale(request.form.get("language", ""))
    job = doors().press.start_guidebook(guidebook(format_or_404(name)), locale, doors().clock())
    JOBS.remember(name, job, locale)
    return redirect(url_for("guidebooks.show", name=name))


@blueprint.get("/guide.pdf")
@staff_only
def download(name: str) -> Response:
    """The PDF that was made; where there is none, the page to make it."""
    format_or_404(name)
    made = JOBS.made(name)
    if made is None:
        return redirect(url_for("guidebooks.show", name=name))
    return attached(made, "application/pdf", f"guide-{name}.pdf")


@blueprint.get("/guide.html")
@staff_only
@beside_the_room
def download_html(name: str) -> Response:
    """The same as one file of HTML."""
    locale = _locale(request.args.get("language", ""))
    page = twin(guidebook_html(guidebook(format_or_404(name)), locale, doors().clock()))
    return attached(page, "text/html", f"guide-{name}.html")


def _locale(asked: str) -> Locale:
    return "en" if asked == "en" else "fr"
