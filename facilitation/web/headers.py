"""Headers of every answer: nothing from elsewhere, nothing left behind on a shared phone."""

import re

from flask import Flask, request
from werkzeug.exceptions import SecurityError
from werkzeug.wrappers import Response

from facilitation.web.cookies import over_https

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'"
)

_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]{1,255}")


def send_headers(app: Flask) -> None:
    """Add the headers to every answer of the app."""
    app.after_request(protect)


def protect(response: Response) -> Response:
    """Security headers; pages are not stored unless the view said otherwise."""
    response.headers.setdefault("Content-Security-Policy", policy())
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
    response.headers.setdefault("Cache-Control", "no-store")
    if over_https():
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    return response


def frame_here(response: Response) -> Response:
    """Let our own pages, and no others, show this one in a frame."""
    response.headers["Content-Security-Policy"] = policy("'self'")
    return response


def policy(ancestors: str = "'none'", style_nonce: str = "") -> str:
    """The content security policy. Sockets are named: phones of before 2022 do not count them among `'self'`.

    `style_nonce` lets one style sheet in that a script makes.
    """
    rules = f"{POLICY}; frame-ancestors {ancestors}"
    if style_nonce:
        rules = rules.replace("style-src 'self'", f"style-src 'self' 'nonce-{style_nonce}'")
    try:
        host = request.host
    except SecurityError:
        return rules
    if not _HOST.fullmatch(host):
        return rules
    return f"{rules}; connect-src 'self' {'wss' if over_https() else 'ws'}://{host}"
