"""Cookies: never readable by scripts, never sent along from another site, over https only where the page came so."""

from urllib.parse import urlsplit

from flask import Flask, request
from flask.sessions import SecureCookieSessionInterface
from werkzeug.exceptions import SecurityError
from werkzeug.wrappers import Response

from facilitation.web.doors import doors

YEAR = 365 * 24 * 60 * 60


class CarefulSessions(SecureCookieSessionInterface):
    """Flask's signed session cookie, marked Secure exactly when the page came over https."""

    def get_cookie_secure(self, app: Flask) -> bool:
        return over_https()


def over_https() -> bool:
    """Whether the browser speaks https: to us, or to the proxy in front, which is known by the public name."""
    if request.is_secure:
        return True
    public = urlsplit(doors().public_url or "")
    try:
        return public.scheme == "https" and request.host == public.netloc
    except SecurityError:
        return False


def give_cookie(response: Response, name: str, value: str, seconds: int | None = None) -> None:
    """Set a cookie for the whole site; without `seconds` it goes when the browser closes."""
    response.set_cookie(name, value, max_age=seconds, httponly=True, samesite="Lax", secure=over_https())


def take_cookie(response: Response, name: str) -> None:
    """Make the browser forget a cookie."""
    response.delete_cookie(name, httponly=True, samesite="Lax", secure=over_https())
