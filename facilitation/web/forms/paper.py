"""What is printed for a room without phones."""

from flask_babel import lazy_gettext
from wtforms import Form, IntegerField, RadioField, SelectMultipleField
from wtforms.validators import InputRequired, NumberRange, Optional

from facilitation.projections.packet import PARTS, Wanted
from facilitation.web.forms.fields import offered

WORDS = {
    "consents": lazy_gettext("Information sheet, consents with a stub to keep"),
    "slips": lazy_gettext("Slips of the stages"),
    "letters": lazy_gettext("Cards A to D, yes and no, to raise"),
    "sign-in": lazy_gettext("Sign-in sheet (on paper only)"),
    "roles": lazy_gettext("Role cards"),
    "posters": lazy_gettext("Posters for walls and tables"),
}


MOST = 1000
"""No session takes as many packets."""


class PrintForm(Form):
    """How many packets, which of them, and which parts. What cannot be read as a number is said at its field."""

    seats = IntegerField(lazy_gettext("How many people on paper, spares included"), [InputRequired(), NumberRange(1)])
    first = IntegerField(lazy_gettext("From packet"), [Optional(), NumberRange(1)])
    last = IntegerField(lazy_gettext("To packet"), [Optional(), NumberRange(1)])
    parts = SelectMultipleField(
        lazy_gettext("What to print"),
        choices=offered([(part, WORDS[part]) for part in PARTS]),
        default=list(PARTS),
    )
    sheets = SelectMultipleField(lazy_gettext("Slips of which stages"), coerce=int, validate_choice=False)
    language = RadioField(
        lazy_gettext("Language of the papers"),
        choices=offered([("fr", lazy_gettext("French")), ("en", lazy_gettext("English"))]),
    )

    @property
    def count(self) -> int:
        """How many packets there shall be; more than there can be is refused by the session."""
        return min(self.seats.data or 0, MOST)

    def wanted(self) -> Wanted:
        """What was asked for."""
        parts = tuple(part for part in PARTS if part in (self.parts.data or ()))
        sheets = tuple(self.sheets.data or ())
        return Wanted(parts, sheets, self.first.data or 1, min(self.last.data or MOST, self.count))
