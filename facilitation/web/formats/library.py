"""The pages of the library: every format, and the run sheet of each."""

from functools import partial
from typing import Any

from flask import Blueprint, render_template, request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.domain.format import Format
from facilitation.domain.lengths import length_of, usual_people, usual_spans
from facilitation.formats import Reading
from facilitation.records import own_formats
from facilitation.records.own_formats import Own
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.experiments import experiments_of
from facilitation.web.formats.difference import difference
from facilitation.web.formats.searching import Wanted, find, verbs, without_one
from facilitation.web.formats.sheet import run_sheet
from facilitation.web.forms.searching import SearchForm
from facilitation.web.language import current_locale
from facilitation.web.sending import attached

blueprint = Blueprint("library", __name__, url_prefix="/formats")


@blueprint.get("")
@staff_only
def show_all() -> str:
    """The formats that fit what is looked for, then the files that need repair."""
    broken = {name: reading for name, reading in doors().library.first_looks.items() if reading.format is None}
    return render_template("formats/all.html", broken=broken, **found())


@blueprint.get("/<name>")
@staff_only
def show(name: str) -> str:
    """One format: its run sheet, roles, settings, credits, versions; or what is wrong with its file."""
    reading, own = reading_or_404(name), own_formats.find(doors().database, name)
    form = reading.format
    if form is None:
        return render_template("formats/broken.html", name=name, reading=reading, own=own)
    return render_template(
        "formats/one.html",
        form=form,
        reading=reading,
        length=length_of,
        people=usual_people(form),
        sheet=run_sheet(form),
        own=own,
        versions=own_formats.versions(doors().database, name),
        copies=own_formats.copies(doors().database, name),
        hunks=difference(own.parent.source, reading.written) if own and own.parent else (),
        deletable=own is not None and may_delete(own) and not own_formats.used(doors().database, name),
    )


@blueprint.get("/<name>/file")
@staff_only
def download(name: str) -> Response:
    """The file, as it is written."""
    return attached(reading_or_404(name).written, "application/yaml", f"{name}.yaml")


@blueprint.get("/<name>/plan")
@staff_only
def plan(name: str) -> str:
    """For which experiment a session of this format is planned."""
    form = format_or_404(name)
    return render_template("formats/plan.html", form=form, experiments=experiments_of(the_staff(), "run"))


def may_delete(own: Own) -> bool:
    """Whoever made it, and administrators."""
    account = the_staff()
    return account.id == own.account or account.role == "admin"


def reading_or_404(name: str) -> Reading:
    """The file called `name`, usable or not."""
    reading = doors().library.reading(name)
    if reading is None:
        raise NotFound
    return reading


def format_or_404(name: str) -> Format:
    """The format called `name`, if it can be used."""
    form = reading_or_404(name).format
    if form is None:
        raise NotFound
    return form


def found() -> dict[str, Any]:
    """What a page with the search form shows: the form, the formats that fit, and what to leave out when none does."""
    locale, search = current_locale(), SearchForm(request.args)
    search.validate()
    asked = {name: value for name, value in search.data.items() if value and not search[name].errors}
    wanted, every = Wanted(**asked), [form for _, form in doors().library.usable]
    fitting = find(every, wanted, minutes_of, locale)
    return {
        "search": search,
        "wanted": wanted,
        "formats": fitting,
        "of": len(every),
        "hints": [] if fitting else without_one(every, wanted, minutes_of),
        "verbs": verbs(every, locale),
        "length": partial(length_of, people=wanted.people),
        "own": {saved.format for saved in own_formats.newest(doors().database)},
    }


def minutes_of(form: Format, people: int | None = None) -> int:
    """The minutes of a format as it stands; what has no time limit counts for nothing."""
    return length_of(form, people=people).minutes


def usual_minutes(form: Format) -> dict[str, int]:
    """The minutes of each stage with the usual settings and number of people, the first time it comes."""
    return {stage: max(1, round(span.most / 60)) for stage, span in usual_spans(form).items()}
