"""Two who change the same thing at once: what a form was written over, and both versions where somebody was faster."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask import request
from flask_babel import gettext
from wtforms import Field, FieldList, Form, FormField, SelectField, SelectMultipleField

from facilitation.records.meanwhile import seen


@dataclass(frozen=True, slots=True)
class Beneath:
    """What a page goes on from: `base` travels with its form, `theirs` is what somebody saved meanwhile, each under the
    label of its field. `faster` says that somebody did.
    """

    base: str
    faster: bool = False
    theirs: tuple[tuple[str, str], ...] = ()


UNSAID = "-"
"""The base of a form that does not say over what it was written: whatever stands, it may be over something else."""


def base_sent() -> str:
    """What the form that was sent was written over."""
    return request.form.get("base") or UNSAID


def beneath(facts: object) -> Beneath:
    """For a form about facts as they stand. What was sent keeps its own base until somebody has seen both versions."""
    return Beneath(request.form.get("base") or seen(facts))


def both(facts: object, yours: Form, theirs: Form, names: Mapping[str, str] | None = None) -> Beneath:
    """For a form that was overtaken: whoever saves it again has seen `facts`, and how they differ from what was typed.

    `names` says ticked things in words.
    """
    pairs = [(each, yours[each.name]) for each in theirs]
    told = [
        (str(each.label.text), _said(each, names)) for each, mine in pairs if _said(each, names) != _said(mine, names)
    ]
    return Beneath(seen(facts), True, tuple(told))


def _said(field: Field, names: Mapping[str, str] | None) -> str:
    match field:
        case FieldList():
            return "\n".join(filter(None, (_said(each, names) for each in field)))
        case FormField():
            return " · ".join(str(each.data) for each in field.form if each.data) if _named(field.form) else ""
        case SelectMultipleField():
            return "\n".join((names or {}).get(each, each) for each in field.data or ())
        case SelectField():
            return next(_labels(field), "")
    if isinstance(field.data, bool):
        return str(gettext("Yes") if field.data else gettext("No"))
    return "" if field.data is None else str(field.data)


def _named(row: Form) -> bool:
    """Whether a row counts: its first field says what it is about."""
    return bool(next(iter(row)).data)


def _labels(field: Any) -> Iterator[str]:
    return (str(label) for _value, label, chosen, _more in field.iter_choices() if chosen)
