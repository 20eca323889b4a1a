"""The formats that come with the product, in rooms of any size, and all that one phone of such a room holds."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest

from facilitation.domain.format import Format
from facilitation.formats import Library, Reading, open_library, read_format
from facilitation.formats.library import _OnDemand
from facilitation.formats.shelf import Shelf
from facilitation.places import workshop_formats
from facilitation.projections.channels import channels_of, documents
from tests.domain.room import Room
from tests.once import once

HEAD = """\
format: made-up
version: 1.0.0
language: 1
kind: seminar-activity
title: {fr: Inventé, en: Made up}
summary: {fr: Pour essayer., en: To try.}
credits: {source: our own, licence: CC0}
participants: {min: 2, max: 60}
consent: {fr: Chacun lit tout., en: Everyone reads all.}
"""


def written(run: str) -> Reading:
    """A format of which only the run and the parts around it are written out."""
    return read_format((HEAD + run).encode(), "made-up.yaml", Shelf(workshop_formats()))


@cache
def library() -> Library:
    """The library, of which each format is read once in a run, when it is first asked for."""
    return open_library(workshop_formats())


@contextmanager
def read_once(folders: pytest.TempPathFactory) -> Iterator[None]:
    """From here on, what one worker has read of this library and tried out, the others take from it."""
    real = _OnDemand.read

    def read(readings: _OnDemand, name: str, *, tried_out: bool) -> Reading:
        if readings is not library().readings or not tried_out:
            return real(readings, name, tried_out=tried_out)
        return once(folders, f"format-{name}", lambda: real(readings, name, tried_out=True))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_OnDemand, "read", read)
        yield


def shipped(name: str) -> Format:
    """A format of the library."""
    found = library().format(name)
    assert found is not None
    return found


def held_by(room: Room, person: str) -> str:
    """All that a phone holds, as one string."""
    return json.dumps(documents(room.session, channels_of(room.session, person)), ensure_ascii=False)


def tasks_of(room: Room, person: str) -> set[str]:
    """What this phone is asked to do now."""
    return set(documents(room.session, [f"person:{person}"])[f"person:{person}"].get("tasks", {}))
