"""Slips typed elsewhere, perhaps days later: a table is read, shown line by line, and taken once it was looked at."""

from collections import Counter

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from facilitation.desk import Saved
from facilitation.web.access import header_or_404, staff_only, state_or_404
from facilitation.web.doors import doors
from facilitation.web.language import current_locale
from facilitation.web.paper.packets import type_in
from facilitation.web.paper.table import LETS_IN, Judged, NotATable, Row, empty_table, judged, read_table, text_of
from facilitation.web.sending import attached

AT_A_TIME = 60
"""Lines that are taken before the page says how far it is."""

blueprint = Blueprint("importing", __name__, url_prefix="/sessions/<session_id>/paper/import")


@blueprint.get("")
@staff_only
def show(session_id: str) -> Response:
    """Where a table is sent, and where an empty one is found."""
    return _page(session_id)


@blueprint.get("/table.csv")
@staff_only
def table(session_id: str) -> Response:
    """An empty table of the slips that are missing."""
    made = empty_table(state_or_404(session_id), current_locale())
    return attached(made.encode("utf-8-sig"), "text/csv", f"slips-{session_id}.csv")


@blueprint.post("")
@staff_only
def look(session_id: str) -> Response:
    """What each line of a table would do. Nothing is taken yet."""
    file = request.files.get("file")
    data = file.read() if file else b""
    if not data:
        return _page(session_id, trouble=gettext("Choose a file first."), code=422)
    try:
        rows = read_table(data)
    except NotATable as fault:
        return _page(session_id, trouble=str(fault), code=422)
    lines = tuple(judged(state_or_404(session_id), rows, doors().clock()))
    return _page(session_id, lines=lines, text=text_of(data))


@blueprint.post("/take")
@staff_only
def take(session_id: str) -> Response:
    """Take every line that can be taken, so many at a time; each is a command of its own, as if it had been typed.

    In between the page says how far it is, and asks for the rest by itself: whoever stops it keeps what is taken.
    """
    try:
        rows = read_table(request.form.get("table", "").encode())
    except NotATable as fault:
        return _page(session_id, trouble=str(fault), code=422)
    at, taken, left = (_number(name) for name in ("at", "taken", "left"))
    if "stop" not in request.form:
        more, out = _take(session_id, rows[at : at + AT_A_TIME])
        at, taken, left = at + AT_A_TIME, taken + more, left + out
        if at < len(rows):
            going = {"at": at, "of": len(rows), "taken": taken, "left": left}
            return _page(session_id, text=request.form.get("table", ""), going=going)
    flash(ngettext("%(num)d slip is taken.", "%(num)d slips are taken.", taken), "good")
    if left:
        flash(ngettext("%(num)d line was left out.", "%(num)d lines were left out.", left), "warn")
    if at < len(rows):
        flash(
            ngettext(
                "Stopped: %(num)d line was not looked at.", "Stopped: %(num)d lines were not looked at.", len(rows) - at
            ),
            "warn",
        )
    return redirect(url_for("importing.show", session_id=session_id))


def _take(session_id: str, rows: tuple[Row, ...]) -> tuple[int, int]:
    """Take what can be taken of some lines: how many were, how many were left out."""
    lines = tuple(judged(state_or_404(session_id), rows, doors().clock()))
    taken_in = LETS_IN | {"replaces"} if "replaces" in request.form else LETS_IN
    wanted = [line.command for line in lines if line.what in taken_in and line.command is not None]
    taken = sum(isinstance(type_in(session_id, command), Saved) for command in wanted)
    return taken, sum(line.what in {"wrong", "replaces"} - taken_in for line in lines) + len(wanted) - taken


def _number(name: str) -> int:
    typed = request.form.get(name, "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 6 else 0


def _page(
    session_id: str,
    *,
    lines: tuple[Judged, ...] = (),
    text: str = "",
    trouble: str = "",
    code: int = 200,
    going: dict[str, int] | None = None,
) -> Response:
    page = render_template(
        "paper/import.html",
        header=header_or_404(session_id),
        state=state_or_404(session_id),
        lines=lines,
        counts=Counter(line.what for line in lines),
        takes=sum(line.what in LETS_IN for line in lines),
        text=text,
        trouble=trouble,
        going=going,
        replaces="replaces" in request.form,
    )
    return make_response(page, code)
