"""Trying a format out: how many simulated people, how fast, with or without surprises."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import SelectField
from wtforms.validators import InputRequired, NumberRange, Optional

from facilitation.domain.format import Format
from facilitation.rehearsal.trial import READABLE
from facilitation.web.forms.fields import Whole, offered, tick
from facilitation.web.forms.planning import FormatForm, form_with
from facilitation.web.language import NAMES

USUAL = 12
MOST = 60
"""People on one server, beside live sessions; larger rooms are rehearsed at the prompt."""

SPEEDS = (
    (READABLE, lazy_gettext("As fast as one can read (about 15 seconds a stage)")),
    ("20", lazy_gettext("20 times as fast")),
    ("5", lazy_gettext("5 times as fast")),
    ("1", lazy_gettext("In real time")),
)


class TrialForm(FormatForm):
    """What every trial needs, whatever its format."""

    participants = Whole(lazy_gettext("Number of simulated participants"))
    speed = SelectField(lazy_gettext("Speed"), choices=offered(SPEEDS))
    slot = Whole(
        lazy_gettext("Length of your slot, in minutes"),
        [Optional(), NumberRange(1, 1440, message=lazy_gettext("From 1 to 1440 minutes."))],
    )
    locale = SelectField(lazy_gettext("Language of the session"), choices=offered(NAMES.items()))
    seed = Whole(lazy_gettext("Draw"), [Optional(), NumberRange(1, 10**9, message=lazy_gettext("A number from 1 on."))])
    surprises = tick(lazy_gettext("With surprises: some leave, come late, type slowly or make mistakes"))


def trial_form(form: Format, minutes: dict[str, int] | None) -> type[TrialForm]:
    """The form for one format; without `minutes`, its settings and durations are not asked for."""
    low, high = people(form)
    said = lazy_gettext("From %(low)s to %(high)s people.", low=low, high=high)
    asked = type(
        "TrialForm",
        (TrialForm,),
        {
            "participants": Whole(
                lazy_gettext("Number of simulated participants"),
                [InputRequired(said), NumberRange(low, high, message=said)],
                description=said,
            )
        },
    )
    made: type[TrialForm] = asked if minutes is None else form_with(form, minutes, asked)
    return made


def people(form: Format) -> tuple[int, int]:
    """How few and how many may be simulated."""
    return form.fewest, max(form.fewest, min(form.most, MOST))


def usual(form: Format) -> dict[str, Any]:
    """What a trial is asked for where nothing is said."""
    low, high = people(form)
    return {"participants": min(max(USUAL, low), high), "speed": READABLE, "seed": 1}
