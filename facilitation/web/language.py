"""Which language a page speaks, and the catalogue of its words."""

from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Blueprint, Flask, redirect, request
from flask_babel import Babel, Domain, get_locale
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation import places
from facilitation.domain.format import Text
from facilitation.domain.format.text import Locale
from facilitation.web.cookies import YEAR, give_cookie

COOKIE = "locale"
LOCALES: tuple[Locale, ...] = ("fr", "en")
NAMES = {"fr": "Français", "en": "English"}
CATALOGUE = places.translations() / "fr" / "LC_MESSAGES" / "messages.po"
ZONE = "Europe/Paris"

blueprint = Blueprint("language", __name__)


class NotInThisLanguage(Exception):
    """A document was asked for in a language in which it was not published; `page` is where one asks for another."""

    def __init__(self, published: tuple[Locale, ...], page: str) -> None:
        super().__init__(published)
        self.published = published
        self.page = page


def speak_both(app: Flask) -> None:
    """Teach the app French (from the catalogue, compiled here) and English (as written in the code)."""
    babel = Babel(app, default_locale="fr", default_timezone=ZONE, locale_selector=wanted_locale)
    domain = Domain()
    domain.cache["fr", "messages"] = french(CATALOGUE)
    domain.cache["en", "messages"] = NullTranslations()
    babel.domain_instance = domain
    app.jinja_env.filters["said"] = said
    app.jinja_env.globals["current_locale"] = current_locale


def french(catalogue: Path) -> Translations:
    """The French words, read from their source."""
    compiled = BytesIO()
    with catalogue.open("rb") as file:
        write_mo(compiled, read_po(file, locale="fr"))
    compiled.seek(0)
    return Translations(compiled)


def wanted_locale() -> str:
    """The language chosen on this browser, else the one it asks for, else French."""
    chosen = request.cookies.get(COOKIE)
    return chosen if chosen in LOCALES else request.accept_languages.best_match(LOCALES) or "fr"


def current_locale() -> Locale:
    """The language of the page being made."""
    return "en" if str(get_locale()) == "en" else "fr"


def said(text: Text | str | None) -> str:
    """Words in the language of the page; a plain string is left as it is."""
    match text:
        case None:
            return ""
        case str():
            return text
    return text.said_in(current_locale())


def safe_path(target: str | None, otherwise: str) -> str:
    """`target` if it is a path of this site, else `otherwise`: nobody is led away by a crafted link."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return otherwise
    parts = urlsplit(target)
    return otherwise if parts.scheme or parts.netloc or any(ord(sign) < 32 for sign in target) else target


@blueprint.get("/lang/<code>")
def choose(code: str) -> Response:
    """Remember the language for a year and go back to where the person was."""
    if code not in LOCALES:
        raise NotFound
    response = redirect(safe_path(request.args.get("next"), "/"))
    give_cookie(response, COOKIE, code, YEAR)
    return response
