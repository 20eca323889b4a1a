"""Planning a session: what every session needs, then the settings and durations of the chosen format."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

from flask_babel import gettext, lazy_gettext
from wtforms import DateField, Field, Form, IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import NumberRange, Optional

from facilitation.domain.format import Block, Format, Repeat, Setting, Stage, Text
from facilitation.formats import read_settings
from facilitation.web.forms.fields import Whole, line, offered, tidy
from facilitation.web.language import NAMES, current_locale, said
from facilitation.web.saying import usual as usual_words

SETTING = "setting_"
MINUTES = "minutes_"
LONGEST_STAGE = 480
LONG_WORDS = 60
MOST_INVITED = 9999


def invited_field() -> Whole:
    """How many people are asked to come; nobody's name."""
    wrong = lazy_gettext("From 1 to %(max)s.", max=MOST_INVITED)
    return Whole(
        lazy_gettext("How many people are invited"),
        [Optional(), NumberRange(1, MOST_INVITED, message=wrong)],
        render_kw={"inputmode": "numeric"},
    )


class InvitedForm(Form):
    """How many were asked to come, once the session is planned."""

    invited = invited_field()


class FormatForm(Form):
    """A form that also holds the settings and durations of one format."""

    def settings_fields(self) -> tuple[Field, ...]:
        """The fields made from the format's settings."""
        return tuple(field for field in self if field.name.startswith(SETTING))

    def minutes_fields(self) -> tuple[Field, ...]:
        """The fields made from the format's stages."""
        return tuple(field for field in self if field.name.startswith(MINUTES))

    def minutes(self) -> dict[str, int]:
        """The minutes that were changed, by stage."""
        fields = self.minutes_fields()
        return {field.name.removeprefix(MINUTES): field.data for field in fields if field.data is not None}

    def read_settings(self, form: Format) -> Mapping[str, Any]:
        """The values of the settings; what is wrong with them is put beside their fields."""
        raw = {field.name.removeprefix(SETTING): str(field.data or "") for field in self.settings_fields()}
        # What was left as it stood keeps the format's own words, in both languages.
        usual = {setting.name: tidy(shown_default(setting)) for setting in form.settings}
        changed = {name: typed for name, typed in raw.items() if typed != usual[name] and not _locked(form, name)}
        values, faults = read_settings(form, changed, current_locale())
        for field in self.settings_fields():
            fault = faults.get(field.name.removeprefix(SETTING))
            if fault is not None:
                field.errors = [*field.errors, said(fault)]
        return values

    def flawless(self) -> bool:
        """Whether no field has anything wrong with it."""
        return not any(field.errors for field in self)


Asked = TypeVar("Asked", bound=FormatForm)


class PlanForm(FormatForm):
    """What every session needs, whatever its format."""

    title = line(lazy_gettext("Title of the session"))
    locale = SelectField(lazy_gettext("Language of the session"), choices=offered(NAMES.items()))
    planned_on = DateField(lazy_gettext("Planned date"), [Optional()])
    invited = invited_field()

    def date(self) -> date | None:
        """The planned date."""
        planned: date | None = self.planned_on.data
        return planned


def plan_form(form: Format, minutes: Mapping[str, int]) -> type[PlanForm]:
    """The form that plans a session of one format."""
    return form_with(form, minutes, PlanForm)


def form_with(form: Format, minutes: Mapping[str, int], asked: type[Asked]) -> type[Asked]:
    """What is `asked` of every format, and what this one adds.

    `minutes` are the usual ones, by stage, shown where nothing is filled in.
    """
    fields = {SETTING + setting.name: _setting_field(setting) for setting in form.settings}
    fields |= {MINUTES + stage.id: _minutes_field(form, stage, minutes.get(stage.id)) for stage in stages_of(form.run)}
    return type(f"{asked.__name__}OfFormat", (asked,), fields)


def stages_of(blocks: tuple[Block, ...]) -> Iterator[Stage]:
    """Every stage of a format once, in order."""
    for block in blocks:
        match block:
            case Stage():
                yield block
            case Repeat(blocks=inner):
                yield from stages_of(inner)


def shown_default(setting: Setting) -> str:
    """The default of a setting as a person would type it."""
    match setting.default:
        case bool(value):
            return "yes" if value else "no"
        case Text() as text:
            return said(text)
        case Fraction() as number:
            plain = str(number) if number.denominator == 1 else f"{float(number):g}"
            return plain.replace(".", ",") if current_locale() == "fr" else plain
        case str(option):
            return option


def _setting_field(setting: Setting) -> Any:
    label, default = said(setting.label), shown_default(setting)
    more: dict[str, Any] = {"default": default, "render_kw": {"readonly": True} if setting.locked else {}}
    match setting.kind:
        case "yes-no":
            return RadioField(label, choices=offered([("yes", gettext("Yes")), ("no", gettext("No"))]), **more)
        case "choice":
            return SelectField(
                label, choices=offered((option.id, said(option.label)) for option in setting.options), **more
            )
        case "text" if len(default) > LONG_WORDS:
            return TextAreaField(label, filters=[tidy], **more)
    more["description"] = _limits(setting)
    return StringField(label, filters=[tidy], **more)


def _limits(setting: Setting) -> str:
    low, high = setting.minimum, setting.maximum
    if low is None or high is None:
        return ""
    return str(gettext("From %(low)s to %(high)s", low=f"{float(low):g}", high=f"{float(high):g}"))


def _minutes_field(form: Format, stage: Stage, usual: int | None) -> IntegerField:
    wrong = lazy_gettext("Write whole minutes, from 1 to %(max)s.", max=LONGEST_STAGE)
    shown = {"placeholder": str(usual)} if usual else {}
    return _Minutes(
        usual_words(stage.title, form),
        [Optional(), NumberRange(1, LONGEST_STAGE, message=wrong)],
        description=gettext("minutes per person") if stage.duration and stage.duration.per == "person" else "",
        render_kw={"inputmode": "numeric", **shown},
    )


class _Minutes(IntegerField):
    """Whole minutes; says so in the page's language when it cannot read them."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(gettext("Write whole minutes, from 1 to %(max)s.", max=LONGEST_STAGE)) from None


def _locked(form: Format, name: str) -> bool:
    return any(setting.name == name and setting.locked for setting in form.settings)
