"""The JSON Schema of a dossier, worked out from the shapes themselves: it cannot say anything else than the export."""

import types
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from facilitation.documentation.dossier.data import FORM, HEADS, VERSION
from facilitation.documentation.dossier.shapes import Dossier
from facilitation.domain.format import Text

LEFT_OUT = {"Dossier": ("coding",), "Identity": ("number", "logos")}
"""Fields that the export leaves out, by the name of their shape."""

NUMBER = {
    "type": "object",
    "description": "A number, exact (a fraction such as 100/3) and as a decimal of two digits.",
    "properties": {
        "exact": {"type": "string", "pattern": "^-?[0-9]+(/[0-9]+)?$"},
        "decimal": {"type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$"},
    },
    "required": ["exact", "decimal"],
    "additionalProperties": False,
}
WORDS = {
    "type": "object",
    "description": "Words in French and in English; equal where they were written in one language alone.",
    "properties": {"fr": {"type": "string"}, "en": {"type": "string"}},
    "required": ["fr", "en"],
    "additionalProperties": False,
}


def dossier_schema() -> dict[str, Any]:
    """The schema, in the form of 2020-12."""
    shapes = _Shapes()
    whole = shapes.of(Dossier)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The dossier of an experiment",
        "type": "object",
        "properties": {
            "form": {"const": FORM},
            "version": {"const": VERSION},
            "language": {"enum": ["fr", "en"]},
            "made_at": {"type": "integer", "description": "Milliseconds since 1970, UTC."},
            "dossier": whole,
        },
        "required": ["form", "version", "language", "made_at", "dossier"],
        "additionalProperties": False,
        "$defs": dict(sorted(shapes.told.items())),
    }


class _Shapes:
    """The definitions met so far, each under a name of its own."""

    def __init__(self) -> None:
        self.told: dict[str, dict[str, Any]] = {}
        self._names: dict[type, str] = {}

    def of(self, wanted: Any) -> dict[str, Any]:
        """What a value of this type looks like."""
        origin = get_origin(wanted)
        if origin is Literal:
            return {"enum": list(get_args(wanted))}
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(each) for each in get_args(wanted)]}
        if origin is tuple:
            return self._several(get_args(wanted))
        if is_dataclass(wanted) and isinstance(wanted, type) and wanted is not Text:
            return self._shape(wanted)
        return _simple(wanted)

    def _several(self, inner: tuple[Any, ...]) -> dict[str, Any]:
        if len(inner) == 2 and inner[1] is Ellipsis:
            return {"type": "array", "items": self.of(inner[0])}
        many = len(inner)
        return {"type": "array", "prefixItems": [self.of(each) for each in inner], "minItems": many, "maxItems": many}

    def _shape(self, wanted: type) -> dict[str, Any]:
        if wanted not in self._names:
            # Two rooms may call a shape alike: the later one is told apart by where it is.
            place = wanted.__module__.rpartition(".")[0].rpartition(".")[2]
            name = f"{place}-{wanted.__name__}" if wanted.__name__ in self.told else wanted.__name__
            self._names[wanted], self.told[name] = name, {}
            left_out = LEFT_OUT.get(wanted.__name__, ()) if wanted.__module__ == Dossier.__module__ else ()
            kept = [each.name for each in fields(wanted) if each.name not in left_out]
            hints = get_type_hints(wanted)
            self.told[name] |= {
                "type": "object",
                "properties": {each: self._field(each, hints[each]) for each in kept},
                "required": kept,
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{self._names[wanted]}"}

    def _field(self, name: str, wanted: Any) -> dict[str, Any]:
        return self.of(wanted | None if name in HEADS and wanted is int else wanted)


def _simple(wanted: Any) -> dict[str, Any]:
    if wanted is Fraction:
        return NUMBER
    if wanted is Text:
        return WORDS
    names = {str: "string", bool: "boolean", int: "integer", type(None): "null"}
    return {"type": names[wanted]}
