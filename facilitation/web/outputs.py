"""Documents of a session: the PDF, made elsewhere while its progress is shown; contributions as CSV; all as JSON."""

from dataclasses import replace

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.documentation import ExperimentCard, contributions_csv, outcome_json, timeline_csv
from facilitation.domain.format.text import Locale
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.outcome.rendering import RENDERINGS, RESTITUTION
from facilitation.records import experiments, export_journal
from facilitation.records.live_sessions import LiveSession
from facilitation.web.access import header_or_404, staff_only, state_or_404, the_staff
from facilitation.web.beside import beside, beside_the_room
from facilitation.web.documents.alone import card_told, wanted_for
from facilitation.web.documents.asked import unread
from facilitation.web.documents.named import READERS
from facilitation.web.doors import doors
from facilitation.web.jobs import Jobs, let_follow
from facilitation.web.language import NAMES
from facilitation.web.sending import attached

blueprint = Blueprint("outputs", __name__, url_prefix="/sessions/<session_id>")

JOBS = Jobs("jobs")
let_follow(blueprint, JOBS, lambda session_id: header_or_404(session_id).id, "outputs.document", under="/document")


@blueprint.get("/document")
@staff_only
def document(session_id: str) -> Response:
    """What can be made and downloaded; how far the PDF is."""
    header, state = header_or_404(session_id), state_or_404(session_id)
    doors().press.ready()
    return make_response(
        render_template(
            "sessions/document.html",
            header=header,
            state=state,
            experiment=experiments.find(doors().database, header.experiment),
            progress=JOBS.progress(session_id),
            document_locale=JOBS.locale(session_id, header.locale),
            document_rendering=request.args.get("rendering", _readers(session_id)),
            gives=_gives(session_id, header.locale),
            exports=export_journal.of_session(doors().database, session_id)[:10],
        )
    )


@blueprint.post("/document")
@staff_only
def make(session_id: str) -> Response:
    """Begin the PDF."""
    header, state = header_or_404(session_id), state_or_404(session_id)
    wanted: Locale = "en" if request.form.get("language") == "en" else "fr"
    rendering = RENDERINGS.get(request.form.get("rendering", ""), RESTITUTION)

    def gathered() -> tuple[Outcome, ExperimentCard]:
        told = outcome(state, rendering, wanted_for(header, wanted, rendering))
        card = card_told(header, told, wanted, rendering)
        return told, replace(card, unread=unread(header.experiment, rendering))

    told, card = beside(gathered)
    job = doors().press.start(told, wanted, doors().clock(), card)
    JOBS.remember(session_id, job, wanted, (rendering.name,))
    return redirect(url_for("outputs.document", session_id=session_id, rendering=rendering.name))


@blueprint.get("/document.pdf")
@staff_only
def download_pdf(session_id: str) -> Response:
    """The PDF that was made; where there is none, the page to make it."""
    header = header_or_404(session_id)
    made = JOBS.made(session_id)
    if made is None:
        return redirect(url_for("outputs.document", session_id=session_id))
    whom = READERS[_readers(session_id)].said_in(JOBS.locale(session_id, header.locale))
    return _send(header, made, "pdf", "application/pdf", f"documentation-{whom}")


@blueprint.get("/contributions.csv")
@staff_only
@beside_the_room
def download_csv(session_id: str) -> Response:
    """The contributions, one per row."""
    header = header_or_404(session_id)
    return _send(header, contributions_csv(_with_tests(header)), "csv", "text/csv", _for("contributions"))


@blueprint.get("/timeline.csv")
@staff_only
@beside_the_room
def download_timeline(session_id: str) -> Response:
    """The run sheet as planned, changed and played, one step per row."""
    header, state = header_or_404(session_id), state_or_404(session_id)
    return _send(header, timeline_csv(outcome(state)), "csv", "text/csv", _for("timeline"))


@blueprint.get("/outcome.json")
@staff_only
@beside_the_room
def download_json(session_id: str) -> Response:
    """The whole outcome, for programs."""
    header = header_or_404(session_id)
    return _send(header, outcome_json(_with_tests(header)), "json", "application/json", _for("outcome"))


def _with_tests(header: LiveSession) -> Outcome:
    return outcome(state_or_404(header.id), wanted=wanted_for(header, header.locale))


def _readers(session_id: str) -> str:
    """For whom the record was asked that is made, or else is to be offered."""
    match JOBS.of(session_id):
        case (str(name),) if name in RENDERINGS:
            return name
    return RESTITUTION.name


def _gives(session_id: str, otherwise: Locale) -> str:
    inside = _readers(session_id) == RESTITUTION.name
    whom = gettext("For those who took part, and the team") if inside else gettext("For readers outside")
    return f"{whom} · {NAMES[JOBS.locale(session_id, otherwise)]}"


def _for(name: str) -> str:
    """Data of a session are for those who took part and the team: the file says so, as a record does."""
    return f"{name}-{READERS[RESTITUTION.name].said_in('en')}"


def _send(header: LiveSession, body: bytes | str, ending: str, kind: str, name: str) -> Response:
    export_journal.note(doors().database, the_staff().id, header.id, ending, doors().clock())
    return attached(body, kind, f"{name}-{header.id}.{ending}")
