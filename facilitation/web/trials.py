"""Trying a format out: beginning a trial, watching and steering it, and what came of it."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, flash, jsonify, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as Answer

from facilitation.documentation import ExperimentCard, contributions_csv, outcome_json
from facilitation.documentation.progress import Progress
from facilitation.domain.format import Format
from facilitation.domain.format.text import Locale
from facilitation.domain.session import Session
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.words import filled
from facilitation.rehearsal import remarks
from facilitation.rehearsal.trial import MOST_AT_ONCE, SPEEDS, Order, TooMany, Trial
from facilitation.web.access import header_or_404, staff_only, state_or_404, the_staff
from facilitation.web.beside import beside
from facilitation.web.doors import doors
from facilitation.web.errors import Trouble, show
from facilitation.web.formats.library import reading_or_404, usual_minutes
from facilitation.web.forms.fields import sent
from facilitation.web.forms.trials import SPEEDS as SPEEDS_SAID
from facilitation.web.forms.trials import TrialForm, trial_form, usual
from facilitation.web.jobs import progress_facts
from facilitation.web.language import current_locale, said
from facilitation.web.sending import attached
from facilitation.web.trial_screens import phones_of

blueprint = Blueprint("trials", __name__)


@blueprint.get("/trials")
@staff_only
def show_all() -> str:
    """The trials that are under way or still kept."""
    return render_template("trials/all.html", trials=_own())


@blueprint.route("/formats/<name>/trial", methods=["GET", "POST"])
@staff_only
def of_format(name: str) -> Answer:
    """Try a format of the library."""
    reading = reading_or_404(name)
    form = reading.format
    if form is None:
        raise NotFound
    fields = trial_form(form, usual_minutes(form))(sent(), data={**usual(form), "locale": current_locale()})
    values = fields.read_settings(form) if request.method == "POST" and fields.validate() else {}
    return _begin(form, fields, None, {"settings": values, "source": reading.source, "digest": reading.digest})


@blueprint.route("/sessions/<session_id>/trial", methods=["GET", "POST"])
@staff_only
def of_session(session_id: str) -> Answer:
    """Try a session that is planned, with its own format, settings and durations."""
    header, state = header_or_404(session_id), state_or_404(session_id)
    form = state.format
    if form is None:
        raise NotFound
    fields = trial_form(form, None)(sent(), data={**usual(form), "locale": header.locale})
    if request.method == "POST":
        fields.validate()
    plan = {
        "settings": state.settings,
        "minutes": state.minutes,
        "source": state.source,
        "digest": state.digest,
        "planned": header.id,
    }
    return _begin(form, fields, header.title, plan)


def _begin(form: Format, fields: TrialForm, planned: str | None, plan: dict[str, Any]) -> Answer:
    if request.method != "POST":
        return _form_page(form, fields, planned)
    if not fields.flawless():
        return _form_page(form, fields, planned, 422)
    locale: Locale = "en" if fields.locale.data == "en" else "fr"
    order = Order(
        form=form,
        participants=fields.participants.data or usual(form)["participants"],
        seed=fields.seed.data or 1,
        locale=locale,
        speed=fields.speed.data,
        surprises=bool(fields.surprises.data),
        slot_minutes=fields.slot.data,
        by=str(the_staff().id),
        **{"minutes": fields.minutes(), **plan},
    )
    try:
        trial = doors().trials.start(order)
    except TooMany:
        flash(
            gettext("%(count)s rehearsals are running already: end one, or wait a little.", count=MOST_AT_ONCE), "bad"
        )
        return _form_page(form, fields, planned, 409)
    return redirect(url_for("trials.watch", trial_id=trial.id))


@blueprint.get("/trials/<trial_id>")
@staff_only
def watch(trial_id: str) -> Answer:
    """The screens side by side while it runs; afterwards what came of it."""
    trial = doors().trials.find(trial_id)
    if trial is None:
        return _gone()
    trial.look()
    if trial.state != "running":
        return make_response(render_template("trials/result.html", trial=trial, **_result(trial)))
    return make_response(
        render_template(
            "trials/watch.html", trial=trial, facts=_facts(trial), speeds=SPEEDS_SAID, phones=phones_of(trial)
        )
    )


@blueprint.get("/trials/<trial_id>/state.json")
@staff_only
def state(trial_id: str) -> Answer:
    """How far it is, for the page."""
    trial = doors().trials.find(trial_id)
    if trial is None:
        return jsonify({"over": True})
    trial.look()
    return jsonify(_facts(trial))


DEEDS: dict[str, Callable[[Trial], None]] = {
    "pause": Trial.pause,
    "go": Trial.go_on,
    "step": Trial.step,
    "stop": Trial.stop,
    "lead": lambda trial: trial.lead(True),
    "follow": lambda trial: trial.lead(False),
}
"""What the buttons of the page do."""


@blueprint.post("/trials/<trial_id>/do")
@staff_only
def do(trial_id: str) -> Answer:
    """Hold it, let it go on, go one step, lead by hand, change the speed, end it."""
    trial, what, speed = trial_or_404(trial_id), request.form.get("what", ""), request.form.get("speed", "")
    trial.look()
    if what in DEEDS:
        DEEDS[what](trial)
    elif what == "speed" and speed in SPEEDS:
        trial.hurry(speed)
    if what == "stop":
        trial.wait()
    if request.accept_mimetypes.best_match(("text/html", "application/json")) == "application/json":
        return jsonify(_facts(trial))
    return redirect(url_for("trials.watch", trial_id=trial_id))


@blueprint.post("/trials/<trial_id>/forget")
@staff_only
def forget(trial_id: str) -> Answer:
    """Keep nothing of it."""
    doors().trials.forget(trial_id)
    flash(gettext("The rehearsal is deleted."), "good")
    return redirect(url_for("trials.show_all"))


@blueprint.get("/trials/<trial_id>/record.json")
@staff_only
def progress(trial_id: str) -> Answer:
    """How far the sample PDF is, for the progress bar."""
    found = _document(trial_or_404(trial_id))
    page = url_for("trials.watch", trial_id=trial_id)
    return jsonify(progress_facts(found, page))


@blueprint.get("/trials/<trial_id>/<any(pdf, csv, json):kind>")
@staff_only
def download(trial_id: str, kind: str) -> Answer:
    """The sample record, or its data. The name of the file says that it is a rehearsal."""
    trial = trial_or_404(trial_id)
    played = _played(trial)
    if played is None:
        raise NotFound
    body: bytes | str | None
    match kind:
        case "pdf":
            body = doors().press.result(_job(trial, played))
        case "csv":
            body = beside(lambda: contributions_csv(outcome(played)))
        case _:
            body = beside(lambda: outcome_json(outcome(played)))
    if body is None:
        return redirect(url_for("trials.watch", trial_id=trial_id))
    types = {"pdf": "application/pdf", "csv": "text/csv", "json": "application/json"}
    return attached(body, types[kind], f"essai-a-blanc-{trial.order.form.id}.{kind}")


def trial_or_404(trial_id: str) -> Trial:
    """The trial of this name."""
    found = doors().trials.find(trial_id)
    if found is None:
        raise NotFound
    return found


def _facts(trial: Trial) -> dict[str, Any]:
    over, planned = trial.progress
    return {
        "over": trial.state != "running",
        "url": url_for("trials.watch", trial_id=trial.id),
        "paused": trial.paused,
        "byHand": trial.by_hand,
        "speed": trial.speed,
        "done": over,
        "total": planned,
        "said": _said(trial),
        "phones": phones_of(trial),
    }


def _said(trial: Trial) -> str:
    session = trial.session
    over, of = trial.progress
    if session is None or session.status == "waiting":
        count = len(session.people) if session else 0
        return str(gettext("People arrive: %(count)s of %(of)s are there.", count=count, of=trial.order.participants))
    now = session.now_playing
    title = said(filled(session, now.stage.title, now)) if now else ""
    return str(gettext("Stage %(number)s of %(of)s: %(title)s", number=min(over + 1, of), of=of, title=title))


def _result(trial: Trial) -> dict[str, Any]:
    played = _played(trial)
    if played is None or trial.rehearsal is None:
        return {"remarks": (), "lines": (), "progress": None, "played": False}
    found = trial.rehearsal.findings
    waits = {wait.step: wait for wait in found.waits}
    lines = [
        (filled(played, planned.stage.title, planned), step, waits.get(step.step))
        for step in found.steps
        if (planned := played.planned(step.step))
    ]
    return {
        "remarks": remarks(played, found, trial.state == "stopped"),
        "lines": lines,
        "progress": _document(trial),
        "played": True,
    }


def _played(trial: Trial) -> Session | None:
    """The session as it ended, if it ever began."""
    session = trial.rehearsal.session if trial.rehearsal and trial.state != "running" else None
    return session if session and session.started_at is not None else None


def _document(trial: Trial) -> Progress | None:
    played = _played(trial)
    return doors().press.progress(_job(trial, played)) if played else None


def _job(trial: Trial, played: Session) -> str:
    """The sample record; asking again for what is made or being made changes nothing."""
    made_at = trial.rehearsal.ended_at if trial.rehearsal else trial.ended_at
    told = beside(lambda: outcome(played))
    return doors().press.start(told, trial.order.locale, made_at, ExperimentCard())


def _form_page(form: Format, fields: TrialForm, planned: str | None, code: int = 200) -> Answer:
    page = render_template("trials/form.html", format=form, form=fields, planned=planned, trials=_own())
    return make_response(page, code)


def _own() -> list[Trial]:
    """Those of whoever is signed in; all of them, for an administrator."""
    account = the_staff()
    return [each for each in doors().trials.all() if account.role == "admin" or each.order.by == str(account.id)]


def _gone() -> Answer:
    title = gettext("This rehearsal is no longer there")
    advice = gettext("Rehearsals are kept for some hours, and not over a restart of the server. Begin a new one.")
    return show(Trouble(title, advice, url_for("library.show_all"), gettext("Choose a format")), 404)
