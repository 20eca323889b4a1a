"""Reading a dossier with a withdrawal code: what it says, one's own words in it; contesting, finding it right."""

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.twin import twin
from facilitation.records import experiments, join_codes, live_sessions, tickets
from facilitation.records.experiments import Experiment
from facilitation.records.reading import Said, Window, objections, windows
from facilitation.web.access import state_or_404
from facilitation.web.beside import beside_the_room
from facilitation.web.doors import doors
from facilitation.web.forms.fields import sent
from facilitation.web.forms.joining import CodeForm
from facilitation.web.forms.reading import ObjectionForm
from facilitation.web.limits import count, refuse_if_too_many
from facilitation.web.reading.own_words import printed_of
from facilitation.web.reading.passages import Passage, dossier_to_read, language_of, passages_of, the_own, the_whole
from facilitation.web.seats import open_slip, person_here, seats_held
from facilitation.web.sending import attached

blueprint = Blueprint("reading", __name__, url_prefix="/reading")


@blueprint.get("")
def entrance() -> str:
    """The code of a slip, or what this browser may read by its seats."""
    held = [seat.session for seat in seats_held() if _window_of(seat.session)]
    found = [live_sessions.find(doors().database, session) for session in held]
    return _entrance(CodeForm(), [each for each in found if each])


@blueprint.post("")
def typed() -> Response:
    """Open what a code leads to. A wrong one, and one whose time is over, get the same answer."""
    form = CodeForm(sent())
    code = join_codes.read_code(form.code.data or "", join_codes.SLIP_LENGTH)
    kept = tickets.find(doors().database, code, "slip") if code else None
    if kept is None or kept.expires_at <= doors().clock():
        refuse_if_too_many("slip")
        count("slip")
        form.validate()
        form.code.errors = [
            gettext(
                "Nothing can be read with this code today. Check its letters, or ask the team who ran the workshop."
            )
        ]
        return make_response(_entrance(form, []), 422)
    open_slip(kept, code or "")
    return redirect(url_for("reading.show", session_id=kept.session))


@blueprint.get("/<session_id>")
@beside_the_room
def show(session_id: str) -> Response:
    """What the dossier says, passage by passage; one's own words; what one has said of it."""
    person = person_here(session_id)
    if person is None:
        return redirect(url_for("reading.entrance"))
    experiment, window = _experiment(session_id), _window_of(session_id)
    said_of_it = objections.of_person(doors().database, session_id, person)
    if window is None:
        last = _last(experiment.id)
        page = render_template("reading/closed.html", session_id=session_id, ever=last, said_of_it=said_of_it)
        return make_response(page)
    locale = language_of(experiment)
    told = dossier_to_read(experiment, locale)
    passages = passages_of(experiment, told, locale)
    page = render_template(
        "reading/one.html",
        experiment=experiment,
        session_id=session_id,
        window=window,
        written_in=locale,
        question=told.question,
        passages=passages,
        titles={each.about: each.title for each in passages},
        mine=printed_of(state_or_404(session_id), person),
        said_of_it=said_of_it,
        confirmed=windows.has_confirmed(doors().database, window.id, session_id, person),
    )
    return make_response(page)


@blueprint.route("/<session_id>/contest/<about>", methods=["GET", "POST"])
@beside_the_room
def contest(session_id: str, about: str) -> Response:
    """Say what is not right in one passage."""
    person, form = person_here(session_id), ObjectionForm(sent())
    if person is None or _window_of(session_id) is None:
        return redirect(url_for("reading.show", session_id=session_id))
    experiment = _experiment(session_id)
    passage = _passage(experiment, session_id, person, about)
    if request.method == "POST" and form.validate():
        said = Said(session_id, person, about, form.words.data or "", bool(form.outside.data))
        if objections.add(doors().database, experiment.id, said, doors().clock()):
            flash(gettext("Thank you. Your words are kept, and will be printed beside what you contest."), "good")
            return redirect(url_for("reading.show", session_id=session_id) + "#said")
        form.words.errors = [too_many()]
    page = render_template("reading/contest.html", session_id=session_id, passage=passage, form=form)
    return make_response(page, 422 if request.method == "POST" else 200)


@blueprint.post("/<session_id>/objections/<int:objection_id>/withdraw")
def take_back(session_id: str, objection_id: int) -> Response:
    """Erase what one said, whether the window is open or not."""
    person = person_here(session_id)
    if person is None:
        return redirect(url_for("reading.entrance"))
    gone = objections.withdraw(doors().database, objection_id, session_id, person)
    if gone:
        doors().words_taken_back(session_id, (gone.said.words,))
        flash(gettext("Withdrawn: these words are erased."), "good")
    return redirect(url_for("reading.show", session_id=session_id))


@blueprint.post("/<session_id>/confirm")
def confirm(session_id: str) -> Response:
    """Say that one has read it, and that it is right."""
    person, window = person_here(session_id), _window_of(session_id)
    if person is not None and window is not None:
        windows.confirm(doors().database, window.id, session_id, person)
        flash(gettext("Thank you. It is noted, without your name."), "good")
        return redirect(url_for("reading.show", session_id=session_id) + "#fine")
    return redirect(url_for("reading.show", session_id=session_id))


@blueprint.post("/<session_id>/confirm/withdraw")
def no_longer_right(session_id: str) -> Response:
    """Take that back, while it can be read."""
    person, window = person_here(session_id), _window_of(session_id)
    if person is not None and window is not None:
        windows.take_back(doors().database, session_id, person, window.id)
        flash(gettext("Taken back: nobody will be told that you find it right."), "good")
        return redirect(url_for("reading.show", session_id=session_id) + "#fine")
    return redirect(url_for("reading.show", session_id=session_id))


@blueprint.get("/<session_id>/document")
@beside_the_room
def document(session_id: str) -> Response:
    """The whole document, as those who took part may have it, as one file to keep."""
    if person_here(session_id) is None or _window_of(session_id) is None:
        return redirect(url_for("reading.show", session_id=session_id))
    experiment = _experiment(session_id)
    locale = language_of(experiment)
    told = dossier_to_read(experiment, locale)
    made = twin(dossier_html(told, locale, doors().clock(), "research"))
    return attached(made, "text/html", "document.html")


def too_many() -> str:
    """Why an objection more is not kept."""
    most = objections.MOST_OF_ONE
    return str(
        gettext(
            "%(most)s things are contested with this code already, as many as are kept for one person. Withdraw one of "
            "them first, or put several into one.",
            most=most,
        )
    )


def _entrance(form: CodeForm, held: object) -> str:
    return render_template("reading/entrance.html", form=form, held=held)


def _experiment(session_id: str) -> Experiment:
    header = live_sessions.find(doors().database, session_id)
    found = experiments.find(doors().database, header.experiment) if header else None
    if found is None:
        raise NotFound
    return found


def _window_of(session_id: str) -> Window | None:
    header = live_sessions.find(doors().database, session_id)
    return windows.open_now(doors().database, header.experiment, doors().clock()) if header else None


def _last(experiment: int) -> Window | None:
    found = windows.of_experiment(doors().database, experiment)
    return found[-1] if found else None


def _passage(experiment: Experiment, session_id: str, person: str, about: str) -> Passage:
    locale = language_of(experiment)
    shown = (the_whole(), *passages_of(experiment, dossier_to_read(experiment, locale), locale))
    found = next((each for each in shown if each.about == about), None)
    return found or _of_mine(session_id, person, about)


def _of_mine(session_id: str, person: str, about: str) -> Passage:
    """One's own words: how they were understood may be contested too."""
    for each in printed_of(state_or_404(session_id), person):
        if each.ref and about == f"said:{each.ref}":
            return the_own(about, each.mine.words)
    raise NotFound
