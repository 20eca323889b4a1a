"""The text that is being written: as the form sends it, checked, and kept until it is saved."""

from flask import request

from facilitation.formats import Reading
from facilitation.records import own_formats
from facilitation.records.own_formats import Draft
from facilitation.web.access import the_staff
from facilitation.web.doors import doors


def typed() -> str:
    """The text of the form, with one kind of line end, and without the sign that no database takes."""
    text = request.form.get("source", "")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").encode("utf-8", "replace").decode()


def checked(text: str, name: str) -> Reading:
    """The text, read and checked in another thread: a room full of phones is served meanwhile."""
    shelf, found = doors().library, list[Reading]()
    doors().run(lambda: found.append(shelf.check(text, name)))
    return found[0]


def keep_draft(name: str, text: str, base: int) -> None:
    """Keep what the account is writing, so that nothing is lost before it is saved."""
    own_formats.keep_draft(doors().database, the_staff().id, Draft(name, text, base, doors().clock()))
