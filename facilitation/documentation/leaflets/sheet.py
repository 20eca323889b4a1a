"""The information sheet as a leaflet: the same words, under the same number, as on the page where people join."""

from facilitation.documentation.leaflets.shapes import Leaflet, Part
from facilitation.documentation.sheet import Sheet


def sheet_leaflet(sheet: Sheet) -> Leaflet:
    """The sheet, to be printed."""
    parts = tuple(Part(heading, words) for heading, words in sheet.parts)
    return Leaflet("sheet", sheet.locale, sheet.title, "", parts, sheet.digest)
