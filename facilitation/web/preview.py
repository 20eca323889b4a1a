"""What phones will show: the real screen of a role in a stage, drawn from a sample session and held still."""

from typing import Any

from flask import Blueprint, make_response, render_template, request, url_for
from flask_babel import force_locale, gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.domain.format import Format
from facilitation.domain.format.text import Locale
from facilitation.formats import Reading
from facilitation.records import own_formats
from facilitation.records.own_formats import NEW
from facilitation.rehearsal.preview import Glance, Unseen, glance
from facilitation.shelf.keeping import named
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.formats.editor import FIRST
from facilitation.web.formats.editor_text import checked
from facilitation.web.formats.library import reading_or_404
from facilitation.web.forms.preview import PreviewForm, preview_form
from facilitation.web.headers import frame_here
from facilitation.web.live import page_of

blueprint = Blueprint("preview", __name__)

HERE = "#main"
"""Where every link of a phone leads that is only looked at."""


@blueprint.get("/formats/<name>/preview")
@staff_only
def of_format(name: str) -> Response:
    """A format of the library: choose a stage and a role, and see the phone."""
    return _page(reading_or_404(name), name, url_for("preview.phone_of_format", name=name))


@blueprint.get("/formats/<name>/preview/phone")
@staff_only
def phone_of_format(name: str) -> Response:
    """The phone alone, for the frame."""
    return _phone(reading_or_404(name))


@blueprint.get("/studio/preview")
@staff_only
def of_draft() -> Response:
    """The same of the text that is being written (`?name=`), as the server last checked it."""
    name = request.args.get("name", NEW)
    return _page(_draft(name), name, url_for("preview.phone_of_draft"))


@blueprint.get("/studio/preview/phone")
@staff_only
def phone_of_draft() -> Response:
    """The phone alone, for the frame."""
    return _phone(_draft(request.args.get("name", NEW)))


def _draft(name: str) -> Reading:
    """What the account is writing; if nothing is unsaved, the newest version, or what a new format begins with."""
    draft = own_formats.draft(doors().database, the_staff().id, name)
    newest = next(iter(own_formats.newest(doors().database, name)), None) if name else None
    text = draft.source if draft else newest.source if newest else FIRST if name == NEW else None
    if text is None:
        raise NotFound
    return checked(text, name or named(text))


def _page(reading: Reading, name: str, phone: str) -> Response:
    """`?framed=yes` is the page without what stands around it, for the frame beside the editor."""
    framed, form = "framed" in request.args, reading.format
    asked = preview_form(form, request.args) if form else None
    page = render_template(
        "formats/preview.html",
        name=name,
        of_draft=request.endpoint == "preview.of_draft",
        reading=reading,
        form=asked,
        framed=framed,
        phone=f"{phone}?{_query(asked, name)}" if asked else None,
    )
    return frame_here(make_response(page)) if framed else make_response(page)


def _query(asked: PreviewForm, name: str) -> str:
    return url_for(request.endpoint or "", **{"name": name, **asked.data}).partition("?")[2]


def _phone(reading: Reading) -> Response:
    form = reading.format
    if form is None:
        return _nothing(gettext("This format cannot be played yet."), gettext("Mend what the checker found first."))
    asked = preview_form(form, request.args)
    seen = _seen(form, asked)
    if not isinstance(seen, Glance):
        return _nothing(gettext("There is no such screen"), _why(seen))
    locale: Locale = "en" if asked.language.data == "en" else "fr"
    with force_locale(locale):
        return frame_here(page_of("phone", form.title.said_in(locale), _boot(seen, locale)))


def _seen(form: Format, asked: PreviewForm) -> Glance | Unseen:
    """Played in another thread: a room full of phones is served meanwhile."""
    found = list[Glance | Unseen]()
    locale: Locale = "en" if asked.language.data == "en" else "fr"
    stage, role, people = asked.stage.data, asked.role.data, int(asked.people.data)
    doors().run(lambda: found.append(glance(form, stage, role, people, locale)))
    return found[0]


def _boot(seen: Glance, locale: Locale) -> dict[str, Any]:
    """As a phone begins, but for `still`: it then asks the server for nothing. The clock stands."""
    entries = [{"channel": name, "version": seen.seq, "full": full} for name, full in seen.documents.items()]
    return {
        "session": "preview",
        "kind": "participant",
        "locale": locale,
        "csrf": "",
        "urls": dict.fromkeys(("home", "leave", "withdraw"), HERE),
        "you": {"kind": "participant", "id": seen.person},
        "now": seen.now,
        "rate": 0,
        "channels": list(seen.documents),
        "documents": entries,
        "still": gettext("A preview of the phone: nothing can be pressed or written here."),
    }


def _why(unseen: Unseen) -> str:
    words: dict[Unseen, str] = {
        "nobody": gettext("Nobody has this role when this stage begins. Choose another role or another stage."),
        "not-reached": gettext(
            "The sample session did not come to this stage. Choose another number of people, or rehearse the format."
        ),
        "too-long": gettext("It took too long to come to this stage. Choose fewer people, or rehearse the format."),
    }
    return words[unseen]


def _nothing(title: str, advice: str) -> Response:
    return frame_here(make_response(render_template("formats/unseen.html", heading=title, advice=advice)))
