"""What somebody of the team had typed into a form that is refused: given back to them, so that it can be copied."""

from flask import current_app, request
from werkzeug.exceptions import RequestEntityTooLarge

SECRETS = ("csrf_token", "password", "secret", "key", "code", "token")
"""Beginnings of names whose values are never shown again."""


def typed() -> tuple[str, ...]:
    """The sentences of the form that was sent to a page of the team; nothing for any other request."""
    view = current_app.view_functions.get(request.endpoint or "")
    # A page of the team is read on a screen of their own: never on a shared device.
    if request.method != "POST" or not getattr(view, "for_the_team", False):
        return ()
    try:
        fields = request.form
    except RequestEntityTooLarge:
        return ()  # what is too large was refused unread: there is nothing to give back
    sent = ((name, value.strip()) for name, value in fields.items(multi=True))
    return tuple(value for name, value in sent if _is_words(value) and not name.lower().startswith(SECRETS))


def _is_words(value: str) -> bool:
    return any(sign.isspace() for sign in value)
