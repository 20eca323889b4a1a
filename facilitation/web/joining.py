"""Coming in: the code, the consent in plain words, a seat."""

from flask import Blueprint, make_response, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.desk import Envelope, Turned
from facilitation.domain.commands import By, Join
from facilitation.domain.session import Session
from facilitation.projections.asked_later import asks_again
from facilitation.records import informing, join_codes, live_sessions, pairings, retired_codes, tickets
from facilitation.records.informing import Informing
from facilitation.records.kept_for import TRY_MONTHS
from facilitation.records.live_sessions import LiveSession
from facilitation.web.access import state_or_404
from facilitation.web.cookies import give_cookie
from facilitation.web.doors import doors
from facilitation.web.errors import Trouble, show
from facilitation.web.forms.fields import sent
from facilitation.web.forms.joining import JoinForm, agreed
from facilitation.web.limits import count, refuse_if_too_many
from facilitation.web.pairing import keep_code, may_say_so, read_earlier
from facilitation.web.protocols import language_here, sheet_from
from facilitation.web.seats import NewSeat, close_slip, cookie_of, new_visit, remember_slip, seat_in, seat_of_visit

blueprint = Blueprint("joining", __name__)

SHORTEST_VISIT = 20
LONGEST_VISIT = 60


@blueprint.get("/j/<code>")
def come_in(code: str) -> Response:
    """What is kept, who sees it, what one may refuse; or straight back in for someone who has a seat."""
    header = _header(code)
    if header is None:
        return _unknown(code)
    seat = seat_in(header.id)
    if seat and not seat.expired:
        return redirect(url_for("live.phone", session_id=header.id))
    state = state_or_404(header.id)
    told = informing.of_experiment(doors().database, header.experiment)
    trouble = _closed(state, told, code)
    if trouble is not None:
        return trouble
    return make_response(_consent(header, state, told, JoinForm(visit=new_visit())))


@blueprint.post("/j/<code>")
def join(code: str) -> Response:
    """Take a seat. The same page sent twice gives the same seat."""
    header = _header(code)
    if header is None:
        return _unknown(code)
    seat = seat_in(header.id)
    if seat and not seat.expired:
        return redirect(url_for("live.phone", session_id=header.id))
    form = JoinForm(sent())
    visit = str(form.visit.data or "")
    if not SHORTEST_VISIT <= len(visit) <= LONGEST_VISIT:
        return redirect(url_for("joining.come_in", code=code))
    if not form.validate():
        return _not_yet(header, form, code)
    earlier = read_earlier(header, form) if form.earlier.data else None
    if form.earlier.data and earlier is None:
        return _not_yet(header, form, code)
    new = seat_of_visit(visit, header.id)
    told = informing.of_experiment(doors().database, header.experiment)
    if told is not None and not told.phones:
        return _turned("no-phones", code)
    if told is not None and told.unsaid:
        return _turned("sheet-not-ready", code)
    receipt = doors().desk.submit(header.id, Envelope(By("door"), Join(new.person, "phone", agreed(form))))
    if isinstance(receipt, Turned):
        return _turned(receipt.refused.reason, code)
    if earlier is not None:
        pairings.pair(doors().database, (header.id, new.person), earlier, doors().clock())
    return _seated(header, new)


def _seated(header: LiveSession, new: NewSeat) -> Response:
    secrets: dict[tickets.Kind, str] = {"bearer": new.bearer, "slip": new.slip}
    tickets.give(doors().database, secrets, header.id, new.person, doors().clock())
    keep_code(state_or_404(header.id), new.slip, new.person)
    remember_slip(header.id, new.slip)
    # A slip that somebody else typed here and did not close must not open from the seat of whoever came in.
    close_slip()
    response = redirect(url_for("live.phone", session_id=header.id))
    give_cookie(response, cookie_of(header.id), new.bearer, tickets.LIFETIME // 1000)
    return response


def _header(typed: str) -> LiveSession | None:
    code = join_codes.read_code(typed)
    found = live_sessions.by_code(doors().database, code) if code else None
    if found is None:
        # Only wrong codes are refused: whoever tries codes must not keep the others out.
        refuse_if_too_many("code")
        count("code")
    return found


def _consent(header: LiveSession, state: Session, told: Informing | None, form: JoinForm) -> str:
    return render_template(
        "consent.html",
        header=header,
        form=form,
        sheet=sheet_from(told, language_here()),
        told=told,
        try_months=TRY_MONTHS,
        more=state.format.consent if state.format else None,
        observed=state.notebook.watched,
        again=asks_again(state),
        came_before=may_say_so(header, state),
        days=tickets.LIFETIME // (24 * 60 * 60 * 1000),
    )


def _not_yet(header: LiveSession, form: JoinForm, code: str) -> Response:
    state, told = state_or_404(header.id), informing.of_experiment(doors().database, header.experiment)
    return _closed(state, told, code) or make_response(_consent(header, state, told, form), 422)


def _closed(state: Session, told: Informing | None, code: str) -> Response | None:
    if state.status == "closed":
        return _turned("session-closed", code)
    if told is not None and not told.phones:
        return _turned("no-phones", code)
    if told is not None and told.unsaid:
        return _turned("sheet-not-ready", code)
    if not state.door_open:
        return _turned("door-closed", code)
    if state.format and len(state.present) >= state.format.most:
        return _turned("session-full", code)
    return None


def _turned(reason: str, code: str) -> Response:
    again, button = url_for("joining.come_in", code=code), gettext("Try again")
    match reason:
        case "session-closed":
            ended = gettext("This session is over")
            return show(Trouble(ended, gettext("Thank you for coming. Nobody can join any more.")), 410)
        case "door-closed":
            closed = gettext("The door is not open yet")
            advice = gettext("The code is right. Wait until the facilitator opens the door, then try again.")
            return show(Trouble(closed, advice, again, button), 403)
        case "sheet-not-ready":
            early = gettext("This session is not ready yet")
            why = gettext("The sheet that says who keeps what is not finished. Tell the facilitator, then try again.")
            return show(Trouble(early, why, again, button), 403)
        case "no-phones":
            put_away = gettext("No phones here")
            instead = gettext(
                "This place allows no phones, so nobody comes in with one. Put yours away and tell the facilitator: "
                "you take part on paper, or on the device that is there for everybody."
            )
            return show(Trouble(put_away, instead), 403)
        case "session-full":
            full = gettext("This session is full")
            return show(Trouble(full, gettext("Tell the facilitator: they can make room."), again, button), 409)
    return show(
        Trouble(gettext("You could not come in"), gettext("Tell the facilitator, then try again."), again, button), 409
    )


def _unknown(typed: str) -> Response:
    code = join_codes.read_code(typed)
    if code and retired_codes.is_retired(doors().database, code):
        replaced = gettext("This code has been replaced")
        words = gettext("Ask the facilitator for the new one: it is on the screen in the room.")
        return show(Trouble(replaced, words, url_for("front.first_page"), gettext("Type the new code")), 410)
    title = gettext("No session has this code")
    advice = gettext("Check the code on the screen in the room, then type it again. Letters may be small or capital.")
    return show(Trouble(title, advice, url_for("front.first_page"), gettext("Type the code again")), 404)
