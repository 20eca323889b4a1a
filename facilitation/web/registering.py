"""Hanging the pages on a Flask app."""

from datetime import timedelta
from typing import Any

from flask import Flask, request
from flask.json.provider import DefaultJSONProvider
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined

from facilitation.archive.packing import MOST_BYTES
from facilitation.records.members import Power
from facilitation.records.signing_key import signing_key
from facilitation.web import (
    assets,
    checklist,
    clearances,
    codes,
    dossier,
    experiments,
    following,
    front,
    group_screens,
    hypotheses,
    installing,
    joining,
    journal,
    language,
    later,
    leaflets,
    lending,
    live,
    logos,
    outputs,
    own,
    partners,
    people,
    planning,
    preview,
    programmes,
    protocols,
    replanning,
    restoring,
    retention,
    saying,
    sessions,
    signing_in,
    sites,
    team,
    texts,
    trial_screens,
    trials,
)
from facilitation.web.access import staff
from facilitation.web.analysis import codebook, comparing, downloads, room
from facilitation.web.cookies import CarefulSessions
from facilitation.web.documents import archiving, data, learning_pages, writing
from facilitation.web.documents import pages as documents
from facilitation.web.doors import NAME, Doors
from facilitation.web.errors import catch_errors
from facilitation.web.formats import editor, guidebooks, library, own_formats, simple, studio
from facilitation.web.headers import send_headers
from facilitation.web.kiosk import pages as kiosk
from facilitation.web.leading import leads
from facilitation.web.learning_site import pages as learning_site
from facilitation.web.limits import count_failures
from facilitation.web.observing import pages as observing
from facilitation.web.paper import hands, importing, printing, typing_in
from facilitation.web.publishing import pages as publishing
from facilitation.web.publishing import rereading
from facilitation.web.reading import pages as reading
from facilitation.web.reading import windows
from facilitation.web.rights import may

LARGEST_FORM = 256 * 1024
LARGEST_FILE = 1024 * 1024
WITH_FILES = (
    "editor.add",
    "editor.save",
    "importing.look",
    "importing.take",
    "own_formats.upload",
    "simple.save",
    "studio.check",
)
"""The forms that carry a whole format: a text that is too long for one must still arrive, to be answered in words."""

SIGNED_IN_FOR = timedelta(hours=14)
"""A full-day seminar, set-up and tidying included; counted from the last page."""

BLUEPRINTS = (
    room.blueprint,
    codebook.blueprint,
    comparing.blueprint,
    downloads.blueprint,
    archiving.blueprint,
    assets.blueprint,
    checklist.blueprint,
    clearances.blueprint,
    codes.blueprint,
    data.blueprint,
    data.published,
    dossier.blueprint,
    following.blueprint,
    documents.blueprint,
    editor.blueprint,
    experiments.blueprint,
    front.blueprint,
    hypotheses.blueprint,
    installing.blueprint,
    joining.blueprint,
    journal.blueprint,
    learning_pages.blueprint,
    learning_site.blueprint,
    kiosk.blueprint,
    language.blueprint,
    leaflets.blueprint,
    later.blueprint,
    library.blueprint,
    live.blueprint,
    observing.blueprint,
    outputs.blueprint,
    own.blueprint,
    own_formats.blueprint,
    logos.blueprint,
    partners.blueprint,
    people.blueprint,
    planning.blueprint,
    preview.blueprint,
    programmes.blueprint,
    protocols.blueprint,
    hands.blueprint,
    group_screens.blueprint,
    guidebooks.blueprint,
    lending.blueprint,
    importing.blueprint,
    printing.blueprint,
    typing_in.blueprint,
    publishing.blueprint,
    rereading.blueprint,
    reading.blueprint,
    replanning.blueprint,
    restoring.blueprint,
    retention.blueprint,
    sessions.blueprint,
    signing_in.blueprint,
    simple.blueprint,
    sites.blueprint,
    studio.blueprint,
    team.blueprint,
    texts.blueprint,
    trial_screens.blueprint,
    trials.blueprint,
    windows.blueprint,
    writing.blueprint,
)


def register(app: Flask, doors: Doors) -> None:
    """Make `app` answer with the pages. Needs a migrated database: the key of the cookies is kept there."""
    app.extensions[NAME] = doors
    app.secret_key = signing_key(doors.database)
    app.session_interface = CarefulSessions()
    app.config.update(
        MAX_CONTENT_LENGTH=LARGEST_FORM,
        PERMANENT_SESSION_LIFETIME=SIGNED_IN_FOR,
        SESSION_COOKIE_NAME="facilitation",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        # A workshop lasts longer than the usual hour; the token dies with the cookie it belongs to.
        WTF_CSRF_TIME_LIMIT=None,
        # Our pages send no Referer, by policy: there is nothing to compare over https.
        WTF_CSRF_SSL_STRICT=False,
    )
    # Before the token is looked for: that already reads the form.
    app.before_request(_make_room)
    CSRFProtect(app)
    language.speak_both(app)
    _teach_templates(app, doors)
    count_failures(app)
    catch_errors(app)
    send_headers(app)
    app.log_exception = _log_quietly(app)  # type: ignore[method-assign]
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)


def _make_room() -> None:
    if request.endpoint == "restoring.look":
        request.max_content_length = MOST_BYTES + LARGEST_FILE
    if request.endpoint in WITH_FILES:
        request.max_content_length = LARGEST_FILE
        request.max_form_memory_size = LARGEST_FILE


def _teach_templates(app: Flask, doors: Doors) -> None:
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    # The order of questions and cards is what the format and the room say: no JSON of ours may sort it by name.
    app.jinja_env.policies["json.dumps_kwargs"] = {}
    assert isinstance(app.json, DefaultJSONProvider)
    app.json.sort_keys = False
    saying.teach(app)
    app.jinja_env.globals["asset"] = assets.find_assets(doors.static)
    app.context_processor(_of_every_page)


def _of_every_page() -> dict[str, Any]:
    locale = language.current_locale()
    other = "en" if locale == "fr" else "fr"
    here = request.full_path.rstrip("?") if request.method == "GET" else request.path
    return {
        "locale": locale,
        "other_locale": other,
        "other_language": language.NAMES[other],
        "here": here if request.endpoint else "/",
        "staff": staff(),
        "can": _can,
        "leads": leads,
    }


def _can(power: Power, experiment: int) -> bool:
    account = staff()
    return account is not None and may(account, experiment, power)


def _log_quietly(app: Flask) -> Any:
    def log(exc_info: Any) -> None:
        """The name of the page, never its address: addresses hold codes and one-time links."""
        app.logger.error("The page %s failed", request.endpoint, exc_info=exc_info)

    return log
