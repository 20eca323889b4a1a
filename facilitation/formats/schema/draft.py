"""The table of keys as a JSON Schema (draft 2020-12): with it editors complete a format file and underline mistakes."""

import json
from typing import Any

from facilitation.formats.schema.keys.whole import FORMAT
from facilitation.formats.schema.patterns import NAME, NUMBER, SLUG, TRUTHS, VERSION
from facilitation.formats.schema.records import RECORDS
from facilitation.formats.schema.shapes import (
    Choice,
    Formula,
    Key,
    Kinds,
    Listed,
    Minutes,
    Name,
    Named,
    Number,
    Pace,
    Prose,
    Record,
    Reference,
    Shape,
    Slug,
    Truth,
    Version,
    Whole,
    Words,
)

Json = dict[str, Any]

ADDRESS = "https://json-schema.org/draft/2020-12/schema"
CALCULATED = ["string", "number", "boolean"]
PLAIN = ["string", "number"]


def schema() -> Json:
    """The whole schema: the format, and one definition for each group of keys."""
    return {
        "$schema": ADDRESS,
        "title": "facilitation: workshop format",
        **_record(FORMAT),
        "$defs": {_ref(record): _record(record) for record in RECORDS if record is not FORMAT},
    }


def text() -> str:
    """The schema as a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def _ref(record: Record) -> str:
    return record.name.replace(" ", "-")


def _record(record: Record) -> Json:
    found: Json = {
        "description": _told(record),
        "type": "object",
        "properties": {key.name: _key(key) for key in record.keys},
        "additionalProperties": False,
    }
    spaced = [key.name for key in record.keys if " " in key.name]
    if spaced:
        # The same keys may be written with underscores; editors offer the usual spelling only.
        found["patternProperties"] = {f"^{name.replace(' ', '_')}$": _key(_named(record, name)) for name in spaced}
    needed = [key.name for key in record.keys if key.needed]
    plain = [name for name in needed if " " not in name]
    if plain and record.unless:
        taken = (record.unless, record.unless.replace(" ", "_"))
        found["anyOf"] = [{"required": plain}, *({"required": [name]} for name in taken)]
    elif plain:
        found["required"] = plain
    if either := [name for name in needed if " " in name]:
        found["allOf"] = [{"anyOf": [{"required": [name]}, {"required": [name.replace(" ", "_")]}]} for name in either]
    return found


def _named(record: Record, name: str) -> Key:
    return next(key for key in record.keys if key.name == name)


def _told(what: Record | Key) -> str:
    return f"{what.about.en}\n\n{what.about.fr}"


def _key(key: Key) -> Json:
    return {"description": _told(key), **written(key.shape)}


def written(shape: Shape) -> Json:
    """What may be written there."""
    match shape:
        case Record(short=short):
            whole = {"$ref": f"#/$defs/{_ref(shape)}"}
            brief = shape.key(short) if short else None
            return {"anyOf": [written(brief.shape), whole]} if brief else whole
        case Kinds(records=records):
            return {"anyOf": [{"$ref": f"#/$defs/{name}"} for name in records]}
        case Listed(of=of, alone=alone, fewest=fewest):
            listed = {"type": "array", "items": written(of), "minItems": fewest}
            return {"anyOf": [written(of), listed]} if alone else listed
        case Named(key=key, value=value, listed=listed):
            named: Json = {"type": "object", "propertyNames": written(key), "additionalProperties": written(value)}
            named["minProperties"] = 1
            return {"anyOf": [named, {"type": "array", "items": written(value), "minItems": 1}]} if listed else named
        case Prose(longest=longest):
            words = {"type": PLAIN, "maxLength": longest}
            both = {"type": "object", "properties": {"fr": words, "en": words}, "minProperties": 1}
            return {"anyOf": [words, {**both, "additionalProperties": False}]}
        case _:
            return _single(shape)


def _single(shape: Shape) -> Json:
    match shape:
        case Choice(values=values, also=also):
            return {"enum": list(dict.fromkeys((*values, *also)))}
        case Reference(also=also):
            return {"anyOf": [{"enum": list(also)}, {"type": PLAIN}]} if also else {"type": PLAIN}
        case Whole(least=least, most=most):
            number = {"type": "integer", "minimum": least, "maximum": most}
            return {"anyOf": [number, {"type": "string", "pattern": r"^-?\d+$"}]}
        case Number():
            return {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{NUMBER.pattern}$"}]}
        case Truth():
            return {"enum": [True, False, *(word for word in TRUTHS if word not in ("true", "false"))]}
        case Name():
            return {"type": "string", "pattern": f"^{NAME.pattern}$"}
        case Slug():
            return {"type": PLAIN, "pattern": f"^{SLUG.pattern}$"}
        case Version():
            return {"type": "string", "pattern": f"^{VERSION.pattern}$"}
        case Words(longest=longest):
            return {"type": PLAIN, "maxLength": longest}
        case Formula() | Minutes() | Pace():
            return {"type": CALCULATED}
        case _:
            return {}
