"""Programmes and editions: describing them, and what an edition adds up to."""

from collections import Counter

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response
from wtforms import Form

from facilitation.records import commitments, experiments, hypotheses, live_sessions, members, organisations, programmes
from facilitation.records.organisations import Whole
from facilitation.records.programmes import Edition, Programme, rounded
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.forms.experiments import STATUSES
from facilitation.web.forms.fields import sent
from facilitation.web.forms.hypotheses import VERDICTS
from facilitation.web.forms.programmes import ROLES, EditionForm, ProgrammeForm
from facilitation.web.meanwhile import Beneath, base_sent, beneath, both

blueprint = Blueprint("programmes", __name__, url_prefix="/programmes")


@blueprint.get("")
@staff_only
def show_all() -> str:
    """All programmes with their editions."""
    database = doors().database
    return render_template(
        "programmes/all.html",
        programmes=programmes.everything(database),
        editions=programmes.every_edition(database),
    )


@blueprint.route("/new", methods=["GET", "POST"])
@staff_only
def new() -> Response:
    """A programme to describe, and to keep."""
    form = ProgrammeForm(sent())
    if sent() is None or not form.validate():
        return _programme_page(form, None)
    programmes.add(doors().database, form.name.data or "", form.words.data or "")
    return redirect(url_for("programmes.show_all"))


@blueprint.route("/<int:programme_id>", methods=["GET", "POST"])
@staff_only
def edit(programme_id: int) -> Response:
    """A programme to change."""
    programme = _programme(programme_id)
    form = ProgrammeForm(sent(), obj=programme)
    if sent() is None or not form.validate():
        return _programme_page(form, programme)
    told = Programme(programme_id, form.name.data or "", form.words.data or "")
    faster = programmes.change(doors().database, told, base_sent())
    if faster is not None:
        return _programme_page(form, programme, both(faster.theirs, form, ProgrammeForm(obj=faster.theirs)))
    return redirect(url_for("programmes.show_all"))


@blueprint.route("/<int:programme_id>/editions/new", methods=["GET", "POST"])
@staff_only
def new_edition(programme_id: int) -> Response:
    """An edition to describe, and to keep."""
    programme, form = _programme(programme_id), EditionForm(sent())
    if sent() is None or not form.validate():
        return _edition_page(form, programme, None)
    number = programmes.add_edition(doors().database, programme_id, form.facts())
    return redirect(url_for("programmes.show_edition", edition_id=number))


@blueprint.get("/editions/<int:edition_id>")
@staff_only
def show_edition(edition_id: int) -> str:
    """What an edition adds up to: experiments, sessions held, people, verdicts."""
    database, edition = doors().database, edition_or_404(edition_id)
    its_own = frozenset(programmes.experiments_of(database, edition_id))
    found = [each for each in experiments.everything(database) if each.id in its_own]
    numbers = [each.id for each in found]
    sessions, verdicts = live_sessions.of_experiments(database, numbers), hypotheses.verdicts(database, numbers)
    held = {each: [header for header in headers if header.status == "closed"] for each, headers in sessions.items()}
    return render_template(
        "programmes/edition.html",
        edition=edition,
        experiments=found,
        seen=members.seen_by(database, the_staff(), numbers),
        sessions=sessions,
        held=held,
        people={each: rounded(header.people for header in headers) for each, headers in held.items()},
        everybody=rounded(header.people for headers in held.values() for header in headers),
        found_verdicts=verdicts,
        all_verdicts=sum(verdicts.values(), Counter()),
        verdicts=dict(VERDICTS),
        promised=commitments.still_open(database, numbers),
        statuses=dict(STATUSES),
        partners=organisations.of(database, Whole(edition=edition_id)),
        roles=dict(ROLES),
    )


@blueprint.route("/editions/<int:edition_id>/edit", methods=["GET", "POST"])
@staff_only
def edit_edition(edition_id: int) -> Response:
    """An edition to change."""
    edition = edition_or_404(edition_id)
    form = EditionForm(sent(), obj=edition.facts)
    if sent() is None or not form.validate():
        return _edition_page(form, _programme(edition.programme), edition)
    faster = programmes.change_edition(doors().database, edition_id, form.facts(), base_sent())
    if faster is not None:
        beside = both(faster.theirs, form, EditionForm(obj=faster.theirs))
        return _edition_page(form, _programme(edition.programme), edition, beside)
    return redirect(url_for("programmes.show_edition", edition_id=edition_id))


def edition_or_404(edition_id: int) -> Edition:
    """The edition with this number."""
    found = programmes.find_edition(doors().database, edition_id)
    if found is None:
        raise NotFound
    return found


def _programme(programme_id: int) -> Programme:
    found = programmes.find(doors().database, programme_id)
    if found is None:
        raise NotFound
    return found


def _programme_page(form: ProgrammeForm, programme: Programme | None, beside: Beneath | None = None) -> Response:
    under = beside or beneath(programme)
    page = render_template("programmes/programme_form.html", form=form, programme=programme, beneath=under)
    return make_response(page, _code(form, under))


def _edition_page(
    form: EditionForm, programme: Programme, edition: Edition | None, beside: Beneath | None = None
) -> Response:
    under = beside or beneath(edition and edition.facts)
    page = render_template(
        "programmes/edition_form.html", form=form, programme=programme, edition=edition, beneath=under
    )
    return make_response(page, _code(form, under))


def _code(form: Form, under: Beneath) -> int:
    return 409 if under.faster else 422 if form.errors else 200
