"""Frozen values as what they say beyond their defaults: the same before and after a field with a default was added."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from facilitation.domain.plain import Plain, to_plain


def bare(value: object) -> Plain:
    """JSON-able data that names a value, to tell whether two are the same; no value is made from it again.

    A default that is changed later makes other names.
    """
    match value:
        case tuple() | list():
            return [bare(item) for item in value]
        case Mapping():
            return {str(key): bare(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        held = [(field, getattr(value, field.name)) for field in fields(value)]
        return [type(value).__name__, {field.name: bare(one) for field, one in held if one != _default(field)}]
    return to_plain(value)


def _default(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()
