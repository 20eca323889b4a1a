"""Formats by id: those that are shipped, and those of a database that was named."""

from collections.abc import Mapping

from facilitation import places
from facilitation.cli.ending import CannotRun, cannot_read
from facilitation.cli.store import reading as opened
from facilitation.cli.words import closest
from facilitation.domain.format.text import Text
from facilitation.formats import Reading, open_library
from facilitation.records import own_formats
from facilitation.shelf import Shelf

DATABASE = Text("Base où chercher aussi les formats de la maison.", "Database whose own formats are looked at too.")


def by_id(name: str, database: str | None) -> Reading:
    """The format called `name`. Raises CannotRun, with the nearest name, if there is none."""
    readings = _all(database)
    if name in readings:
        return readings[name]
    hint = closest(name, sorted(readings))
    raise CannotRun(
        Text(
            f"Aucun format «\u00a0{name}\u00a0» dans la bibliothèque. {hint.fr}",
            f"No format “{name}” in the library. {hint.en}",
        )
    )


def _all(database: str | None) -> Mapping[str, Reading]:
    try:
        shipped = open_library(places.workshop_formats())
    except OSError as error:
        raise cannot_read(error) from None
    if database is None:
        return shipped.readings
    with opened(database) as (store, _):
        # A database of an earlier version has no such table until it is served once.
        return Shelf(shipped, store).readings if own_formats.kept_in(store) else shipped.readings
