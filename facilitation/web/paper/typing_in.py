"""The page where slips are typed: a number, what is written on it, the next one; by keys alone."""

import re
from dataclasses import replace
from typing import Literal

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.desk import Receipt, Turned
from facilitation.domain.commands import HandOut, Refused, TakeBackSlip
from facilitation.domain.reasons import sentence
from facilitation.domain.session import Session
from facilitation.domain.slips.numbers import CONSENT, SlipNumber, read_number, written
from facilitation.projections.slip_counts import paper_counts, sheet_now
from facilitation.records import pairings
from facilitation.web.access import header_or_404, staff_only, state_or_404
from facilitation.web.doors import doors
from facilitation.web.forms.fields import tidy
from facilitation.web.language import said
from facilitation.web.pairing import earlier_seat, may_say_so, not_known
from facilitation.web.paper.packets import type_in
from facilitation.web.paper.shown import Shown, open_slip

blueprint = Blueprint("typing", __name__, url_prefix="/sessions/<session_id>/paper/type")

MOST_GIVEN = 300


@blueprint.get("")
@staff_only
def show(session_id: str) -> Response:
    """The number of a slip; or, once there is one, what that slip asks."""
    state = state_or_404(session_id)
    sheet = _sheet(state)
    typed = tidy(request.args.get("number"))
    if not typed:
        return _page(session_id, sheet)
    number = read_number(typed, session_id, sheet)
    found = number if isinstance(number, Refused) else open_slip(state, number, doors().clock())
    if isinstance(found, Refused):
        return _page(session_id, sheet, typed=typed, trouble=said(sentence(found)), code=422)
    return _page(session_id, found.number.sheet, slip=found)


@blueprint.post("")
@staff_only
def save(session_id: str) -> Response:
    """Keep what was typed, or say at its field what is wrong; nothing typed is lost."""
    state = state_or_404(session_id)
    found = _open(session_id, state)
    if isinstance(found, Refused):
        return _page(session_id, _sheet(state), trouble=said(sentence(found)), code=422)
    slip = replace(_typed(found), replaces="replaces" in request.form, dictated="dictated" in request.form)
    sheet = slip.number.sheet
    typed = tidy(request.form.get("earlier")) if slip.is_consent else ""
    earlier = earlier_seat(header_or_404(session_id), typed) if typed else None
    if typed and earlier is None:
        return _page(session_id, sheet, slip=slip, earlier=typed, earlier_trouble=not_known(), code=422)
    command = slip.command()
    if isinstance(command, Refused | tuple):
        return _page(session_id, sheet, slip=slip.at_fault(command), code=422)
    if slip.is_blank and "blank" not in request.form:
        return _page(session_id, sheet, slip=slip, asks="blank", code=422)
    receipt = type_in(session_id, command)
    if isinstance(receipt, Turned):
        return _turned(session_id, slip, receipt.refused)
    if earlier is not None:
        person = state_or_404(session_id).seats[slip.number.seat - 1].person
        pairings.pair(doors().database, (session_id, person), earlier, doors().clock())
    return _saved(session_id, slip, found)


def _open(session_id: str, state: Session) -> Shown | Refused:
    """The slip whose number was sent, as it stands."""
    number = read_number(tidy(request.form.get("number")), session_id)
    return number if isinstance(number, Refused) else open_slip(state, number, doors().clock())


def _typed(slip: Shown) -> Shown:
    return slip.with_typed({name: tidy(words) for name, words in request.form.items()})


def _turned(session_id: str, slip: Shown, refused: Refused) -> Response:
    if refused.reason == "slip-replaces":
        return _page(session_id, slip.number.sheet, slip=slip, asks="replace", code=409)
    return _page(session_id, slip.number.sheet, slip=slip.at_fault(refused), code=409)


def _saved(session_id: str, slip: Shown, found: Shown) -> Response:
    """The next number; or the same slip once more, where what was kept opened more of it."""
    more = open_slip(state_or_404(session_id), found.number, doors().clock())
    if isinstance(more, Shown) and len(more.lines) > len(found.lines) and "group" in more.typed:
        opened = gettext("%(number)s: the group is kept. What is written there comes next.", number=found.written)
        return _page(session_id, more.number.sheet, slip=more, done=opened)
    done = gettext("%(number)s is saved: empty, “passed”.") if slip.is_blank else gettext("%(number)s is saved.")
    return _page(
        session_id, slip.number.sheet, done=done % {"number": slip.written}, undo=None if found.elsewhere else found
    )


@blueprint.post("/undo")
@staff_only
def undo(session_id: str) -> Response:
    """Take the last entry back: a slip that was new is not typed any more, a corrected one is as it was."""
    state = state_or_404(session_id)
    found = _open(session_id, state)
    if isinstance(found, Refused):
        return _page(session_id, _sheet(state), trouble=said(sentence(found)), code=422)
    before = _typed(found)
    command = TakeBackSlip(before.number.sheet, before.number.seat) if "new" in request.form else before.command()
    receipt: Receipt | Refused = Refused("not-understood")
    if not isinstance(command, Refused | tuple):
        receipt = type_in(session_id, command)
    refused = receipt.refused if isinstance(receipt, Turned) else receipt if isinstance(receipt, Refused) else None
    if refused is not None:
        return _page(session_id, before.number.sheet, trouble=said(sentence(refused)), code=409)
    flash(gettext("Undone: %(number)s is as it was before.", number=before.written), "good")
    return redirect(url_for("typing.show", session_id=session_id, sheet=before.number.sheet))


@blueprint.post("/given")
@staff_only
def given(session_id: str) -> Response:
    """Say which packets were given: `1-12, 15`."""
    state = state_or_404(session_id)
    typed = tidy(request.form.get("seats"))
    numbers = _numbers(typed)
    if numbers is None:
        trouble = gettext("Type numbers of packets, such as 1-12, 15.")
        return _page(session_id, _sheet(state), seats=typed, seats_trouble=trouble, code=422)
    receipt = type_in(session_id, HandOut(numbers))
    if isinstance(receipt, Turned):
        trouble = said(sentence(receipt.refused))
        return _page(session_id, _sheet(state), seats=typed, seats_trouble=trouble, code=409)
    flash(gettext("These people are in the session."), "good")
    return redirect(url_for("typing.show", session_id=session_id, sheet=_sheet(state)))


def _numbers(typed: str) -> tuple[int, ...] | None:
    found: list[int] = []
    for piece in re.split(r"[\s,;]+", re.sub(r"\s*[-\u2013]\s*", "-", typed)):
        span = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3}))?", piece, re.ASCII)
        if span is None:
            return None
        first, last = int(span[1]), int(span[2] or span[1])
        if last < first or len(found) + last - first >= MOST_GIVEN:
            return None
        found += range(first, last + 1)
    return tuple(found)


def _sheet(state: Session) -> int | None:
    """The sheet that is being typed: as the page says, or that of the step that is on."""
    asked = request.values.get("sheet", "")
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 4 else -1
    return number if CONSENT <= number <= len(state.sheets) else sheet_now(state)


def _page(
    session_id: str,
    sheet: int | None,
    *,
    slip: Shown | None = None,
    typed: str = "",
    trouble: str = "",
    done: str = "",
    undo: Shown | None = None,
    asks: Literal["", "blank", "replace"] = "",
    seats: str = "",
    seats_trouble: str = "",
    earlier: str = "",
    earlier_trouble: str = "",
    code: int = 200,
) -> Response:
    header, state = header_or_404(session_id), state_or_404(session_id)
    counts = paper_counts(state)
    example = written(SlipNumber(sheet if sheet is not None else 1, 1), session_id)
    page = render_template(
        "paper/type.html",
        header=header,
        state=state,
        came_before=may_say_so(header, state),
        earlier=earlier,
        earlier_trouble=earlier_trouble,
        counts=counts,
        sheet=sheet,
        here=next((one for one in counts.sheets if one.sheet == sheet), None),
        slip=slip,
        typed=typed,
        trouble=trouble,
        done=done,
        undo=undo,
        asks=asks,
        dictated=slip.dictated or "dictated" in request.values if slip else "dictated" in request.values,
        seats=seats,
        seats_trouble=seats_trouble,
        example=example,
    )
    return make_response(page, code)
