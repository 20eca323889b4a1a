"""A clearance for photos."""

from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import DateField, Form
from wtforms.validators import InputRequired

from facilitation.records.clearances import Clearance
from facilitation.web.forms.fields import line, words


def _day(label: Any) -> DateField:
    return DateField(label, [InputRequired(lazy_gettext("Please fill this in."))])


class ClearanceForm(Form):
    """What may be photographed, by whose word, on which days."""

    words: Any = words(lazy_gettext("What may be photographed, and on which conditions"), 1000, required=True)
    authority = line(lazy_gettext("Who allows it: a function, never a name"))
    since = _day(lazy_gettext("From"))
    until = _day(lazy_gettext("To"))

    def validate(self, extra_validators: Any = None) -> bool:
        """Every field for itself, then: the last day is not before the first."""
        fine = bool(super().validate(extra_validators))
        since, until = self.since.data, self.until.data
        if since and until and until < since:
            self.until.errors = [gettext("The last day comes before the first.")]
            return False
        return fine

    def clearance(self) -> Clearance:
        """What was filled in; asked only once it is valid."""
        since, until = self.since.data, self.until.data
        assert since is not None
        assert until is not None
        return Clearance(self.words.data or "", self.authority.data or "", since, until)
