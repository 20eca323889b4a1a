"""The pages of a kiosk: nobody there, coming in, one thing at a time, done. No script is needed; nothing is kept."""

from typing import Any

from flask import Blueprint, jsonify, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from facilitation.desk import Envelope, Turned
from facilitation.domain.commands import By, Join, Refused, SlipContent
from facilitation.domain.format import Text
from facilitation.domain.progress import stands_aside
from facilitation.domain.reasons import sentence
from facilitation.domain.session import Session
from facilitation.domain.slips.field import Field
from facilitation.domain.slips.fields import fields_for
from facilitation.domain.slips.reading import content_of, typed_of
from facilitation.domain.slips.standing import standing
from facilitation.projections.asked_later import asks_again
from facilitation.projections.wording import worded
from facilitation.records import informing, join_codes, pairings, tickets
from facilitation.records.kept_for import TRY_MONTHS
from facilitation.records.live_sessions import LiveSession
from facilitation.web import lent
from facilitation.web.access import header_or_404, staff_only, state_or_404
from facilitation.web.doors import doors
from facilitation.web.forms.fields import sent, tidy
from facilitation.web.forms.joining import JoinForm, agreed
from facilitation.web.kiosk import device as here
from facilitation.web.kiosk.asking import askable, commands_of, places_of, signs_of, typed_from, way_of
from facilitation.web.language import said
from facilitation.web.lending import lent_to
from facilitation.web.limits import count, refuse_if_too_many
from facilitation.web.pairing import keep_code, may_say_so, read_earlier
from facilitation.web.paper.shown import Line, line_of
from facilitation.web.protocols import language_here, sheet_from
from facilitation.web.seats import seat_of_visit
from facilitation.web.trouble import closed_device

blueprint = Blueprint("kiosk", __name__, url_prefix="/k/<session_id>")


@blueprint.get("/link")
@staff_only
def link(session_id: str) -> str:
    """The shared devices that are open, each with its link."""
    header = header_or_404(session_id)
    return render_template("kiosk/link.html", header=header, lent=lent_to(session_id, "kiosk"))


@blueprint.get("/begin/<int:number>/<key>")
def begin(session_id: str, number: int, key: str) -> Response:
    """What becomes of a browser that opens the link. Nothing has changed yet: links are looked at by mistake."""
    header, device = header_or_404(session_id), lent.by_link(session_id, "kiosk", number, key)
    if device is None:
        refuse_if_too_many("code")
        count("code")
        return redirect(url_for("front.first_page"))
    if not device.is_open(doors().clock()):
        return closed_device()
    return make_response(render_template("lent/begin.html", header=header, device=device))


@blueprint.post("/begin/<int:number>/<key>")
def become(session_id: str, number: int, key: str) -> Response:
    """Make this browser a kiosk. Whoever was signed in or had a seat on it has not any more: it is everybody's now."""
    header_or_404(session_id)
    device = lent.by_link(session_id, "kiosk", number, key)
    if device is None or not device.is_open(doors().clock()):
        return closed_device() if device else redirect(url_for("front.first_page"))
    here.steps_away()
    response = here.without_seats(redirect(url_for("kiosk.nobody", session_id=session_id), 303))
    lent.become(response, device)
    return response


@blueprint.get("/open.json")
def is_open(session_id: str) -> Response:
    """Asked by the page every few seconds: whether it is still a kiosk, and which step is on."""
    _, state = _kiosk(session_id)
    return jsonify({"step": f"{state.current or ''}/{int(state.inputs_open)}"})


@blueprint.get("")
def nobody(session_id: str) -> Response:
    """Nobody stands there: come in, or come back with a code."""
    header, state = _kiosk(session_id)
    here.steps_away()
    return here.without_seats(_page("kiosk/nobody.html", header, state))


@blueprint.post("/next")
def next_person(session_id: str) -> Response:
    """« Personne suivante »: the screen is wiped."""
    _kiosk(session_id)
    here.steps_away()
    return here.without_seats(redirect(url_for("kiosk.nobody", session_id=session_id), 303))


@blueprint.get("/new")
def new(session_id: str) -> Response:
    """What is kept, who sees it, what one may refuse."""
    header, state = _kiosk(session_id)
    return _page(
        "kiosk/consent.html",
        header,
        state,
        **_told(header),
        form=JoinForm(visit=here.new_person()),
        came_before=may_say_so(header, state),
    )


def _told(header: LiveSession) -> dict[str, Any]:
    told = informing.of_experiment(doors().database, header.experiment)
    return {"sheet": sheet_from(told, language_here()), "told": told, "try_months": TRY_MONTHS}


@blueprint.post("/new")
def come_in(session_id: str) -> Response:
    """Come in, and be told the code to come back with. The same page sent twice gives the same person."""
    header, state = _kiosk(session_id)
    form = JoinForm(sent())
    visit = str(form.visit.data or "")
    if not 20 <= len(visit) <= 60:
        return redirect(url_for("kiosk.new", session_id=session_id), 303)
    fine = form.validate()
    earlier = read_earlier(header, form) if form.earlier.data else None
    if not fine or (form.earlier.data and earlier is None):
        more = {**_told(header), "came_before": may_say_so(header, state)}
        return _page("kiosk/consent.html", header, state, form=form, code=422, **more)
    if informing.unsaid(doors().database, header.experiment):
        trouble = gettext("The sheet that says who keeps what is not finished. Tell the facilitator, then try again.")
        return _page("kiosk/nobody.html", header, state, trouble=trouble, code=403)
    person = seat_of_visit(visit, session_id)
    receipt = doors().desk.submit(session_id, Envelope(By("door"), Join(person.person, "kiosk", agreed(form))))
    if isinstance(receipt, Turned):
        trouble = said(sentence(receipt.refused))
        return _page("kiosk/nobody.html", header, state, trouble=trouble, code=409)
    if earlier is not None:
        pairings.pair(doors().database, (session_id, person.person), earlier, doors().clock())
    tickets.give(doors().database, {"slip": person.slip}, session_id, person.person, doors().clock())
    keep_code(state, person.slip, person.person)
    here.steps_up(session_id, person.person)
    return _page("kiosk/code.html", header, state, slip=join_codes.shown(person.slip), again=asks_again(state))


@blueprint.post("/back")
def come_back(session_id: str) -> Response:
    """Come back with the code of one's stub, or the one that the kiosk showed."""
    header, state = _kiosk(session_id)
    code = join_codes.read_code(request.form.get("code", ""), join_codes.SLIP_LENGTH)
    kept = tickets.find(doors().database, code, "slip") if code else None
    if kept is None or kept.session != session_id or kept.expires_at <= doors().clock():
        refuse_if_too_many("slip")
        count("slip")
        trouble = gettext("No slip has this code. It has 12 letters and digits, such as ABCD-EFGH-JKMN.")
        return _page("kiosk/nobody.html", header, state, trouble=trouble, code=422)
    here.steps_up(session_id, kept.person)
    return redirect(url_for("kiosk.now", session_id=session_id), 303)


@blueprint.get("/now")
def now(session_id: str) -> Response:
    """The one thing to do now."""
    header, state = _kiosk(session_id)
    person = here.stands_there(session_id)
    if person is None:
        return redirect(url_for("kiosk.nobody", session_id=session_id), 303)
    here.steps_up(session_id, person)
    return _asks(header, state, person)


@blueprint.post("/now")
def give(session_id: str) -> Response:
    """Keep what was given, or say why not; then the next thing."""
    header, state = _kiosk(session_id)
    person = here.stands_there(session_id)
    if person is None:
        return redirect(url_for("kiosk.nobody", session_id=session_id), 303)
    here.steps_up(session_id, person)
    wanted = request.form.get("line", "")
    line = next((one for one in _lines(state, person) if one.name == wanted), None)
    if line is None:
        gone = gettext("The room has moved on to another stage: this was not sent.")
        return _asks(header, state, person, trouble=gone, unsent=_words(), code=409)
    typed = typed_from(line.field, {k: tidy(v) for k, v in request.form.items()}, request.form.getlist("words"))
    if "skip" in request.form or not typed:
        here.skips([*here.skipped(), f"{state.current}/{wanted}"])
        return redirect(url_for("kiosk.now", session_id=session_id), 303)
    content = content_of([line.field], {line.name: typed})
    if isinstance(content, tuple):
        return _asks(header, state, person, trouble=said(sentence(content[0].refused)), given=request.form, code=422)
    verdict = _done(session_id, state, person, line.field, content)
    if verdict is not None:
        return _asks(header, state, person, trouble=said(sentence(verdict)), given=request.form, code=409)
    return redirect(url_for("kiosk.now", session_id=session_id), 303)


def _done(session_id: str, state: Session, person: str, line: Field, content: SlipContent) -> Refused | None:
    """Have what was given obeyed; the first no there is."""
    planned = state.now_playing
    commands = commands_of(state, planned, person, line, content) if planned else ()
    for command in commands:
        receipt = doors().desk.submit(session_id, Envelope(By("participant", person), command))
        if isinstance(receipt, Turned):
            return receipt.refused
    return None if commands else Refused("not-understood")


def _words() -> str:
    """What was written, as it was sent."""
    return "\n".join(words for name, words in request.form.items() if name == "words" or name.startswith("v/"))


def _lines(state: Session, person: str) -> tuple[Line, ...]:
    """What the step that is on asks of a person and they have neither given nor left out."""
    planned = state.now_playing
    if planned is None or not state.inputs_open or person not in state.people:
        return ()
    fields = fields_for(state, planned, person)
    given = typed_of(fields, standing(state, planned, person))
    left = set(here.skipped())
    # Who has no remark has no second one either.
    left |= {f"{state.current}/{one.name}" for one in fields if one.part == "comment" and _passed(state, one, left)}
    open_ones = [one for one in fields if one.name not in given and f"{state.current}/{one.name}" not in left]
    asked = (askable(state, planned, person, one) for one in open_ones if one.part != "reason")
    return tuple(line_of(state, planned, person, one) for one in asked if one is not None)


def _passed(state: Session, remark: Field, left: set[str]) -> bool:
    return any(name.startswith(f"{state.current}/comment/{remark.of}/") for name in left)


def _asks(
    header: LiveSession,
    state: Session,
    person: str,
    trouble: str = "",
    given: MultiDict[str, str] | None = None,
    unsent: str = "",
    code: int = 200,
) -> Response:
    lines = _lines(state, person)
    wanted = given.get("line") if given else None
    line = next((one for one in lines if one.name == wanted), lines[0] if lines else None)
    planned = state.now_playing

    def said_here(text: Text) -> Text:
        return worded(state, planned, text, person) if planned else text

    return _page(
        "kiosk/now.html",
        header,
        state,
        code=code,
        planned=planned,
        title=said_here(planned.stage.title) if planned else None,
        instruction=said_here(planned.stage.instruction)
        if planned and planned.stage.instruction and not stands_aside(state, planned, person)
        else None,
        alias=state.people[person].alias if person in state.people else "",
        line=line,
        left=len(lines),
        way=way_of(line.field) if line else "",
        signs=signs_of(line.field) if line else (),
        places=places_of(line.field) if line else (),
        trouble=trouble,
        unsent=unsent,
        given=given or MultiDict(),
    )


def _kiosk(session_id: str) -> tuple[LiveSession, Session]:
    header = header_or_404(session_id)
    here.only_kiosks(header)
    return header, state_or_404(session_id)


def _page(template: str, header: LiveSession, state: Session, code: int = 200, **more: object) -> Response:
    return make_response(render_template(template, header=header, state=state, **{"trouble": "", **more}), code)
