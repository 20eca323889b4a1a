"""A participant's own contributions: read, change while the stage is open, withdraw any time. No script needed."""

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.desk import Envelope, Turned
from facilitation.domain.commands import (
    By,
    ChangeConsents,
    EditCard,
    GiveAnswer,
    ParticipantCommand,
    WithdrawAnswer,
    WithdrawCard,
)
from facilitation.domain.reasons import sentence
from facilitation.records import informing, join_codes, later, live_sessions, tickets
from facilitation.records.reading import Objection, objections, windows
from facilitation.records.tickets import Ticket
from facilitation.web.access import header_or_404, state_or_404
from facilitation.web.contributions import Mine, find_mine, mine_of, read_value
from facilitation.web.cookies import give_cookie
from facilitation.web.doors import doors
from facilitation.web.errors import Trouble, show
from facilitation.web.forms.fields import sent, tidy
from facilitation.web.forms.joining import CodeForm, ConsentForm, agreed, shown
from facilitation.web.language import said
from facilitation.web.limits import count, refuse_if_too_many
from facilitation.web.pairing import keep_code
from facilitation.web.reading.taking_back import take_all_back
from facilitation.web.seats import (
    close_slip,
    cookie_of,
    new_bearer,
    open_slip,
    person_here,
    remember_slip,
    remembered_slip,
    seat_in,
    seat_of_another,
    seats_held,
)
from facilitation.web.trouble import expired_seat

blueprint = Blueprint("own", __name__, url_prefix="/ticket")


@blueprint.get("")
def entrance() -> str:
    """The code of a slip, or the sessions this browser has a seat in."""
    held = [live_sessions.find(doors().database, seat.session) for seat in seats_held()]
    return render_template("own/entrance.html", form=CodeForm(), held=[found for found in held if found])


@blueprint.post("")
def typed_slip() -> Response:
    """Open the contributions that a slip leads to."""
    form = CodeForm(sent())
    code = join_codes.read_code(form.code.data or "", join_codes.SLIP_LENGTH)
    kept = tickets.find(doors().database, code, "slip") if code else None
    if kept is None:
        refuse_if_too_many("slip")
        count("slip")
        form.validate()
        form.code.errors = [gettext("No slip has this code. It has 12 letters and digits, such as ABCD-EFGH-JKMN.")]
        return make_response(render_template("own/entrance.html", form=form, held=[]), 422)
    if kept.expires_at <= doors().clock():
        return _expired_slip()
    open_slip(kept, code or "")
    return redirect(url_for("own.contributions", session_id=kept.session))


@blueprint.post("/close")
def close() -> Response:
    """Forget the slip that was typed on this browser."""
    close_slip()
    return redirect(url_for("own.goodbye"))


@blueprint.get("/goodbye")
def goodbye() -> str:
    """After leaving, or after closing the page."""
    return render_template("own/goodbye.html")


@blueprint.get("/<session_id>")
def contributions(session_id: str) -> Response:
    """Everything this person wrote in the session, by stage."""
    person = _person(session_id)
    if not isinstance(person, str):
        return person
    state, visits = state_or_404(session_id), seat_of_another(session_id, person)
    return make_response(
        render_template(
            "own/contributions.html",
            header=header_or_404(session_id),
            state=state,
            mine=mine_of(state, person),
            slip=None if visits else remembered_slip(session_id),
            seated=seat_in(session_id) is not None and not visits,
            visits=visits,
            contested=_contested(session_id, person),
            window=windows.open_now(doors().database, header_or_404(session_id).experiment, doors().clock()),
            consents=ConsentForm(data=shown(state.people[person].consents) if person in state.people else None),
        )
    )


@blueprint.post("/<session_id>/consents")
def consent(session_id: str) -> Response:
    """Agree to more than on coming in, or to less."""
    person, form = _person(session_id), ConsentForm(sent())
    if not isinstance(person, str):
        return person
    refusal = _send(session_id, person, ChangeConsents(agreed(form))) if form.validate() else ""
    if refusal or form.errors:
        flash(refusal or gettext("Choose yes or no, then save."), "bad")
    else:
        flash(gettext("Kept. Documents made from now on keep to it."), "good")
    return redirect(url_for("own.contributions", session_id=session_id))


@blueprint.get("/<session_id>/change/<path:name>")
def change(session_id: str, name: str) -> Response:
    """One contribution, to be changed."""
    person = _person(session_id)
    if not isinstance(person, str):
        return person
    mine = _mine(session_id, person, name)
    return _change_page(session_id, mine, mine.words, "")


@blueprint.post("/<session_id>/change/<path:name>")
def save(session_id: str, name: str) -> Response:
    """Keep the new words, or say why not; what was typed stays in the form."""
    person = _person(session_id)
    if not isinstance(person, str):
        return person
    mine = _mine(session_id, person, name)
    typed = tidy(request.form.get("words"))
    value = read_value(mine, typed)
    if value is None:
        return _change_page(session_id, mine, typed, gettext("This answer does not have the expected form."), 422)
    command = EditCard(mine.step, mine.card, typed) if mine.card else GiveAnswer(mine.step, mine.question or "", value)
    refusal = _send(session_id, person, command)
    if refusal:
        return _change_page(session_id, mine, typed, refusal, 409)
    flash(gettext("Your change is saved."), "good")
    return redirect(url_for("own.contributions", session_id=session_id))


@blueprint.get("/<session_id>/withdraw/<path:name>")
def confirm(session_id: str, name: str) -> Response:
    """Ask once before words are erased; `everything` stands for all of them."""
    person = _person(session_id)
    if not isinstance(person, str):
        return person
    chosen = _chosen(session_id, person, name)
    page = render_template(
        "own/withdraw.html",
        header=header_or_404(session_id),
        chosen=chosen,
        name=name,
        contested=_contested(session_id, person) if name == "everything" else (),
    )
    return make_response(page)


@blueprint.post("/<session_id>/withdraw/<path:name>")
def withdraw(session_id: str, name: str) -> Response:
    """Erase the words."""
    person = _person(session_id)
    if not isinstance(person, str):
        return person
    for mine in _chosen(session_id, person, name):
        command = WithdrawCard(mine.card) if mine.card else WithdrawAnswer(mine.step, mine.question or "")
        refusal = _send(session_id, person, command)
        if refusal:
            flash(refusal, "bad")
            break
    else:
        if name == "everything":
            take_all_back(session_id, person)
            later.withdraw(doors().database, session_id, person)
        flash(gettext("Withdrawn: these words are erased."), "good")
    return redirect(url_for("own.contributions", session_id=session_id))


@blueprint.post("/<session_id>/return")
def come_back(session_id: str) -> Response:
    """Back into a session that goes on, for a browser that lost its seat: the slip lets one change what was written."""
    person = _person(session_id)
    if not isinstance(person, str):
        return person
    if seat_in(session_id) is None and not informing.phones_in(doors().database, session_id):
        flash(gettext("This place allows no phones: you take part on paper, or on the device that is there."), "bad")
        return redirect(url_for("own.contributions", session_id=session_id))
    response = redirect(url_for("live.phone", session_id=session_id))
    if seat_in(session_id) is None and state_or_404(session_id).status != "closed":
        bearer = new_bearer()
        tickets.give(doors().database, {"bearer": bearer}, session_id, person, doors().clock())
        give_cookie(response, cookie_of(session_id), bearer, tickets.LIFETIME // 1000)
    return response


@blueprint.post("/<session_id>/slip")
def new_slip(session_id: str) -> Response:
    """A new withdrawal code, for someone whose browser still holds the seat: the former one, in whosever hands, and
    any browser that came in with it, open nothing any more."""
    seat = seat_in(session_id)
    if seat is None:
        raise NotFound
    if seat.expired:
        return expired_seat()
    code = join_codes.new_code(join_codes.SLIP_LENGTH)
    bearer = request.cookies.get(cookie_of(session_id), "")
    held = Ticket(session_id, seat.person, "bearer", seat.expires_at)
    tickets.replace(doors().database, code, bearer, held, doors().clock())
    doors().hang_up_person(session_id, seat.person)
    keep_code(state_or_404(session_id), code, seat.person)
    remember_slip(session_id, code)
    flash(gettext("This is your code now. The former one opens nothing any more."), "good")
    return redirect(url_for("own.contributions", session_id=session_id))


def _person(session_id: str) -> str | Response:
    """Whose contributions this browser may open here: by its seat, else by the slip that was typed."""
    if person := person_here(session_id):
        return person
    return expired_seat() if seat_in(session_id) else redirect(url_for("own.entrance"))


def _contested(session_id: str, person: str) -> tuple[Objection, ...]:
    return objections.of_person(doors().database, session_id, person)


def _mine(session_id: str, person: str, name: str) -> Mine:
    found = find_mine(state_or_404(session_id), person, name)
    if found is None:
        raise NotFound
    return found


def _chosen(session_id: str, person: str, name: str) -> tuple[Mine, ...]:
    if name != "everything":
        return (_mine(session_id, person, name),)
    return tuple(mine for stage in mine_of(state_or_404(session_id), person) for mine in stage.items)


def _send(session_id: str, person: str, command: ParticipantCommand) -> str:
    receipt = doors().desk.submit(session_id, Envelope(By("participant", person), command))
    return said(sentence(receipt.refused)) if isinstance(receipt, Turned) else ""


def _change_page(session_id: str, mine: Mine, typed: str, error: str, code: int = 200) -> Response:
    header = header_or_404(session_id)
    return make_response(render_template("own/change.html", header=header, mine=mine, typed=typed, error=error), code)


def _expired_slip() -> Response:
    title = gettext("This slip has expired")
    advice = gettext(
        "Slips work for 30 days. Since then nothing ties words to anybody: nobody can say any more which are yours. "
        "If some of them tell who you are, show them to the team: they can be hidden."
    )
    return show(Trouble(title, advice, url_for("front.first_page"), gettext("Go to the first page")), 410)
