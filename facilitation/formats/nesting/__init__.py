"""Formats used as blocks of other formats, written out in full before the file is checked."""

from facilitation.formats.nesting.unfolding import Unfolding, unfolded
from facilitation.formats.nesting.writing import written

__all__ = ["Unfolding", "unfolded", "written"]
