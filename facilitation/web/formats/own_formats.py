"""The formats of this house: duplicated or brought as a file, all their versions, and taking one away."""

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.domain.format import Format
from facilitation.formats.reader import read_format
from facilitation.formats.reading.decoding import BIGGEST
from facilitation.formats.retouching import CannotRetouch, Path, places_of
from facilitation.records import own_formats
from facilitation.records.own_formats import NEW, Draft, Own
from facilitation.shelf import Wrong, duplicate, keep_new
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.formats.difference import difference
from facilitation.web.formats.editor import editor_page
from facilitation.web.formats.editor_text import checked
from facilitation.web.formats.library import format_or_404, may_delete
from facilitation.web.forms.fields import sent
from facilitation.web.forms.own_formats import CopyForm, UploadForm
from facilitation.web.language import said
from facilitation.web.sending import attached

blueprint = Blueprint("own_formats", __name__)


@blueprint.get("/formats/<name>/duplicate")
@staff_only
def copy(name: str) -> Response:
    """How the copy of a format is to be called."""
    form = format_or_404(name)
    fields = CopyForm(id=_free(name), title_fr=f"{form.title.fr} (copie)", title_en=f"{form.title.en} (copy)")
    return _copy_page(form, fields)


@blueprint.post("/formats/<name>/duplicate")
@staff_only
def add_copy(name: str) -> Response:
    """Keep the copy, and open it in the editor, or in the simple view."""
    form, fields = format_or_404(name), CopyForm(sent())
    if fields.validate() and doors().library.reading(fields.id.data or "") is not None:
        fields.id.errors = [gettext("A format of this house is already called that. Choose another identifier.")]
    if fields.errors:
        return _copy_page(form, fields, 422)
    source = doors().library.reading(name)
    try:
        text, parent = duplicate(form, source.written if source else "", fields.id.data or "", _titles(name, fields))
    except CannotRetouch:
        fields.title_fr.errors = [gettext("These words cannot be written into the file. Use simpler ones.")]
        return _copy_page(form, fields, 422)
    checked(text, fields.id.data or "")
    kept = keep_new(doors().library, text, the_staff().id, doors().clock(), parent)
    if isinstance(kept, Wrong):
        fields.id.errors = [said(remark.message) for remark in kept.reading.diagnostics if remark.level == "error"]
        return _copy_page(form, fields, 422)
    flash(gettext("The copy is yours to change. The one it comes from stays as it is."), "good")
    view = "simple.edit" if request.args.get("then") == "simple" else "editor.edit"
    return redirect(url_for(view, name=kept.saved.format))


@blueprint.get("/studio/upload")
@staff_only
def choose_file() -> Response:
    """A file to bring."""
    return make_response(render_template("formats/upload.html", form=UploadForm(), reading=None))


@blueprint.post("/studio/upload")
@staff_only
def upload() -> Response:
    """Keep a file as a format of this house; what is wrong with it is told, and can be mended at once."""
    file = request.files.get("file")
    fields = UploadForm()
    if file is None or not file.filename:
        fields.file.errors = [gettext("Choose a file first: a .yaml file, written or downloaded before.")]
        return make_response(render_template("formats/upload.html", form=fields, reading=None), 422)
    data = file.stream.read(BIGGEST + 1)
    reading = read_format(data, file.filename[:100]) if len(data) > BIGGEST else None
    text = None if reading else _decoded(data)
    if text is None:
        # Neither can be shown in an editor: the file stays where it is, and the remark says what to do with it.
        found = reading or read_format(data, file.filename[:100])
        return make_response(render_template("formats/upload.html", form=fields, reading=found), 422)
    return _kept(text)


@blueprint.get("/formats/<name>/versions/<int:number>")
@staff_only
def version(name: str, number: int) -> str:
    """One version as it was saved, and what changed with it."""
    own, saved = _own(name), own_formats.version(doors().database, name, number)
    if saved is None:
        raise NotFound
    before = own_formats.version(doors().database, name, number - 1)
    earlier = before.source if before else own.parent.source if own.parent else None
    return render_template(
        "formats/version.html",
        own=own,
        saved=saved,
        before=before,
        newest=next(iter(own_formats.newest(doors().database, name))),
        hunks=difference(earlier, saved.source) if earlier is not None else None,
    )


@blueprint.get("/formats/<name>/versions/<int:number>/file")
@staff_only
def download(name: str, number: int) -> Response:
    """The file of one version."""
    saved = own_formats.version(doors().database, name, number)
    if saved is None:
        raise NotFound
    return attached(saved.source, "application/yaml", f"{name}.yaml")


@blueprint.post("/formats/<name>/delete")
@staff_only
def delete(name: str) -> Response:
    """Take a format of this house away, with all its versions; never one that sessions were planned from."""
    own = _own(name)
    if not may_delete(own):
        raise NotFound
    if not own_formats.remove(doors().database, own.id):
        flash(gettext("Sessions were planned from this format: it stays, so that they can be understood later."), "bad")
        return redirect(url_for("library.show", name=name))
    flash(gettext("The format “%(name)s” is gone.", name=name), "good")
    return redirect(url_for("library.show_all"))


def _kept(text: str) -> Response:
    account, now = the_staff().id, doors().clock()
    own_formats.keep_draft(doors().database, account, Draft(NEW, text, 0, now))
    kept = keep_new(doors().library, text, account, now)
    if isinstance(kept, Wrong):
        return editor_page(None, text, 0, kept.reading, 422)
    own_formats.drop_draft(doors().database, account, NEW)
    flash(gettext("Version %(version)s is saved.", version=kept.saved.version), "good")
    return redirect(url_for("library.show", name=kept.saved.format))


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    except UnicodeDecodeError:
        return None


def _own(name: str) -> Own:
    own = own_formats.find(doors().database, name)
    if own is None:
        raise NotFound
    return own


def _free(name: str) -> str:
    """The first name of its kind that is not taken."""
    taken = doors().library.readings
    return next(wanted for number in range(2, len(taken) + 3) if (wanted := f"{name[:56]}-{number}") not in taken)


def _titles(name: str, fields: CopyForm) -> dict[Path, str]:
    reading = doors().library.reading(name)
    places = places_of(reading.written if reading else "")
    wanted: dict[Path, str] = {
        ("title", "fr"): fields.title_fr.data or "",
        ("title", "en"): fields.title_en.data or "",
        ("title",): fields.title_fr.data or "",
    }
    return {path: words for path, words in wanted.items() if path in places}


def _copy_page(form: Format, fields: CopyForm, code: int = 200) -> Response:
    return make_response(render_template("formats/copy.html", form=form, fields=fields), code)
