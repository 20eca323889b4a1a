"""One written section, and the version it was written over."""

from flask_babel import lazy_gettext
from wtforms import Form, IntegerField
from wtforms.validators import NumberRange
from wtforms.widgets import HiddenInput

from facilitation.web.forms.fields import words

LONGEST = 20_000


class TextForm(Form):
    """The words, in Markdown."""

    body = words(lazy_gettext("Your text"), LONGEST)
    base = IntegerField(
        "", [NumberRange(0, 10**9, message=lazy_gettext("Open this page again, then save."))], widget=HiddenInput()
    )
