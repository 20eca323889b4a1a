"""Everything that happened in a session, in the order in which it did, for those who facilitate."""

from facilitation.projections.journal.entries import KINDS, Entry, Told
from facilitation.projections.journal.grid import GridLine, grid_lines
from facilitation.projections.journal.reading import journal

__all__ = ["KINDS", "Entry", "GridLine", "Told", "grid_lines", "journal"]
