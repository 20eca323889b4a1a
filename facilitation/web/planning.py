"""Planning a session: choosing a format, adjusting it, and beginning its log."""

import secrets
from collections.abc import Mapping
from datetime import date

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.desk import Turned
from facilitation.domain.commands import By, PlanSession
from facilitation.domain.format import Format, SettingValue
from facilitation.domain.format.text import Locale
from facilitation.domain.lengths import length_of
from facilitation.domain.reasons import sentence
from facilitation.formats import Reading
from facilitation.records import demonstration, experiments, live_sessions
from facilitation.records.live_sessions import LiveSession
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import Doors, doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.formats.library import found, usual_minutes
from facilitation.web.forms.fields import sent
from facilitation.web.forms.planning import PlanForm, plan_form
from facilitation.web.language import current_locale, said

blueprint = Blueprint("planning", __name__, url_prefix="/experiments/<int:experiment_id>/sessions")

DEMONSTRATED = "one-two-four-all"


@blueprint.get("/new")
@staff_only
def new(experiment_id: int) -> Response:
    """First the choice of a format, then its form."""
    experiment = experiment_or_404(experiment_id)
    name = request.args.get("format", "")
    if not name:
        return make_response(render_template("planning/choose.html", experiment=experiment, **found()))
    _, form = _reading(name)
    fields = plan_form(form, usual_minutes(form))(title=said(form.title), locale=current_locale())
    return _page(experiment_id, form, fields)


@blueprint.post("/new")
@staff_only
def add(experiment_id: int) -> Response:
    """Plan the session, or show what to mend; nothing that was typed is lost."""
    experiment_or_404(experiment_id)
    reading, form = _reading(request.args.get("format", ""))
    fields = plan_form(form, usual_minutes(form))(sent())
    fields.validate()
    values = fields.read_settings(form)
    if not fields.flawless():
        return _page(experiment_id, form, fields, 422)
    locale: Locale = "en" if fields.locale.data == "en" else "fr"
    header = live_sessions.prepare(
        experiment_id, fields.title.data or "", form.id, locale, fields.date(), doors().clock(), fields.invited.data
    )
    planned = plan(doors(), header, reading, values, fields.minutes(), By("facilitator", str(the_staff().id)))
    if isinstance(planned, Turned):
        flash(said(sentence(planned.refused)), "bad")
        return _page(experiment_id, form, fields, 409)
    flash(gettext("The session is planned."), "good")
    return redirect(url_for("sessions.show", session_id=header.id))


def plan(
    into: Doors,
    header: LiveSession,
    reading: Reading,
    settings: Mapping[str, SettingValue],
    minutes: Mapping[str, int],
    by: By,
) -> Turned | None:
    """Keep the header of a session and begin its log; or why not."""
    if reading.format is None:
        raise NotFound
    command = PlanSession(
        session=header.id,
        title=header.title,
        locale=header.locale,
        format=reading.format,
        source=reading.source,
        digest=reading.digest,
        seed=secrets.randbits(48),
        settings=settings,
        minutes=minutes,
    )
    # The header first: a log without one could never be found, a header without a log is swept at the next start.
    live_sessions.add(into.database, header)
    begun = False
    try:
        receipt = into.desk.plan(command, by)
        begun = not isinstance(receipt, Turned)
    finally:
        if not begun:
            live_sessions.remove(into.database, header.id)
    return receipt if isinstance(receipt, Turned) else None


def ensure_demonstration(into: Doors) -> None:
    """Plan the demonstration session of an empty house. Nothing happens where experiments exist."""
    reading = into.library.reading(DEMONSTRATED)
    if reading is None or reading.format is None:
        return
    now = into.clock()
    experiment = demonstration.ensure(into.database, now)
    if experiment is None:
        return
    title = f"{reading.format.title.fr} (démonstration)"
    header = live_sessions.prepare(experiment, title, DEMONSTRATED, "fr", date.fromtimestamp(now / 1000), now)
    plan(into, header, reading, {}, {}, By("facilitator", "demonstration"))


def _reading(name: str) -> tuple[Reading, Format]:
    reading = doors().library.reading(name)
    if reading is None or reading.format is None:
        raise NotFound
    return reading, reading.format


def _page(experiment_id: int, form: Format, fields: PlanForm, code: int = 200) -> Response:
    experiment = experiments.find(doors().database, experiment_id)
    page = render_template(
        "planning/form.html", experiment=experiment, form=fields, format=form, length=length_of(form)
    )
    return make_response(page, code)
