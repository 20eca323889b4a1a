"""Cookies: never readable by scripts, never sent along from another site, over https only where the page came so."""

from flask import Flask, request
from flask.sessions import SecureCookieSessionInterface
from werkzeug.wrappers import Response

YEAR = 365 * 24 * 60 * 60


class CarefulSessions(SecureCookieSessionInterface):
    """Flask's signed session cookie, marked Secure exactly when the request came over https."""

    def get_cookie_secure(self, app: Flask) -> bool:
        return request.is_secure


def give_cookie(response: Response, name: str, value: str, seconds: int | None = None) -> None:
    """Set a cookie for the whole site; without `seconds` it goes when the browser closes."""
    response.set_cookie(name, value, max_age=seconds, httponly=True, samesite="Lax", secure=request.is_secure)


def take_cookie(response: Response, name: str) -> None:
    """Make the browser forget a cookie."""
    response.delete_cookie(name, httponly=True, samesite="Lax", secure=request.is_secure)
