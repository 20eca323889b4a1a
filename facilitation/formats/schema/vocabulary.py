"""The table of keys as plain data, for an editor that completes words while they are typed."""

from typing import Any

from facilitation.formats.schema.keys.whole import FORMAT
from facilitation.formats.schema.records import RECORDS
from facilitation.formats.schema.shapes import (
    Choice,
    Kinds,
    Listed,
    Named,
    Prose,
    Record,
    Reference,
    Shape,
    Truth,
)
from facilitation.formats.words import spoken


def vocabulary(locale: str) -> dict[str, Any]:
    """Every record with its keys: `{"first": name, "records": {name: {key: {"about", "needed", "wants", …}}}}`."""
    return {"first": FORMAT.name, "records": {record.name: _keys(record, locale) for record in RECORDS}}


def _keys(record: Record, locale: str) -> dict[str, Any]:
    return {
        key.name: {
            "about": key.about.said_in(locale),
            "wants": spoken(key.shape).said_in(locale),
            **({"needed": True} if key.needed else {}),
            **_inside(key.shape),
        }
        for key in record.keys
    }


def _inside(shape: Shape) -> dict[str, Any]:
    """What may follow: words to choose from, names of the file, keys of records; `named`: after a name of one's own."""
    match shape:
        case Choice(values=values):
            return {"words": list(values)}
        case Truth():
            return {"words": ["yes", "no"]}
        case Reference(to=to, also=also):
            return {"words": list(also), "names": to}
        case Prose():
            return {"keys": ["fr", "en"]}
        case Record(name=name, short=short):
            alone = shape.key(short) if short else None
            return {**(_inside(alone.shape) if alone else {}), "records": [name]}
        case Kinds(records=names):
            return {"records": list(names), "listed": True}
        case Listed(of=of):
            return {**_inside(of), "listed": True}
        case Named(value=value):
            return {**_inside(value), "named": True}
    return {}
