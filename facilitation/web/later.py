"""Questions asked again weeks after a session: the link that the team gives, and the page that it opens."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.exceptions import NotFound, TooManyRequests
from werkzeug.wrappers import Response

from facilitation.documentation.typography import day_of
from facilitation.domain.decimals import decimal
from facilitation.domain.session import Session
from facilitation.projections.asked_later import numbers_of, questions_of
from facilitation.projections.outcome.rendering import Rendering
from facilitation.projections.outcome.shapes import Compared
from facilitation.projections.paired.asked_for import Wanted
from facilitation.projections.paired.seasons import weeks_after
from facilitation.records import join_codes, later, pairings
from facilitation.records.digests import digest
from facilitation.records.later import Link
from facilitation.web.access import header_or_404, staff_only, state_or_404
from facilitation.web.documents.days import midnight_after
from facilitation.web.doors import doors
from facilitation.web.errors import Trouble, show
from facilitation.web.forms.fields import sent
from facilitation.web.forms.later import LaterForm, UntilForm
from facilitation.web.limits import count, refuse_if_too_many
from facilitation.web.live import picture_of
from facilitation.web.seats import new_visit

blueprint = Blueprint("later", __name__)

LONGEST_VISIT = 60

MOST_FOR_EACH, MOST_BESIDE = 2, 10
"""How many answers may come without a code: twice as many as people came, and a few."""


@blueprint.post("/sessions/<session_id>/later")
@staff_only
def open_link(session_id: str) -> Response:
    """Open the questions up to the end of a day, or change that day."""
    header_or_404(session_id)
    form = UntilForm(sent())
    if not state_or_404(session_id).asked_later:
        raise NotFound
    day = form.day(day_of(doors().clock()))
    if day is not None:
        later.open_link(doors().database, session_id, midnight_after(day))
        flash(gettext("The link is open. Give it to those who took part."), "good")
    else:
        flash(" ".join(str(each) for told in form.errors.values() for each in told), "bad")
    return redirect(url_for("sessions.show", session_id=session_id) + "#later")


@blueprint.post("/sessions/<session_id>/later/close")
@staff_only
def close(session_id: str) -> Response:
    """End it now, from afar; it can be opened again with the same address."""
    header_or_404(session_id)
    later.close(doors().database, session_id, doors().clock())
    flash(gettext("The link is closed. What was answered stays."), "good")
    return redirect(url_for("sessions.show", session_id=session_id) + "#later")


@blueprint.post("/sessions/<session_id>/later/without-code/erase")
@staff_only
def erase_without_code(session_id: str) -> Response:
    """Erase what came without a code, should it not be from those who were there."""
    erased = later.withdraw_others(doors().database, session_id, state_or_404(session_id).people.keys())
    flash(
        ngettext("%(num)s answer without a code is erased.", "%(num)s answers without a code are erased.", erased),
        "good",
    )
    return redirect(url_for("sessions.show", session_id=session_id) + "#later")


@blueprint.get("/sessions/<session_id>/later/qr.svg")
@staff_only
def qr(session_id: str) -> Response:
    """The link as a QR code, for a slide, a letter or a poster."""
    link = later.of_session(doors().database, header_or_404(session_id).id)
    if link is None:
        raise NotFound
    return picture_of(address_of(link))


def address_of(link: Link) -> str:
    """What whoever answers opens."""
    return url_for("later.questions", secret=link.secret, _external=True)


@blueprint.get("/later/<secret>")
def questions(secret: str) -> Response:
    """The questions, on one page."""
    found = _open(secret)
    return found if isinstance(found, Response) else _page(found, LaterForm(visit=new_visit()))


@blueprint.post("/later/<secret>")
def answer(secret: str) -> Response:
    """Keep the answers, once for each seat. The same page sent twice is one answer."""
    found = _open(secret)
    if isinstance(found, Response):
        return found
    form = LaterForm(sent())
    values, wrong = numbers_of(found, request.form)
    seat = _seat(found, form)
    if not values and not wrong:
        form.summary = gettext("Answer one question at least.")
    if seat is None or wrong or not values:
        return _page(found, form, wrong, 422)
    crowded = None if form.code.data else _crowded(found, seat)
    if crowded:
        form.summary = crowded
        return _page(found, form, code=429)
    if not later.answer(doors().database, found.id, seat, values, doors().clock()) and form.code.data:
        form.code.errors = [gettext("Answers were already given with this code. They stay as they are.")]
        return _page(found, form, code=409)
    return redirect(url_for("later.thanks"), 303)


@blueprint.get("/later")
def thanks() -> str:
    """After answering."""
    return render_template("own/later_thanks.html")


def answers_of(
    session: Session, place: int, rendering: Rendering, wanted: Sequence[Wanted] = (), until: int | None = None
) -> tuple[Compared, ...]:
    """What was answered weeks after a session, up to a moment, held against what was said in it."""
    told = later.answers_of(doors().database, session.id, until) if session.asked_later else {}
    return weeks_after(session, place, _numbers(told), rendering, wanted)


def _numbers(told: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, Fraction]]:
    # What was kept before numbers were bounded, or by another house, is no reason to lose a document.
    return {
        seat: {name: number for name, value in of.items() if (number := decimal(value)) is not None}
        for seat, of in told.items()
    }


def _open(secret: str) -> Session | Response:
    link = later.by_secret(doors().database, secret)
    if link is None:
        raise NotFound
    if link.until <= doors().clock():
        over = gettext("This questionnaire is over")
        return show(Trouble(over, gettext("Thank you. Nothing can be answered any more.")), 410)
    return state_or_404(link.session)


def _seat(state: Session, form: LaterForm) -> str | None:
    """Whose answers these are: the seat of a withdrawal code, or nobody's in particular."""
    if not form.code.data:
        visit = str(form.visit.data or "")[:LONGEST_VISIT]
        return "l" + digest(f"later|{state.id}|{visit}")[:20]
    code = join_codes.read_code(form.code.data, join_codes.SLIP_LENGTH)
    seat = pairings.seat_of_code(doors().database, code, doors().clock()) if code else None
    if seat is None or seat[0] != state.id:
        refuse_if_too_many("slip")
        count("slip")
        form.code.errors = [gettext("That session gave out no such code. Check it, or leave the field empty.")]
        return None
    return seat[1]


def _crowded(state: Session, seat: str) -> str | None:
    """What to say where more came without a code than people could give. The same page sent twice is none more."""
    seats = later.seats_of(doors().database, state.id)
    if seat in seats:
        return None
    if len(seats - state.people.keys()) >= MOST_FOR_EACH * len(state.people) + MOST_BESIDE:
        return str(
            gettext(
                "More answers have come without a code than people were there, so that no other is believed. Nothing "
                "was kept: type your withdrawal code, it is on your slip; or tell those who run the workshop."
            )
        )
    try:
        refuse_if_too_many("later", state.id)
    except TooManyRequests:
        return str(
            gettext(
                "Many answers are coming without a code, more than one may believe. Nothing was kept: wait a minute "
                "and send this page again, or type your withdrawal code."
            )
        )
    count("later", state.id)
    return None


def _page(state: Session, form: LaterForm, wrong: frozenset[str] = frozenset(), code: int = 200) -> Response:
    asked = questions_of(state)
    page = render_template(
        "own/later.html", state=state, form=form, asked=asked, wrong=wrong, given=request.form, later=state.asked_later
    )
    return make_response(page, code)
