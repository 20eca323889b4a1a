"""Changing single values of a format file where they stand."""

from facilitation.formats.retouching.passages import Passage, passages
from facilitation.formats.retouching.places import Path, Place, place_at, places_of
from facilitation.formats.retouching.writing import CannotRetouch, retouched

__all__ = ["CannotRetouch", "Passage", "Path", "Place", "passages", "place_at", "places_of", "retouched"]
