"""Settings and their values: the one place that says whether a value suits a setting."""

from fractions import Fraction
from typing import Literal, cast

from facilitation.domain.format import Option, Setting, SettingValue, Text
from facilitation.formats.building.activity import NOTHING, text_of
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.prose import read_prose
from facilitation.formats.reading.tree import Node, Word
from facilitation.formats.reading.values import exact, read_word
from facilitation.formats.schema.patterns import TRUTHS
from facilitation.formats.schema.shapes import Number, Prose, Truth, Whole
from facilitation.formats.words import spoken

Kind = Literal["text", "whole number", "number", "choice", "yes-no"]

BIGGEST = 10**12


def setting(name: str, form: Form, report: Report) -> Setting:
    """One setting; its default is read the way its type asks."""
    kind = _kind(form)
    plain = Setting(
        name=name,
        label=form.text("label") or NOTHING,
        kind=kind,
        default=Text.same(""),
        minimum=form.number("min"),
        maximum=form.number("max"),
        options=tuple(Option(key, text_of(said)) for key, said in form.named("options").items()),
        locked=form.truth("locked", False),
    )
    node = form.node("default")
    default = read_value(plain, node, report) if node is not None else None
    if default is None:
        return plain
    if not within(plain, default):
        report.add("default-outside", form.at("default"), value=shown(default))
    return Setting(
        name,
        plain.label,
        kind,
        default,
        plain.minimum,
        plain.maximum,
        plain.options,
        plain.locked,
    )


def _kind(form: Form) -> Kind:
    if "type" in form:
        return cast(Kind, form.word("type"))
    node = form.node("default")
    if not isinstance(node, Word) or not node.plain:
        return "text"
    if "options" in form:
        return "choice"
    number = exact(node.text)
    if number is None:
        return "yes-no" if node.text.casefold() in TRUTHS else "text"
    return "whole number" if number.denominator == 1 else "number"


def read_value(setting: Setting, node: Node, report: Report) -> SettingValue | None:
    """What was written for a setting, typed; `None` when the report says what is wrong."""
    if setting.kind == "text":
        return read_prose(node, Prose(longest=500), report, setting.name)
    if not isinstance(node, Word) or node.blank:
        report.add("wrong-type", node.spot, key=setting.name, expected=spoken(Number()))
        return None
    if setting.kind == "yes-no":
        truth = read_word(node, Truth(), report)
        return truth if isinstance(truth, bool) else None
    if setting.kind == "choice":
        return node.text.strip()
    if setting.kind == "whole number":
        whole = read_word(node, Whole(-BIGGEST, BIGGEST), report)
        return Fraction(whole) if isinstance(whole, int) else None
    number = read_word(node, Number(), report)
    return number if isinstance(number, Fraction) else None


def within(setting: Setting, value: SettingValue) -> bool:
    """Whether a value respects the limits and the options of its setting."""
    if isinstance(value, Fraction):
        low = setting.minimum is None or value >= setting.minimum
        return low and (setting.maximum is None or value <= setting.maximum)
    if setting.kind == "choice":
        return value in {option.id for option in setting.options}
    return True


def shown(value: SettingValue) -> str:
    """A value as it would be written."""
    return value.fr if isinstance(value, Text) else str(value)
