"""Contesting something, opening a window of reading, recording what somebody says who has no phone."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import Form, IntegerField, SelectField, StringField
from wtforms.validators import InputRequired, NumberRange

from facilitation.web.forms.fields import line, tick, tidy, words

LONGEST = 2000
DAYS = 14


class ObjectionForm(Form):
    """What is not right, in one's own words."""

    words: Any = words(lazy_gettext("What is not right, in your words"), LONGEST, required=True)
    outside = tick(lazy_gettext("My words may also be read outside"))


class SpokenForm(ObjectionForm):
    """The same, said or written on paper by somebody whose withdrawal code is at hand."""

    words: Any = words(lazy_gettext("What is not right, in their words"), LONGEST, required=True)
    code = StringField(lazy_gettext("Their withdrawal code"), filters=[tidy])
    about = SelectField(lazy_gettext("About what"))


class WindowForm(Form):
    """For how long the dossier may be read."""

    days: Any = IntegerField(
        lazy_gettext("For how many days"),
        [
            InputRequired(lazy_gettext("Please fill this in.")),
            NumberRange(1, 180, lazy_gettext("Between 1 and 180 days.")),
        ],
        default=DAYS,
    )
    unread_why: Any = line(lazy_gettext("Why it is opened though nobody can read it"), 500, required=False)


class EndForm(Form):
    """Why it closes before its day."""

    why: Any = line(lazy_gettext("Why it closes now"), 500)
