"""Limits on failures: wrong codes over the whole house, wrong passwords per login name and over the house.

Never per network address: a room of sixty people shares one, and somebody else's typing must not lock them out. For
the same reason a right code or slip always opens, however many wrong ones were typed: what protects it is its length.
"""

from typing import Literal, cast

from flask import Flask, current_app
from flask_limiter import Limiter
from limits import RateLimitItem, parse
from werkzeug.exceptions import TooManyRequests

from facilitation.records.digests import digest

Failure = Literal["code", "slip", "password", "password-anywhere", "later"]

CEILINGS: dict[Failure, RateLimitItem] = {
    "code": parse("600 per minute"),
    "slip": parse("300 per minute"),
    "password": parse("8 per 5 minutes"),
    "password-anywhere": parse("120 per minute"),
    "later": parse("120 per minute"),
}
"""Beyond them, what is wrong is answered with "wait a minute"; a password is not even looked at. Over the house,
right passwords count too: each of them costs the server as much. `later` are answers weeks after a session that come
without a code, each session by itself: no failures, but whoever has the link could send any number of them.

A hundred guesses a second, day and night, against 40-bit codes and twenty open doors: one chance in 6 000 a day.
"""

NAME = "facilitation.web.limiter"


def count_failures(app: Flask) -> None:
    """Give the app its counters, in memory: they start from nothing with the server."""
    limiter = Limiter(key_func=lambda: "house", storage_uri="memory://", headers_enabled=False)
    limiter.init_app(app)
    app.extensions[NAME] = limiter


def refuse_if_too_many(failure: Failure, whose: str = "house") -> None:
    """Raise TooManyRequests when the ceiling has been reached."""
    if not _limiter().limiter.test(CEILINGS[failure], failure, digest(whose)):
        raise TooManyRequests


def count(failure: Failure, whose: str = "house") -> None:
    """One more failure."""
    _limiter().limiter.hit(CEILINGS[failure], failure, digest(whose))


def forget(failure: Failure, whose: str = "house") -> None:
    """Whoever it was got it right: start counting from nothing."""
    _limiter().limiter.clear(CEILINGS[failure], failure, digest(whose))


def _limiter() -> Limiter:
    return cast(Limiter, current_app.extensions[NAME])
