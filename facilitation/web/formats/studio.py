"""What the script of the editor asks for: remarks while one types, the words of the language, its own words."""

from typing import Any

from flask import Blueprint, jsonify, request, url_for
from flask_babel import gettext
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response

from facilitation.formats import Diagnostic, Reading
from facilitation.formats.schema.vocabulary import vocabulary
from facilitation.records import own_formats
from facilitation.records.own_formats import NEW
from facilitation.shelf.keeping import named
from facilitation.web.access import staff_only
from facilitation.web.dates import moment
from facilitation.web.doors import doors
from facilitation.web.formats.editor_text import checked, keep_draft, typed
from facilitation.web.language import current_locale, said
from facilitation.web.saying import login

blueprint = Blueprint("studio", __name__, url_prefix="/studio")


@blueprint.post("/check")
@staff_only
def check() -> Response:
    """Keep what is being written, and say what the checker thinks of it."""
    name, text, base = request.form.get("name", NEW)[:60], typed(), request.form.get("base", 0, type=int)
    keep_draft(name, text, base)
    reading = checked(text, name or named(text))
    kept = gettext("Kept, not saved as a version yet (%(moment)s).", moment=moment(doors().clock()))
    return jsonify({**told(reading), "met": _met(name, base), "kept": kept})


@blueprint.get("/words.json")
@staff_only
def words() -> Response:
    """Every key of the language, for completion."""
    return jsonify(vocabulary(current_locale()))


def boot(name: str | None, base: int, reading: Reading, nonce: str) -> dict[str, Any]:
    """What the script of the editor begins with."""
    return {
        **told(reading),
        "name": name or NEW,
        "base": base,
        "nonce": nonce,
        "csrf": generate_csrf(),
        "urls": {"check": url_for("studio.check"), "words": url_for("studio.words")},
        "words": {
            "playable": gettext("This format can be played."),
            "notPlayable": gettext("This format cannot be played yet."),
            "error": gettext("Error"),
            "remark": gettext("Remark"),
            "where": gettext("line %(line)s, column %(column)s", line="{line}", column="{column}"),
            "notKept": gettext(
                "Not kept yet: the server does not answer. Leave this page open; it tries again by itself."
            ),
        },
        "phrases": _phrases(),
    }


def told(reading: Reading) -> dict[str, Any]:
    """The remarks, as the command line says them."""
    return {"ok": reading.format is not None, "remarks": [_remark(found) for found in reading.diagnostics]}


def _remark(found: Diagnostic) -> dict[str, Any]:
    return {
        "line": found.line,
        "column": found.column,
        "level": found.level,
        "code": found.code,
        "message": said(found.message),
        "remedy": said(found.remedy),
    }


def _met(name: str, base: int) -> str:
    """That somebody else saved a version meanwhile."""
    newest = next(iter(own_formats.newest(doors().database, name)), None) if name else None
    if newest is None or newest.number == base:
        return ""
    words: str = gettext(
        "Meanwhile, %(login)s saved version %(version)s (%(moment)s).",
        login=login(newest.account),
        version=newest.version,
        moment=moment(newest.saved_at),
    )
    return words


def _phrases() -> dict[str, str]:
    """The words of the text editor itself."""
    return {
        "Find": gettext("Find"),
        "Replace": gettext("Replace with"),
        "next": gettext("next"),
        "previous": gettext("previous"),
        "all": gettext("all"),
        "match case": gettext("same capitals"),
        "by word": gettext("whole words"),
        "regexp": gettext("as a pattern"),
        "replace": gettext("replace"),
        "replace all": gettext("replace all"),
        "close": gettext("close"),
        "Diagnostics": gettext("Remarks of the checker"),
        "No diagnostics": gettext("No remarks"),
        "Completions": gettext("What may be written here"),
    }
