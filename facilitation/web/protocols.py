"""The protocol of an experiment: reading it with its amendments, changing it; the information sheet made from it."""

from dataclasses import replace
from functools import partial

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.documentation.information import information_sheet
from facilitation.documentation.sheet import Sheet
from facilitation.records import informing, join_codes, live_sessions, protocols, tickets
from facilitation.records.informing import Informing
from facilitation.records.protocols import Terms
from facilitation.web import asked_questions
from facilitation.web.access import staff_only, state_or_404, the_staff
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.forms.fields import sent
from facilitation.web.forms.protocols import BASES, BETWEEN, INSTRUMENT_STATUSES, TESTS, ProtocolForm, shown
from facilitation.web.language import current_locale
from facilitation.web.limits import count, refuse_if_too_many
from facilitation.web.meanwhile import base_sent, beneath, both

blueprint = Blueprint("protocols", __name__)

DAY = 24 * 60 * 60 * 1000


@blueprint.get("/experiments/<int:experiment_id>/protocol")
@staff_only
def show(experiment_id: int) -> str:
    """The protocol that stands, and every one before it."""
    experiment, database = experiment_or_404(experiment_id), doors().database
    protocol = protocols.of_experiment(database, experiment_id)
    return render_template(
        "protocols/one.html",
        experiment=experiment,
        protocol=protocol,
        launched=live_sessions.launched_at(database, experiment_id),
        bases=dict(BASES),
        statuses=dict(INSTRUMENT_STATUSES),
        tests=dict(TESTS),
        between=dict(BETWEEN),
        labels={field.name: field.label.text for field in ProtocolForm()},
    )


@blueprint.route("/experiments/<int:experiment_id>/protocol/edit", methods=["GET", "POST"])
@staff_only
def edit(experiment_id: int) -> Response:
    """The protocol to change: freely until the launch, with a reason afterwards."""
    experiment, database = experiment_or_404(experiment_id), doors().database
    protocol = protocols.of_experiment(database, experiment_id)
    launched = live_sessions.launched_at(database, experiment_id)
    stands = protocol.newest.terms if protocol else Terms()
    form = ProtocolForm(sent(), data=shown(stands))
    questions = asked_questions.known(experiment_id, form.questions_typed)
    likely = partial(asked_questions.likely, found=questions)
    fine = sent() is not None and form.check(launched is not None, questions.get, likely)
    if fine and _is_under_way(experiment_id) and form.empties(stands):
        fine = False
    over, code = beneath(stands), 422 if sent() is not None else 200
    if fine:
        now, account, why, terms = doors().clock(), the_staff().id, form.why.data or "", form.terms()
        amends = launched is not None
        faster = protocols.save(database, experiment_id, terms, why, account, now, amends, base_sent())
        if faster is None:
            return redirect(url_for("protocols.show", experiment_id=experiment_id))
        over, code = both(faster.theirs, form, ProtocolForm(data={**shown(faster.theirs), "why": why})), 409
    form.leave_room()
    told = {"form": form, "launched": launched, "offered": asked_questions.of_experiment(experiment_id)}
    page = render_template("protocols/form.html", experiment=experiment, beneath=over, **told)
    return make_response(page, code)


@blueprint.get("/experiments/<int:experiment_id>/protocol/information")
@staff_only
def sheet(experiment_id: int) -> Response:
    """The information sheet, to read and to print."""
    experiment_or_404(experiment_id)
    return _sheet_page(sheet_of(experiment_id, language_here()))


@blueprint.get("/j/<code>/information")
def to_read(code: str) -> Response:
    """The information sheet for whoever is asked to join."""
    typed = join_codes.read_code(code)
    header = live_sessions.by_code(doors().database, typed) if typed else None
    if header is None:
        refuse_if_too_many("code")
        count("code")
        raise NotFound
    return _sheet_page(sheet_of(header.experiment, language_here()))


def _is_under_way(experiment_id: int) -> bool:
    """Whether somebody may be coming into a session now, and reading what the protocol says."""
    headers = live_sessions.of_experiment(doors().database, experiment_id)
    states = [state_or_404(each.id) for each in headers if each.status != "closed"]
    return any(state.door_open or state.status == "running" for state in states)


def language_here() -> str:
    """The language in which a page shows the sheet. What a document says never depends on it."""
    return request.args.get("language", current_locale())


def sheet_of(experiment_id: int, locale: str) -> Sheet | None:
    """The sheet of an experiment in a language; None while the protocol leaves something open."""
    return sheet_from(informing.of_experiment(doors().database, experiment_id), locale)


def sheet_with(experiment_id: int, terms: Terms, locale: str) -> Sheet | None:
    """The sheet as it was under other terms."""
    known = informing.of_experiment(doors().database, experiment_id)
    return sheet_from(replace(known, terms=terms), locale) if known else None


def sheet_from(told: Informing | None, locale: str) -> Sheet | None:
    """The same, from what was read already."""
    if told is None or told.terms.missing:
        return None
    return information_sheet(told.title, told.terms, tickets.LIFETIME // DAY, "en" if locale == "en" else "fr")


def _sheet_page(found: Sheet | None) -> Response:
    if found is None:
        raise NotFound
    return make_response(render_template("protocols/sheet.html", sheet=found))
