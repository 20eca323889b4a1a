"""The simple view of a format: its texts, durations and settings in a form, saved as a new version of its file."""

from dataclasses import dataclass, replace

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.formats import Reading
from facilitation.formats.retouching import CannotRetouch, Path, passages, place_at, retouched
from facilitation.records import own_formats
from facilitation.records.own_formats import Saved
from facilitation.shelf import Kept, Outdated, Wrong, keep_next
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.formats.difference import difference
from facilitation.web.formats.editor_text import checked
from facilitation.web.formats.library import format_or_404
from facilitation.web.forms.fields import sent
from facilitation.web.forms.simple import SimpleForm, called, simple_form
from facilitation.web.language import said

blueprint = Blueprint("simple", __name__)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A form on the version `saved`; `base` is the newest version that its author has been told of."""

    saved: Saved
    base: int
    reading: Reading
    form: SimpleForm


@blueprint.get("/formats/<name>/simple")
@staff_only
def edit(name: str) -> Response:
    """The newest version of a format of this house in a form; of a shipped one, a copy is made first."""
    for saved in own_formats.newest(doors().database, name):
        begun = _begun(saved, saved.number)
        return _page(begun) if begun else _only_as_text(name)
    return redirect(url_for("own_formats.copy", name=format_or_404(name).id, then="simple"))


@blueprint.post("/formats/<name>/simple")
@staff_only
def save(name: str) -> Response:
    """Keep what was typed as the next version."""
    saved = own_formats.version(doors().database, name, request.form.get("from", 0, type=int))
    if saved is None:
        raise NotFound
    begun = _begun(saved, request.form.get("base", 0, type=int))
    if begun is None:
        return _only_as_text(name)
    text = _written(begun) if begun.form.validate() else None
    if text is None:
        return _page(begun, 422)
    # Read beside the room first: what is kept has been checked already.
    checked(text, name)
    return _after(begun, text, keep_next(doors().library, name, text, begun.base, the_staff().id, doors().clock()))


def _begun(saved: Saved, base: int) -> _Begun | None:
    reading = checked(saved.source, saved.format)
    if reading.format is None:
        return None
    return _Begun(saved, base, reading, simple_form(passages(saved.source), reading.format)(sent()))


def _written(begun: _Begun) -> str | None:
    """The file with what was typed; nothing where it cannot be written, which is then said beside the field."""
    changed, found = begun.form.changed(), list[str | Path]()

    def write() -> None:
        try:
            found.append(retouched(begun.saved.source, changed))
        except CannotRetouch as refused:
            found.append(refused.args[0])

    # A long file with many changes takes a while: a room full of phones is served meanwhile.
    doors().run(write)
    match found[0]:
        case str(text):
            return text
        case path:
            begun.form.blame(path, gettext("These words cannot be written into the file. Use simpler ones."))
            return None


def _after(begun: _Begun, text: str, kept: Kept | Wrong | Outdated) -> Response:
    match kept:
        case Wrong(reading):
            return _page(replace(begun, reading=_blamed(begun.form, reading, text)), 422)
        case Outdated(newest):
            return _page(replace(begun, base=newest.number), 409, met=newest, text=text)
    told = (
        gettext("Version %(version)s is saved.", version=kept.saved.version)
        if kept.fresh
        else gettext("Nothing had changed: version %(version)s stays the newest.", version=kept.saved.version)
    )
    flash(told, "good")
    return redirect(url_for("simple.edit", name=kept.saved.format))


def _blamed(form: SimpleForm, reading: Reading, text: str) -> Reading:
    """The remarks that no field can answer for; each of the others is put beside its field."""
    errors = (remark for remark in reading.diagnostics if remark.level == "error")
    rest = tuple(
        remark
        for remark in errors
        if not form.blame(place_at(text, remark.line, remark.column), f"{said(remark.message)} {said(remark.remedy)}")
    )
    return replace(reading, diagnostics=rest)


def _only_as_text(name: str) -> Response:
    flash(gettext("This format needs mending first: the remarks say where."), "bad")
    return redirect(url_for("editor.edit", name=name))


def _page(begun: _Begun, code: int = 200, met: Saved | None = None, text: str = "") -> Response:
    name = begun.saved.format
    page = render_template(
        "formats/simple.html",
        name=name,
        begun=begun,
        form=begun.form,
        reading=begun.reading,
        called=called,
        met=met,
        draft=own_formats.draft(doors().database, the_staff().id, name),
        hunks=difference(met.source, text) if met else (),
    )
    return make_response(page, code)
