"""What is looked for in the library."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import Form, IntegerField, SelectField
from wtforms.form import BaseForm
from wtforms.validators import NumberRange, Optional, StopValidation

from facilitation.web.forms.fields import line, offered

FAMILIES = (
    ("", lazy_gettext("Any family")),
    ("cooperation-game", lazy_gettext("Cooperation game")),
    ("peer-exchange", lazy_gettext("Peer exchange")),
    ("seminar-activity", lazy_gettext("Seminar activity")),
)
MOST_PEOPLE = 2000
LONGEST = 1440


class _Count(IntegerField):
    """A whole number; says so in the page's language when it cannot read one."""

    def __init__(self, label: Any, most: int, **more: Any) -> None:
        self.wrong = lazy_gettext("Write a whole number, from 1 to %(max)s.", max=most)
        super().__init__(label, [Optional(), NumberRange(1, most, message=self.wrong)], **more)

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata([value for value in valuelist if value.strip()])
        except ValueError:
            raise ValueError(self.wrong) from None

    def pre_validate(self, form: BaseForm) -> None:
        if self.process_errors:
            raise StopValidation  # said already


def _known(family: str) -> str:
    """Only a crafted address asks for a family that there is not: it is left aside."""
    return family if family in dict(FAMILIES) else ""


class SearchForm(Form):
    """Words, family, minutes at hand, people expected, what they will be able to do. All of it may stay empty."""

    words = line(lazy_gettext("Words"), required=False)
    family = SelectField(lazy_gettext("Family"), choices=offered(FAMILIES), filters=[_known])
    minutes = _Count(lazy_gettext("Minutes at hand"), LONGEST)
    people = _Count(lazy_gettext("How many people"), MOST_PEOPLE)
    objective = line(lazy_gettext("Objective"), required=False)
