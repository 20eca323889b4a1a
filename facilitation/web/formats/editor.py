"""The editor of a format's text: checking, saving as a new version, and never losing what was typed."""

import secrets

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.formats import Reading
from facilitation.records import own_formats
from facilitation.records.own_formats import NEW, Draft, Saved
from facilitation.shelf import Kept, Outdated, Wrong, keep_new, keep_next
from facilitation.shelf.keeping import named
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.formats.difference import difference
from facilitation.web.formats.editor_text import checked, keep_draft, typed
from facilitation.web.formats.studio import boot
from facilitation.web.headers import policy

blueprint = Blueprint("editor", __name__)

FIRST = """\
format: my-format
version: 1.0.0
language: 1
kind: seminar-activity
title: {fr: Mon format, en: My format}
summary: {fr: "Chacun écrit une idée, puis on vote.", en: "Everyone writes an idea, then we vote."}
credits: {source: our own, licence: CC BY-SA 4.0}
participants: {min: 2, max: 50}

run:
  - stage: write
    title: {fr: Écrire, en: Write}
    minutes: 3
    instruction: {fr: "Une idée par carte, en silence.", en: "One idea per card, in silence."}
    board:
      name: ideas
      prompt: {fr: "Votre idée. N'écrivez pas de noms.", en: Your idea. Do not write names.}
      seen by: author

  - stage: vote
    title: {fr: Voter, en: Vote}
    minutes: 3
    board: {name: ideas, written by: nobody, seen by: everyone}
    vote: {of: ideas, dots: 3, reveal: at the end}

document:
  - section: {fr: Nos idées, en: Our ideas}
    list: {from: ideas, order: votes}
"""
"""What a new format begins with: a whole one, that can be changed word by word."""


@blueprint.get("/studio/new")
@staff_only
def new() -> Response:
    """A format to write."""
    draft = own_formats.draft(doors().database, the_staff().id, NEW)
    text = draft.source if draft else FIRST
    return editor_page(None, text, 0, checked(text, named(text)), draft=draft)


@blueprint.post("/studio/new")
@staff_only
def add() -> Response:
    """Check it, or keep it as a format of this house."""
    text = typed()
    keep_draft(NEW, text, 0)
    reading = checked(text, named(text))
    if request.form.get("do") != "save":
        return editor_page(None, text, 0, reading)
    kept = keep_new(doors().library, text, the_staff().id, doors().clock())
    return _after(NEW, text, kept)


@blueprint.get("/formats/<name>/edit")
@staff_only
def edit(name: str) -> Response:
    """The newest version of a format of this house, or what one was writing, or (`?from=3`) an earlier version."""
    newest = _newest(name)
    earlier = own_formats.version(doors().database, name, request.args.get("from", 0, type=int))
    draft = None if earlier else own_formats.draft(doors().database, the_staff().id, name)
    if draft and draft.source == newest.source:
        draft = None
    text = earlier.source if earlier else draft.source if draft else newest.source
    met = newest if draft and draft.base != newest.number else None
    return editor_page(name, text, newest.number, checked(text, name), draft=draft, met=met, earlier=earlier)


@blueprint.post("/formats/<name>/edit")
@staff_only
def save(name: str) -> Response:
    """Check the text, or keep it as the next version."""
    _newest(name)
    text, base = typed(), request.form.get("base", 0, type=int)
    keep_draft(name, text, base)
    reading = checked(text, name)
    if request.form.get("do") != "save":
        return editor_page(name, text, base, reading)
    return _after(name, text, keep_next(doors().library, name, text, base, the_staff().id, doors().clock()))


@blueprint.post("/studio/drop")
@staff_only
def drop() -> Response:
    """Give up what one was writing."""
    name = request.form.get("name", NEW)
    own_formats.drop_draft(doors().database, the_staff().id, name)
    flash(gettext("The unsaved text is gone."), "good")
    return redirect(url_for("editor.edit", name=name) if name else url_for("library.show_all"))


def editor_page(
    name: str | None,
    text: str,
    base: int,
    reading: Reading,
    code: int = 200,
    *,
    draft: Draft | None = None,
    met: Saved | None = None,
    earlier: Saved | None = None,
) -> Response:
    """The editor with a text in it. `met` is the version that somebody else saved meanwhile."""
    nonce = secrets.token_urlsafe(16)
    page = render_template(
        "formats/editor.html",
        boot=boot(name, base, reading, nonce),
        name=name,
        text=text,
        base=base,
        reading=reading,
        draft=draft,
        met=met,
        earlier=earlier,
        hunks=difference(met.source, text) if met else (),
    )
    # The text editor makes its own style sheet: allowed by name, on this page alone.
    return make_response(page, code, {"Content-Security-Policy": policy(style_nonce=nonce)})


def _after(name: str, text: str, kept: Kept | Wrong | Outdated) -> Response:
    match kept:
        case Wrong(reading):
            return editor_page(name or None, text, request.form.get("base", 0, type=int), reading, 422)
        case Outdated(newest):
            return editor_page(name, text, newest.number, checked(text, name), 409, met=newest)
    own_formats.drop_draft(doors().database, the_staff().id, name)
    saved = kept.saved
    checked(saved.source, saved.format)
    told = (
        gettext("Version %(version)s is saved.", version=saved.version)
        if kept.fresh
        else gettext("Nothing had changed: version %(version)s stays the newest.", version=saved.version)
    )
    flash(told, "good")
    return redirect(url_for("library.show", name=saved.format))


def _newest(name: str) -> Saved:
    for saved in own_formats.newest(doors().database, name):
        return saved
    raise NotFound
