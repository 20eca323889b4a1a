"""The journal of a session: everything that happened, to be read, filtered, printed and downloaded by the team."""

from functools import partial

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.desk import Envelope, Turned
from facilitation.documentation import observations_csv, observations_json
from facilitation.domain.commands import By, Command, DropCount, DropExcerpt, EraseObservation, KeepCount, KeepExcerpt
from facilitation.domain.reasons import sentence
from facilitation.projections.journal import KINDS, Entry, Told, grid_lines, journal
from facilitation.records import export_journal, restorations
from facilitation.records.travelling import ELSEWHERE
from facilitation.web.access import header_or_404, staff_only, state_or_404, the_staff
from facilitation.web.beside import beside, beside_the_room
from facilitation.web.doors import doors
from facilitation.web.forms.fields import tidy
from facilitation.web.language import current_locale, said
from facilitation.web.rights import may_in_session
from facilitation.web.saying import login
from facilitation.web.sending import attached

blueprint = Blueprint("journal", __name__, url_prefix="/sessions/<session_id>/journal")


@blueprint.get("")
@staff_only
@beside_the_room
def show(session_id: str) -> str:
    """What happened, in the order in which it did; all of it, or the kinds that are asked for."""
    return _page(session_id)


@blueprint.post("/lines")
@staff_only
def promote(session_id: str) -> Response:
    """Promote a line of the grid to the documentation, with what observers count there, or keep it out of it."""
    header_or_404(session_id)
    line = request.form.get("line", "")
    command = KeepCount(line) if request.form.get("do") == "keep" else DropCount(line)
    receipt = doors().desk.submit(session_id, Envelope(By("facilitator", str(the_staff().id)), command))
    if isinstance(receipt, Turned):
        flash(said(sentence(receipt.refused)), "bad")
    else:
        flash(_done(command), "good")
    kinds = request.args.getlist("kind")
    return redirect(url_for("journal.show", session_id=session_id, kind=kinds, _anchor="grid"), 303)


@blueprint.post("/<note>")
@staff_only
def decide(session_id: str, note: str) -> Response | tuple[str, int]:
    """Promote words of an observer's note to the documentation, keep it out of it, or erase it."""
    header_or_404(session_id)
    command = _asked(note)
    receipt = doors().desk.submit(session_id, Envelope(By("facilitator", str(the_staff().id)), command))
    if isinstance(receipt, Turned):
        why, typed = {note: said(sentence(receipt.refused))}, tidy(request.form.get("excerpt", ""))
        return beside(lambda: _page(session_id, why, typed)), 422
    flash(_done(command), "good")
    kinds = request.args.getlist("kind")
    return redirect(url_for("journal.show", session_id=session_id, kind=kinds, _anchor=note), 303)


@blueprint.get("/observations.csv")
@staff_only
@beside_the_room
def download_csv(session_id: str) -> Response:
    """Every observer's note and count, for the team."""
    state = state_or_404(session_id)
    return _send(session_id, observations_csv(state, current_locale()), "csv", "text/csv")


@blueprint.get("/observations.json")
@staff_only
@beside_the_room
def download_json(session_id: str) -> Response:
    """The same, for programs."""
    return _send(session_id, observations_json(state_or_404(session_id)), "json", "application/json")


def _page(session_id: str, troubles: dict[str, str] | None = None, typed: str = "") -> str:
    header, state = header_or_404(session_id), state_or_404(session_id)
    wanted = [kind for kind in KINDS if kind in request.args.getlist("kind")]
    restored = restorations.of_experiment(doors().database, header.experiment)
    told = journal(state, (Told(one.event, one.by) for one in doors().desk.story(session_id)))
    # A private note stays with those who facilitate; who only writes the documentation reads the rest.
    runs = may_in_session(the_staff(), session_id, "run")
    entries = [entry for entry in told if runs or entry.kind != "note"]
    return render_template(
        "sessions/journal.html",
        header=header,
        state=state,
        entries=[entry for entry in entries if not wanted or entry.kind in wanted],
        kinds=[(kind, label, sum(entry.kind == kind for entry in entries)) for kind, label in KINDS.items()],
        kinds_said=KINDS,
        wanted=wanted,
        grid=grid_lines(state),
        troubles=troubles or {},
        typed=typed,
        who=partial(_who, restored.restored_at if restored else 0),
    )


def _who(restored_at: int, entry: Entry) -> str:
    """Who did something: an account, or an observer by number. The clock and the room are nobody.

    Before a session came here in an archive, the numbers of accounts were those of another house.
    """
    if entry.observer is not None:
        return str(gettext("Observer %(number)s", number=entry.observer))
    if not entry.by.isdigit():
        return entry.by
    return login(ELSEWHERE if entry.at < restored_at else int(entry.by))


def _asked(note: str) -> Command:
    match request.form.get("do"):
        case "keep":
            return KeepExcerpt(note, tidy(request.form.get("excerpt", "")))
        case "erase":
            return EraseObservation(note)
    return DropExcerpt(note)


def _done(command: Command) -> str:
    match command:
        case KeepExcerpt():
            return str(gettext("This excerpt is in the documentation, marked as observed."))
        case EraseObservation():
            return str(gettext("The note is erased."))
        case KeepCount():
            return str(gettext("This line and its counts are in the documentation, marked as observed."))
        case DropCount():
            return str(gettext("This line is no longer in the documentation."))
    return str(gettext("This note is no longer in the documentation."))


def _send(session_id: str, body: bytes, ending: str, kind: str) -> Response:
    header = header_or_404(session_id)
    export_journal.note(doors().database, the_staff().id, header.id, ending, doors().clock())
    return attached(body, kind, f"observations-{header.id}.{ending}")
