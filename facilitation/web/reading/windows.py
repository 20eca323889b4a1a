"""The team's side of reading: opening and closing it, what is contested, what somebody says who has no phone."""

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.projections.outcome.consent import counted_events
from facilitation.records import join_codes, live_sessions, tickets
from facilitation.records.experiments import Experiment
from facilitation.records.reading import Said, objections, windows
from facilitation.records.reading.objections import State
from facilitation.records.tickets import Ticket
from facilitation.web import addresses
from facilitation.web.access import staff_only, the_staff
from facilitation.web.beside import beside_the_room
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.forms.fields import offered, sent
from facilitation.web.forms.reading import EndForm, SpokenForm, WindowForm
from facilitation.web.limits import count, refuse_if_too_many
from facilitation.web.live import picture_of
from facilitation.web.reading.pages import too_many
from facilitation.web.reading.passages import Passage, dossier_to_read, language_of, passages_of, the_whole

blueprint = Blueprint("windows", __name__, url_prefix="/experiments/<int:experiment_id>/reading")

DAY = 24 * 60 * 60 * 1000
REVIEWS: dict[str, State] = {"print": "printed", "without": "wordless"}


@blueprint.get("")
@staff_only
@beside_the_room
def show(experiment_id: int) -> Response:
    """Whether it is open, what is contested, what may be recorded."""
    return _page(experiment_id, WindowForm(), SpokenForm())


@blueprint.post("")
@staff_only
@beside_the_room
def begin(experiment_id: int) -> Response:
    """Open it, or let the one that is open close on another day."""
    form, now = WindowForm(sent()), doors().clock()
    experiment_or_404(experiment_id)
    if not form.validate():
        return _page(experiment_id, form, SpokenForm(), 422)
    until, here = now + form.days.data * DAY, windows.open_now(doors().database, experiment_id, now)
    why = form.unread_why.data or ""
    if here:
        windows.move(doors().database, here, until, "", now)
    elif not why and not windows.tickets_left(doors().database, experiment_id, now):
        form.unread_why.errors = [
            gettext("No withdrawal code works any more. Say why you open it all the same: the document prints it.")
        ]
        return _page(experiment_id, form, SpokenForm(), 422)
    else:
        windows.begin(doors().database, experiment_id, until, the_staff().id, now, why)
    flash(
        gettext("It can be read. Give the link to those who took part, and print it for those without a phone."), "good"
    )
    return _back(experiment_id)


@blueprint.post("/end")
@staff_only
def end(experiment_id: int) -> Response:
    """Close it before its day, for a reason that is printed."""
    form, now = EndForm(sent()), doors().clock()
    here = windows.open_now(doors().database, experiment_id, now)
    if here is None:
        raise NotFound
    if not form.validate():
        flash(gettext("Say why it closes before its day: the document prints it."), "bad")
    else:
        windows.move(doors().database, here, now, form.why.data, now)
    return _back(experiment_id)


@blueprint.post("/objections/<int:objection_id>")
@staff_only
def review(experiment_id: int, objection_id: int) -> Response:
    """Print an objection, or print it without words that would tell who somebody is."""
    state = REVIEWS.get(request.form.get("what", ""))
    if state is None:
        raise NotFound
    objections.review(doors().database, experiment_id, objection_id, state)
    if state == "wordless":
        _throw_away(experiment_id)
    return redirect(url_for("windows.show", experiment_id=experiment_id) + "#contested")


def _throw_away(experiment_id: int) -> None:
    """A document that was made before may hold words that tell who somebody is."""
    doors().archives.forget()
    for each in live_sessions.of_experiment(doors().database, experiment_id):
        doors().press.forget(each.id)


@blueprint.post("/spoken")
@staff_only
@beside_the_room
def spoken(experiment_id: int) -> Response:
    """What somebody said or wrote on paper, whose withdrawal code is at hand."""
    form = _spoken(experiment_id, True)
    here = windows.open_now(doors().database, experiment_id, doors().clock())
    if here is None:
        flash(gettext("Nobody can read it now, so nothing more is recorded: open it for reading first."), "bad")
        return _page(experiment_id, WindowForm(), form, 422)
    ticket = _ticket(experiment_id, form)
    if ticket and request.form.get("what") == "right":
        windows.confirm(doors().database, here.id, ticket.session, ticket.person)
        flash(gettext("Noted: they find it right."), "good")
        return _back(experiment_id)
    if not form.validate() or ticket is None:
        form.validate()
        if ticket is None:
            form.code.errors = [gettext("Nothing can be read with this code today. Check its letters.")]
        return _page(experiment_id, WindowForm(), form, 422)
    said = Said(ticket.session, ticket.person, form.about.data, form.words.data or "", bool(form.outside.data))
    if not objections.add(doors().database, experiment_id, said, doors().clock()):
        form.words.errors = [too_many()]
        return _page(experiment_id, WindowForm(), form, 422)
    flash(gettext("Kept. It waits below to be read, like the others."), "good")
    return _back(experiment_id)


@blueprint.get("/notice")
@staff_only
def notice(experiment_id: int) -> str:
    """A sheet to print: the link with its QR code, until when, and lines to write on for those without a phone."""
    experiment = experiment_or_404(experiment_id)
    here = windows.open_now(doors().database, experiment_id, doors().clock())
    address = addresses.base() + url_for("reading.entrance")
    return render_template("reading/notice.html", experiment=experiment, window=here, address=address)


@blueprint.get("/qr.svg")
@staff_only
def qr(experiment_id: int) -> Response:
    """The way in, to be photographed."""
    experiment_or_404(experiment_id)
    return picture_of(addresses.base() + url_for("reading.entrance"))


def _ticket(experiment_id: int, form: SpokenForm) -> Ticket | None:
    code = join_codes.read_code(form.code.data or "", join_codes.SLIP_LENGTH)
    kept = tickets.find(doors().database, code, "slip") if code else None
    header = live_sessions.find(doors().database, kept.session) if kept else None
    fits = header is not None and header.experiment == experiment_id
    if kept is None or not fits or kept.expires_at <= doors().clock():
        refuse_if_too_many("slip")
        count("slip")
        return None
    return kept


def _spoken(experiment_id: int, was_sent: bool) -> SpokenForm:
    form = SpokenForm(sent() if was_sent else None)
    form.about.choices = offered([(each.about, each.title) for each in _passages(experiment_or_404(experiment_id))])
    return form


def _passages(experiment: Experiment) -> tuple[Passage, ...]:
    locale = language_of(experiment)
    return (the_whole(), *passages_of(experiment, dossier_to_read(experiment, locale), locale))


def _back(experiment_id: int) -> Response:
    return redirect(url_for("windows.show", experiment_id=experiment_id))


def _page(experiment_id: int, window_form: WindowForm, spoken_form: SpokenForm, code: int = 200) -> Response:
    experiment, database, now = experiment_or_404(experiment_id), doors().database, doors().clock()
    passages = _passages(experiment)
    spoken_form.about.choices = offered([(each.about, each.title) for each in passages])
    found = windows.of_experiment(database, experiment_id)
    page = render_template(
        "reading/windows.html",
        experiment=experiment,
        here=windows.open_now(database, experiment_id, now),
        # As documents count them: who looks at this page while one person confirms must not learn that they did.
        before=[(each, counted_events(windows.confirmed(database, each.id))) for each in found],
        tickets_left=windows.tickets_left(database, experiment_id, now),
        objections=objections.of_experiment(database, experiment_id),
        titles={each.about: each.title for each in passages},
        address=addresses.base() + url_for("reading.entrance"),
        form=window_form,
        end_form=EndForm(),
        spoken_form=spoken_form,
    )
    return make_response(page, code)
