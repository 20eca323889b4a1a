"""Changing single values of a format file where they stand."""

from facilitation.formats.retouching.places import Path, Place, places_of
from facilitation.formats.retouching.writing import CannotRetouch, retouched

__all__ = ["CannotRetouch", "Path", "Place", "places_of", "retouched"]
