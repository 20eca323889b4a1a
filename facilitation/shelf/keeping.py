"""A text becomes a format of this house, or its next version; or why not. Nothing is ever written over."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from facilitation.domain.format import Format, Text
from facilitation.formats import Diagnostic, Reading
from facilitation.formats.retouching import Path, places_of, retouched
from facilitation.records import own_formats
from facilitation.records.own_formats import Own, Parent, Saved
from facilitation.shelf.shelf import Shelf
from facilitation.shelf.versions import at_least, growth, next_version

NAMELESS = "format"
"""The file name of a text that does not say what it is called."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The version that holds the text now; `fresh` is false where nothing had changed."""

    saved: Saved
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class Wrong:
    """The text cannot be used as it is: the remarks say why."""

    reading: Reading


@dataclass(frozen=True, slots=True)
class Outdated:
    """Somebody saved another version meanwhile."""

    newest: Saved


def keep_new(shelf: Shelf, source: str, account: int, now: int, parent: Parent | None = None) -> Kept | Wrong:
    """Keep a text as a new format of this house, under the id that it says."""
    name = named(source)
    reading = shelf.check(source, name)
    if shelf.reading(name) is not None:
        return Wrong(_taken(reading, source, name))
    form = reading.format
    if form is None:
        return Wrong(reading)
    if not own_formats.add(shelf.database, Own(form.id, account, now, parent), form.version, source):
        return Wrong(_taken(reading, source, name))
    return Kept(Saved(form.id, 1, form.version, source, account, now))


def keep_next(shelf: Shelf, id: str, source: str, base: int, account: int, now: int) -> Kept | Wrong | Outdated:
    """Keep a text as the next version of a format; `base` is the number of the version that it began from.

    The version number that the file says is raised where it says too little. Raises KeyError for an unknown format.
    """
    newest = _newest(shelf, id)
    if newest.number != base:
        return Outdated(newest)
    if newest.source == source:
        return Kept(newest, fresh=False)
    reading = shelf.check(source, id)
    if reading.format is None:
        return Wrong(reading)
    version = _due(shelf, newest, reading.format)
    if version != reading.format.version:
        source = retouched(source, {("version",): version})
    saved = Saved(id, newest.number + 1, version, source, account, now)
    return Kept(saved) if own_formats.add_version(shelf.database, saved) else Outdated(_newest(shelf, id))


def duplicate(form: Format, source: str, id: str, titles: Mapping[Path, str]) -> tuple[str, Parent]:
    """The text of a copy under another id and title, and what it comes from."""
    values: dict[Path, str] = {("format",): id, ("version",): next_version(form.version, "words"), **titles}
    return retouched(source, values), Parent(form.id, form.version, source)


def named(source: str) -> str:
    """The id that a text says it has."""
    place = places_of(source).get(("format",))
    return place.text.strip()[:60] if place and place.text.strip() else NAMELESS


def _newest(shelf: Shelf, id: str) -> Saved:
    for saved in own_formats.newest(shelf.database, id):
        return saved
    raise KeyError(id)


def _due(shelf: Shelf, newest: Saved, after: Format) -> str:
    before = shelf.check(newest.source, newest.format).format
    # What could be read once and no longer can (the language moved on) cannot be compared: all of it may have changed.
    grown = growth(before, after) if before else "structure"
    return at_least(after.version, next_version(newest.version, grown))


def _taken(reading: Reading, source: str, name: str) -> Reading:
    place = places_of(source).get(("format",))
    said = Diagnostic(
        file=f"{name}.yaml",
        line=place.line if place else 1,
        column=1,
        level="error",
        code="id-taken",
        message=Text(
            f"Un format s'appelle déjà «\u00a0{name}\u00a0» dans cette maison.",
            f"A format of this house is already called “{name}”.",
        ),
        remedy=Text(
            f"Choisissez un autre identifiant, par exemple `format: {name}-2`\u00a0; ou ouvrez ce format et "
            "enregistrez-y une nouvelle version.",
            f"Choose another identifier, such as `format: {name}-2`; or open that format and save a new version there.",
        ),
    )
    return replace(reading, format=None, diagnostics=(said, *reading.diagnostics))
