"""The page where the papers of a session are printed: numbered, then made elsewhere while the progress is shown."""

from dataclasses import replace

from flask import Blueprint, make_response, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.desk import Turned
from facilitation.domain.commands import PrintPaper, Refused
from facilitation.domain.format.text import Locale
from facilitation.domain.reasons import sentence
from facilitation.domain.session import Session
from facilitation.projections.asked_later import asks_again
from facilitation.projections.packet import Information, Packet, packet
from facilitation.records import export_journal, informing, tickets
from facilitation.records.live_sessions import LiveSession
from facilitation.web import addresses
from facilitation.web.access import header_or_404, staff_only, state_or_404, the_staff
from facilitation.web.beside import beside
from facilitation.web.doors import doors
from facilitation.web.forms.fields import sent
from facilitation.web.forms.paper import PrintForm
from facilitation.web.jobs import Jobs, let_follow
from facilitation.web.language import said
from facilitation.web.pairing import may_say_so
from facilitation.web.paper.packets import code_of, people_for, type_in
from facilitation.web.protocols import sheet_of
from facilitation.web.sending import attached

blueprint = Blueprint("printing", __name__, url_prefix="/sessions/<session_id>/paper")

JOBS = Jobs("packets")
# What was called off keeps the numbers of its packets: they are in the log.
let_follow(blueprint, JOBS, lambda session_id: header_or_404(session_id).id, "printing.show")

MOST_SLIPS = 1500
"""In one document: the press would need minutes for more."""

SPARE = 12
"""How many packets are proposed where nothing says how many people will come."""


@blueprint.get("")
@staff_only
def show(session_id: str) -> Response:
    """What can be printed; how far it is."""
    header, state = header_or_404(session_id), state_or_404(session_id)
    seats = len(state.seats) or min(SPARE, state.format.most if state.format else SPARE)
    form = PrintForm(seats=seats, language=JOBS.locale(session_id, header.locale))
    return _page(header, state, form)


@blueprint.post("")
@staff_only
def make(session_id: str) -> Response:
    """Number what has no number yet, then begin the document."""
    header, state = header_or_404(session_id), state_or_404(session_id)
    form = PrintForm(sent())
    if not form.validate():
        return _page(header, state, form, 422)
    if informing.unsaid(doors().database, header.experiment):
        form.seats.errors = [said(sentence(Refused("sheet-not-ready")))]
        return _page(header, state, form, 409)
    if state.status != "closed":
        receipt = type_in(session_id, PrintPaper(people_for(session_id, form.count)))
        if isinstance(receipt, Turned):
            form.seats.errors = [said(sentence(receipt.refused))]
            return _page(header, state, form, 409)
    state = state_or_404(session_id)
    locale: Locale = "en" if form.language.data == "en" else "fr"
    printed = beside(lambda: _printed(header, state, form, locale))
    if _sides(printed) > MOST_SLIPS:
        form.last.errors = [
            gettext("That is a great many slips for one document: print fewer packets, or fewer stages.")
        ]
        return _page(header, state, form, 422)
    job = doors().press.start_packet(printed, locale, doors().clock(), session_id, state.seq)
    JOBS.remember(session_id, job, locale)
    return redirect(url_for("printing.show", session_id=session_id))


@blueprint.get("/papers.pdf")
@staff_only
def download(session_id: str) -> Response:
    """The papers that were made; where there are none, the page to make them."""
    header = header_or_404(session_id)
    made = JOBS.made(session_id)
    if made is None:
        return redirect(url_for("printing.show", session_id=session_id))
    export_journal.note(doors().database, the_staff().id, header.id, "papers", doors().clock())
    return attached(made, "application/pdf", f"papers-{header.id}.pdf")


def _printed(header: LiveSession, state: Session, form: PrintForm, locale: Locale) -> Packet:
    printed = packet(state, form.wanted(), lambda number: code_of(header.id, number), _ticket_address(), _days())
    again, came_before = asks_again(state), may_say_so(header, state)
    return replace(printed, information=_information(header, locale), again=again, came_before=came_before)


def _sides(printed: Packet) -> int:
    return len(printed.seats) * len(printed.sheets)


def _information(header: LiveSession, locale: Locale) -> Information | None:
    sheet = sheet_of(header.experiment, locale)
    return Information(sheet.title, sheet.parts, sheet.digest) if sheet else None


def _days() -> int:
    return tickets.LIFETIME // (24 * 60 * 60 * 1000)


def _ticket_address() -> str:
    return addresses.base() + url_for("own.entrance")


def _page(header: LiveSession, state: Session, form: PrintForm, code: int = 200) -> Response:
    titles = [(n, step.stage.title) for n, key in enumerate(state.sheets, 1) if (step := state.planned(key))]
    page = render_template(
        "paper/print.html",
        header=header,
        state=state,
        form=form,
        titles=titles,
        progress=JOBS.progress(header.id),
    )
    return make_response(page, code)
