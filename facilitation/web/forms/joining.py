"""Codes to type, and what a participant agrees to."""

from flask_babel import lazy_gettext
from wtforms import Form, HiddenField, StringField

from facilitation.web.forms.fields import tick, tidy


class CodeForm(Form):
    """The code of a session, or of a withdrawal slip. What is wrong with it is said by the view."""

    code = StringField(lazy_gettext("Code"), filters=[tidy])


class ConsentForm(Form):
    """What may be done with a participant's words. Every box may stay empty: taking part does not hang on them."""

    visit = HiddenField()
    report = tick(lazy_gettext("My contributions may appear in the report, without my name"))
    quotation = tick(lazy_gettext("My exact words may be quoted, without my name"))
    publication = tick(lazy_gettext("They may also appear in what is published outside the team, without my name"))
