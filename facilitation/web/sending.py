"""Files that a page hands out, to be kept and not shown."""

from werkzeug.wrappers import Response


def attached(body: bytes | str, kind: str, filename: str) -> Response:
    """A file under this name. `kind` is its media type, of which text is UTF-8."""
    response = Response(body, mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response
