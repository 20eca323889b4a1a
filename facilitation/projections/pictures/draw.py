"""Which drawing a material gets."""

import re
from dataclasses import replace
from functools import lru_cache

from facilitation.domain.format import Text
from facilitation.projections.paired.drawing import drawn
from facilitation.projections.pictures.bands import iceberg
from facilitation.projections.pictures.field import field
from facilitation.projections.pictures.grid import grid
from facilitation.projections.pictures.horizons import horizons
from facilitation.projections.pictures.loops import loops
from facilitation.projections.pictures.material import (
    Bands,
    Field,
    Grid,
    Horizons,
    Links,
    Material,
    Moves,
    Rings,
    Ties,
    TiesTwice,
    Twofold,
)
from facilitation.projections.pictures.moves import moves
from facilitation.projections.pictures.network import network
from facilitation.projections.pictures.rings import rings
from facilitation.projections.pictures.shapes import Picture
from facilitation.projections.pictures.ties import ties
from facilitation.projections.pictures.two_networks import two_networks


@lru_cache(maxsize=32)
def draw(found: Material) -> Picture:
    """The picture of a material."""
    picture = _drawn(found)
    return spaced(picture)


def spaced(picture: Picture) -> Picture:
    """French keeps its high punctuation together with the word before."""
    return replace(picture, reading=_spaced(picture.reading), about=_spaced(picture.about))


def _spaced(text: Text) -> Text:
    return Text(re.sub(r" ([:;!?%])", "\u00a0\\1", text.fr), text.en)


def _drawn(found: Material) -> Picture:
    match found:
        case Rings():
            return rings(found)
        case Links(signs=signs):
            return loops(found) if signs else network(found)
        case Ties():
            return ties(found)
        case TiesTwice():
            return two_networks(found)
        case Grid():
            return grid(found)
        case Field():
            return field(found)
        case Bands():
            return iceberg(found)
        case Horizons():
            return horizons(found)
        case Moves():
            return moves(found)
        case Twofold(title=title, found=answers):
            return drawn(answers, title)
