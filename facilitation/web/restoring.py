"""Bringing an experiment of another house: a file is sent, what would come is shown, then it all comes, or nothing.

Restoring takes a while: its page follows it, and calls it off until the moment it is written.
"""

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.archive import ArchiveRefused, Preview, look_into, restore, unlocked
from facilitation.archive.making import Follow
from facilitation.archive.refusals import WORDS
from facilitation.archive.saying import said_of
from facilitation.web.access import admin_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.jobs import Followed, let_follow
from facilitation.web.language import current_locale, said

blueprint = Blueprint("restoring", __name__, url_prefix="/archives")

RESTORED: Followed[int] = Followed("restored", lambda: doors().restoring)

ONE = "one"
"""A browser follows one restoration at a time."""

let_follow(blueprint, RESTORED, lambda: ONE, "restoring.show", only=admin_only)


@blueprint.get("")
@admin_only
def show() -> Response:
    """Where an archive is sent, and where its restoration is followed; once it is done, the experiment."""
    number = RESTORED.made(ONE)
    if number is None:
        return _page()
    RESTORED.forget(ONE)
    flash(gettext("The experiment was restored, with its sessions."), "good")
    return redirect(url_for("experiments.show", experiment_id=number))


@blueprint.post("")
@admin_only
def look() -> Response:
    """What it would bring. Nothing is kept of it but the file, for an hour."""
    file = request.files.get("file")
    data = file.read() if file else b""
    if not data:
        return _page(trouble=gettext("Choose a file first."), code=422)
    try:
        data = unlocked(data, request.form.get("passphrase", ""))
        preview = look_into(doors().database, data, doors().run)
    except ArchiveRefused as refused:
        return _page(trouble=said(refused.message), code=422)
    if preview.here_already:
        return _page(preview=preview, trouble=said(WORDS["here-already"]), code=422)
    return _page(preview=preview, name=doors().waiting.keep(data, the_staff().id, doors().clock()))


@blueprint.post("/restore")
@admin_only
def take() -> Response:
    """Begin to restore what was looked into."""
    name, account, now = request.form.get("name", ""), the_staff().id, doors().clock()
    data = doors().waiting.find(name, account, now)
    if data is None:
        return _page(trouble=gettext("This file no longer waits here: send it again."), code=422)
    doors().waiting.forget(name, account)
    database, run = doors().database, doors().run

    def work(follow: Follow) -> int:
        return restore(database, data, now, run, follow)

    RESTORED.remember(ONE, doors().restoring.begin(work), current_locale())
    return redirect(url_for("restoring.show"))


def _page(preview: Preview | None = None, name: str = "", trouble: str = "", code: int = 200) -> Response:
    page = render_template(
        "experiments/restore.html",
        preview=preview,
        lines=said_of(preview) if preview else (),
        name=name,
        trouble=trouble,
        progress=None if preview or trouble else RESTORED.progress(ONE),
    )
    return make_response(page, code)
