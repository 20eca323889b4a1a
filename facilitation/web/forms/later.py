"""What is asked again weeks after a session, as forms: until when, and who answers if they like to say so."""

from datetime import date

from flask_babel import gettext, lazy_gettext
from wtforms import DateField, Form, HiddenField, StringField

from facilitation.web.forms.fields import tidy


class UntilForm(Form):
    """Until which day a link opens."""

    until = DateField(lazy_gettext("Open until the evening of"))

    def day(self, today: date) -> date | None:
        """The day, if it is one to come; otherwise the form says what to do."""
        chosen: date | None = self.until.data if self.validate() else None
        if chosen is None or chosen < today:
            self.until.errors = [gettext("Choose a day that is not over.")]
            return None
        return chosen


class LaterForm(Form):
    """Who answers, if they like to say so. The questions are read apart: each session has its own."""

    visit = HiddenField()
    code = StringField(lazy_gettext("Your withdrawal code of that session"), filters=[tidy])
    summary = ""
