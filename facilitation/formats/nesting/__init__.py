"""What a file says in short, written out in full before it is checked: blocks of other formats, surveys."""

from facilitation.formats.nesting.surveys import with_surveys
from facilitation.formats.nesting.unfolding import Unfolding, unfolded
from facilitation.formats.nesting.writing import written

__all__ = ["Unfolding", "unfolded", "with_surveys", "written"]
