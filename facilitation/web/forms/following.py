"""What follows a session: commitments, revisits, comments and opinions."""

from datetime import date
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import DateField, Form, RadioField, SelectField
from wtforms.validators import InputRequired, Optional

from facilitation.records.commitments import Promise
from facilitation.web.forms.fields import line, offered, words

STATES = (
    ("open", lazy_gettext("Not yet")),
    ("kept", lazy_gettext("Kept")),
    ("partly", lazy_gettext("Kept in part")),
    ("dropped", lazy_gettext("Dropped")),
)
OPINIONS = (
    ("favourable", lazy_gettext("Favourable")),
    ("reservations", lazy_gettext("Favourable with reservations")),
    ("unfavourable", lazy_gettext("Unfavourable")),
)
NO_SESSION = ""


class CommitmentForm(Form):
    """Which organisation, what, when, and how one will see it."""

    structure = line(lazy_gettext("Which organisation"))
    what: Any = words(lazy_gettext("Commits to what"), 1000, required=True)
    due_on = DateField(lazy_gettext("By when"), [Optional()])
    first_sign = words(lazy_gettext("First sign that it happens"), 500)
    session = SelectField(lazy_gettext("Said in which session"))

    def promise(self) -> Promise:
        """What was filled in."""
        return Promise(
            self.structure.data or "",
            self.what.data or "",
            self.due_on.data,
            self.first_sign.data or "",
            self.session.data or None,
        )


class OutcomeForm(Form):
    """What has become of a commitment."""

    state = SelectField(lazy_gettext("What has become of it"), choices=offered(STATES))
    outcome = words(lazy_gettext("In a few words"), 1000)


class RevisitForm(Form):
    """What was found, long after."""

    done_on = DateField(lazy_gettext("On which day"), [InputRequired(lazy_gettext("Please fill this in."))])
    words: Any = words(lazy_gettext("What still holds, what has changed, what has spread"), 5000, required=True)

    def check(self, today: date) -> bool:
        """Every field for itself, then: nobody has come back tomorrow."""
        fine = bool(self.validate())
        if fine and self.done_on.data and self.done_on.data > today:
            self.done_on.errors = [gettext("Give the day it was done, today at the latest.")]
            return False
        return fine


class CommentForm(Form):
    """A remark on one part of the dossier."""

    part = SelectField(lazy_gettext("About which part"))
    passage: Any = words(lazy_gettext("The passage it is about"), 1000)
    words: Any = words(lazy_gettext("Your comment"), 5000, required=True)


class OpinionForm(Form):
    """An opinion of the council, with its reasons."""

    word = RadioField(
        lazy_gettext("Your opinion"),
        [InputRequired(lazy_gettext("Choose one of the three."))],
        choices=offered(OPINIONS),
    )
    words: Any = words(lazy_gettext("Its reasons"), 10_000, required=True)
