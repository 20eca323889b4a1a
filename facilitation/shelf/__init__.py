"""Every format of this house, shipped or its own, under its id."""

from facilitation.shelf.keeping import Kept, Outdated, Wrong, duplicate, keep_new, keep_next
from facilitation.shelf.shelf import Shelf
from facilitation.shelf.versions import Growth, growth, next_version

__all__ = [
    "Growth",
    "Kept",
    "Outdated",
    "Shelf",
    "Wrong",
    "duplicate",
    "growth",
    "keep_new",
    "keep_next",
    "next_version",
]
