"""The data of a dossier: a workbook, tables, JSON with its schema; any document as Markdown."""

from flask import Blueprint, jsonify, request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.data import dossier_csv, dossier_json
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.schema import dossier_schema
from facilitation.documentation.dossier.spreadsheet import dossier_xlsx
from facilitation.documentation.markdown import markdown_of
from facilitation.domain.format import Text
from facilitation.domain.format.text import Locale
from facilitation.web.access import staff_only
from facilitation.web.beside import beside_the_room
from facilitation.web.documents.asked import asked_kind, asked_locale, asked_rendering, date_of, note_export, told_of
from facilitation.web.documents.named import Document, data_file
from facilitation.web.experiments import experiment_or_404
from facilitation.web.sending import attached

blueprint = Blueprint("data", __name__, url_prefix="/experiments/<int:experiment_id>/documents")
published = Blueprint("schemas", __name__, url_prefix="/schemas")

DATA = Text("donnees", "data")

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@blueprint.get("/data.xlsx")
@staff_only
@beside_the_room
def workbook(experiment_id: int) -> Response:
    """Every table as a sheet."""
    told, locale, at = _asked(experiment_id)
    return _sent(experiment_id, dossier_xlsx(told, locale, at), XLSX, _named(DATA, experiment_id, told, locale, "xlsx"))


@blueprint.get("/data.json")
@staff_only
@beside_the_room
def whole(experiment_id: int) -> Response:
    """Everything, for programs."""
    told, locale, at = _asked(experiment_id)
    name = _named(DATA, experiment_id, told, locale, "json")
    return _sent(experiment_id, dossier_json(told, locale, at), "application/json", name)


@blueprint.get("/table-<name>.csv")
@staff_only
@beside_the_room
def table(experiment_id: int, name: str) -> Response:
    """One table."""
    told, locale, _ = _asked(experiment_id)
    try:
        body = dossier_csv(told, locale, name)
    except KeyError:
        raise NotFound from None
    return _sent(experiment_id, body, "text/csv", _named(Text.same(name), experiment_id, told, locale, "csv"))


@blueprint.get("/dossier.md")
@staff_only
@beside_the_room
def markdown(experiment_id: int) -> Response:
    """A document as Markdown."""
    told, locale, at = _asked(experiment_id)
    kind = asked_kind(request.args.get("document", ""))
    page = markdown_of(dossier_html(told, locale, at, kind))
    name = Document(kind, told.rendering).file(experiment_id, locale, "md")
    return _sent(experiment_id, page.encode(), "text/markdown", name)


@published.get("/dossier.json")
def schema() -> Response:
    """What the JSON of a dossier looks like: open to anybody, as it tells nothing of anybody."""
    return jsonify(dossier_schema())


def _asked(experiment_id: int) -> tuple[Dossier, Locale, int]:
    locale = asked_locale(request.args.get("language", ""))
    rendering, which = asked_rendering(request.args.get("rendering", "")), request.args.get("which", "")
    told = told_of(experiment_or_404(experiment_id), locale, rendering, which)
    return told, locale, date_of(experiment_id, request.args.get("dated", ""))


def _named(name: Text, experiment_id: int, told: Dossier, locale: Locale, ending: str) -> str:
    return data_file(name, experiment_id, locale, told.rendering, ending)


def _sent(experiment_id: int, body: bytes, kind: str, name: str) -> Response:
    note_export(experiment_id)
    return attached(body, kind, name)
