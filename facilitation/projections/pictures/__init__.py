"""Pictures of systems: maps, links and loops, levels, positions; the same shapes for the wall and for paper."""

from facilitation.projections.pictures.draw import draw
from facilitation.projections.pictures.shapes import Picture

__all__ = ["Picture", "draw"]
