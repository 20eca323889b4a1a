"""Pages for what goes wrong: each says what to do next. Live screens get the same as JSON."""

from dataclasses import dataclass

from flask import Flask, jsonify, make_response, render_template, request, url_for
from flask_babel import gettext
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError
from werkzeug.wrappers import Response

from facilitation.archive.refusals import WORDS
from facilitation.database import Busy
from facilitation.desk import NotSaved
from facilitation.web.language import NAMES, NotInThisLanguage, said
from facilitation.web.typed import typed

FOR_SCREENS = ("live.ticket", "live.do", "live.read_documents", "live.any_ticket", "live.any_do", "live.any_documents")
"""The endpoints that answer in JSON, whatever happens."""

WORDS_FOR_SCREENS = {404: "session-unknown", 429: "too-many", 400: "not-understood", 413: "too-long"}


UNKNOWN_NAME = (
    "Ce serveur ne répond pas à ce nom. Ouvrez l’adresse qu’il affiche à son démarrage.\n"
    "This server does not answer to this name. Open the address it prints when it starts.\n"
)
"""Said in both languages, without a page: no address can be built for a name that is not ours."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a page of trouble says: what happened, what to do, and where the button leads."""

    title: str
    advice: str
    to: str = "/"
    button: str = ""


def catch_errors(app: Flask) -> None:
    """Answer every error with a page in the person's language."""
    app.register_error_handler(CSRFError, forged)
    app.register_error_handler(HTTPException, answer)
    app.register_error_handler(NotSaved, not_saved)
    app.register_error_handler(Busy, busy)
    app.register_error_handler(NotInThisLanguage, not_in_this_language)


def forged(error: CSRFError) -> Response:
    """A form without its token: usually a page left open too long, or a browser without cookies."""
    trouble = Trouble(
        gettext("This page was no longer valid"),
        gettext(
            "Go back, reload the page, and send again. If it happens once more, allow cookies for this site: "
            "they only keep you connected."
        ),
    )
    return show(trouble, 400)


def not_saved(error: NotSaved) -> Response:
    """Nothing can be stored for now: the desk says why."""
    return show(Trouble(gettext("This could not be saved"), said(error.reason)), 503)


def busy(_: Busy) -> Response:
    """Too many ask at once: nothing was read or written."""
    title = gettext("Too many people are asking at once")
    response = show(Trouble(title, gettext("Try again in a moment. Nothing was changed."), request.path), 503)
    response.headers["Retry-After"] = "5"
    return response


def not_in_this_language(error: NotInThisLanguage) -> Response:
    """What is published is not translated on the way: nobody has found it right in that language."""
    languages = ", ".join(NAMES[each] for each in error.published)
    trouble = Trouble(
        gettext("The version was not published in this language"),
        gettext("It was published in: %(languages)s. Ask for it in that language, or ask for the draft.")
        % {"languages": languages},
        error.page,
        gettext("Documents"),
    )
    return show(trouble, 409)


def answer(error: HTTPException) -> Response:
    """Any other error; redirections and the like go through as they are."""
    code = error.code or 500
    if code < 400:
        return make_response(error.get_response())
    if isinstance(error, SecurityError):
        return make_response(UNKNOWN_NAME, 400, {"Content-Type": "text/plain; charset=utf-8"})
    return show(trouble_of(code), code)


def trouble_of(code: int) -> Trouble:
    """What to say for a status code."""
    match code:
        case 401:
            return Trouble(
                gettext("You are no longer signed in"),
                gettext("Your access has ended, or you signed out elsewhere. Nothing was saved."),
                url_for("signing_in.sign_in"),
                gettext("Sign in"),
            )
        case 404 if typed():
            return Trouble(
                gettext("This page is not open to you any more"),
                gettext("It was taken away, or your access to it has ended. Nothing was saved. Ask whoever runs it."),
            )
        case 403:
            return Trouble(
                gettext("This page is not open to you"),
                gettext("Ask the person who runs the workshop, or go back to the first page."),
            )
        case 404:
            return Trouble(
                gettext("This page does not exist, or not for you"),
                gettext("Check the address. If you are joining a workshop, type its code on the first page."),
            )
        case 405:
            return Trouble(
                gettext("This address cannot be opened like that"),
                gettext("Go back to the first page and start again from there."),
            )
        case 410:
            return Trouble(
                gettext("This is over"),
                gettext("What you are looking for is no longer kept here."),
            )
        case 413 if request.endpoint == "restoring.look":
            return Trouble(gettext("This file is too large"), said(WORDS["too-large"]), url_for("restoring.show"))
        case 413:
            return Trouble(
                gettext("That was too much at once"),
                gettext("Go back, shorten what you wrote, and send again."),
            )
        case 429:
            return Trouble(
                gettext("Too many attempts in a short time"),
                gettext("Wait one minute, then try again. Nothing is lost."),
            )
        case status if status < 500:
            return Trouble(
                gettext("This request was not understood"),
                gettext("Go back, reload the page, and try again."),
            )
    return Trouble(
        gettext("Something went wrong on our side"),
        gettext("What was saved is safe. Wait a moment, then reload the page. If it goes on, tell the facilitator."),
    )


def show(trouble: Trouble, code: int) -> Response:
    """The page, or the JSON that a live screen understands."""
    if request.endpoint in FOR_SCREENS:
        word = "not-allowed" if code == 400 and request.is_json else WORDS_FOR_SCREENS.get(code, "not-allowed")
        response = make_response(jsonify({"refused": word}), code)
    else:
        response = make_response(render_template("trouble.html", trouble=trouble, code=code, typed=typed()), code)
    if code == 429:
        response.headers["Retry-After"] = "60"
    return response
