"""Scripts and styles, as the front-end build names them; kept for long, since their names change with their content."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Blueprint, request, send_from_directory
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.web.doors import doors

blueprint = Blueprint("assets", __name__)

_PLAIN = re.compile(r"[A-Za-z0-9_./-]{1,200}")

FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """The addresses of one screen's script and styles."""

    js: str | None
    css: tuple[str, ...]
    late: str | None = None
    """A second script, which the first one loads when it needs it, and its sheet."""
    late_style: str | None = None


def find_assets(static: Path) -> Callable[[str], Asset]:
    """How a template finds an asset by name. The manifest is read again when it changes, so that a rebuild is seen."""
    kept: dict[str, Any] = {"stamp": 0.0, "manifest": {}}

    def asset(name: str) -> Asset:
        file = static / "dist" / "manifest.json"
        stamp = file.stat().st_mtime if file.is_file() else 0.0
        if stamp != kept["stamp"]:
            kept.update(stamp=stamp, manifest=json.loads(file.read_text("utf-8")) if stamp else {})
        entry = kept["manifest"].get(name, {})
        js, late, style = (entry.get(key) for key in ("js", "late", "lateStyle"))
        css = tuple(_address(sheet) for sheet in entry.get("css", ()))
        return Asset(
            _address(js) if js else None, css, _address(late) if late else None, _address(style) if style else None
        )

    return asset


def _address(name: str) -> str:
    return f"/static/dist/{name}"


@blueprint.get("/static/dist/<path:name>")
def serve(name: str) -> Response:
    """A built file; its compressed twin where there is one and the browser takes it."""
    if not _PLAIN.fullmatch(name):
        raise NotFound
    folder = (doors().static / "dist").resolve()
    wanted = (folder / name).resolve()
    if not wanted.is_relative_to(folder) or name.endswith(".gz") or not wanted.is_file():
        raise NotFound
    packed = wanted.with_name(wanted.name + ".gz")
    if packed.is_file() and request.accept_encodings["gzip"] > 0:
        response = send_from_directory(folder, name + ".gz", mimetype=_kind(name))
        response.headers["Content-Encoding"] = "gzip"
    else:
        response = send_from_directory(folder, name, mimetype=_kind(name))
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = FOREVER
    return response


KINDS = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".json": "application/json",
    ".map": "application/json",
    ".png": "image/png",
}


def _kind(name: str) -> str:
    return KINDS.get(Path(name).suffix, "application/octet-stream")
