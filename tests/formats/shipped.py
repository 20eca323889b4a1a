"""The formats that come with the product, in rooms of any size, and all that one phone of such a room holds."""

import json
from functools import cache

from facilitation.domain.format import Format
from facilitation.formats import read_file
from facilitation.places import workshop_formats
from facilitation.projections.channels import channels_of, documents
from tests.domain.room import Room


@cache
def shipped(name: str) -> Format:
    """A format of the library, read once."""
    found = read_file(workshop_formats() / f"{name}.yaml").format
    assert found is not None
    return found


def held_by(room: Room, person: str) -> str:
    """All that a phone holds, as one string."""
    return json.dumps(documents(room.session, channels_of(room.session, person)), ensure_ascii=False)


def tasks_of(room: Room, person: str) -> set[str]:
    """What this phone is asked to do now."""
    return set(documents(room.session, [f"person:{person}"])[f"person:{person}"].get("tasks", {}))
