"""Programmes, their editions, and the organisations that take part."""

from datetime import date
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import DateField, Form, SelectField
from wtforms.validators import InputRequired, Optional

from facilitation.records.programmes import EditionFacts, season_from
from facilitation.web.forms.fields import line, offered, words

CATEGORIES = (
    ("association", lazy_gettext("Association")),
    ("justice", lazy_gettext("Justice administration")),
    ("public-service", lazy_gettext("Other public service")),
    ("funder", lazy_gettext("Foundation or patron")),
    ("company", lazy_gettext("Company")),
    ("research", lazy_gettext("University or laboratory")),
    ("other", lazy_gettext("Other")),
)
ROLES = (
    ("bearer", lazy_gettext("Bears the project")),
    ("partner", lazy_gettext("Partner")),
    ("funder", lazy_gettext("Funds it")),
    ("host", lazy_gettext("Hosts it")),
    ("research", lazy_gettext("Studies it")),
)


class ProgrammeForm(Form):
    """A programme."""

    name = line(lazy_gettext("Name of the programme"))
    words: Any = words(lazy_gettext("What it is"))


class EditionForm(Form):
    """A season; without an end it lasts nine months."""

    name = line(lazy_gettext("Name of the edition"))
    begins_on = DateField(lazy_gettext("Begins on"), [InputRequired(lazy_gettext("Please fill this in."))])
    ends_on = DateField(lazy_gettext("Ends on"), [Optional()])
    words: Any = words(lazy_gettext("Notes for the team"))

    def validate(self, extra_validators: Any = None) -> bool:
        """Every field for itself, then: the end comes after the beginning."""
        fine = bool(super().validate(extra_validators))
        begins, ends = self.begins_on.data, self.ends_on.data
        if begins and ends and ends < begins:
            self.ends_on.errors = [gettext("The end comes before the beginning.")]
            return False
        return fine

    def facts(self) -> EditionFacts:
        """What was filled in."""
        begins: date = self.begins_on.data or date.min
        ends = self.ends_on.data or season_from(begins)
        return EditionFacts(self.name.data or "", begins, ends, self.words.data or "")


class PartnerForm(Form):
    """An organisation and its role."""

    name = line(lazy_gettext("Name of the organisation"))
    category = SelectField(lazy_gettext("Kind of organisation"), choices=offered(CATEGORIES))
    role = SelectField(lazy_gettext("Its role here"), choices=offered(ROLES))
